const chars = (value: string) => [...value].length
const day = String.raw`\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?`
const time = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const moments = new RegExp(`^(${day}( ?${time})?|${time})(~(${day}( ?${time})?|${time}))?$`)

/** What a field of each kind may hold. Source: the platform's table of parameter limits of subscribe messages. */
const kinds: Record<string, (value: string) => boolean> = {
  thing: (value) => chars(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => chars(value) <= 5,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is meant
  character_string: (value) => /^[\x00-\x7f]{1,32}$/.test(value),
  time: (value) => moments.test(value),
  date: (value) => moments.test(value),
  amount: (value) => /^[^\d\s]{0,3}-?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-()#* ]{1,17}$/.test(value),
  car_number: (value) => chars(value) <= 8,
  name: (value) => (/^[\p{Script=Han}·]+$/u.test(value) ? chars(value) <= 10 : chars(value) <= 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
}

/**
 * The first thing wrong with a message's data, in the platform's words, or undefined. Fields are named by kind and number
 * (`thing1`), each `{ value }`.
 */
export const wrongData = (data: unknown, expected?: readonly string[]): string | undefined => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data'
  const entries = Object.entries(data as Record<string, unknown>)
  const missing = expected?.find((name) => !entries.some(([given]) => given === name))
  if (missing !== undefined) return `data.${missing}.value is empty`
  for (const [name, field] of entries) {
    const kind = /^([a-z_]+)\d+$/.exec(name)?.[1] ?? ''
    const check = Object.keys(kinds).includes(kind) ? kinds[kind] : undefined
    const value = (field as { value?: unknown } | null)?.value
    const text = typeof value === 'number' ? String(value) : value
    if (!check || (expected && !expected.includes(name))) return `data.${name}`
    if (typeof text !== 'string' || text === '') return `data.${name}.value is empty`
    if (!check(text)) return `data.${name}.value invalid`
  }
  return undefined
}
