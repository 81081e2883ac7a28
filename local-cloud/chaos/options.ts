/** What can be made to go wrong, each with a probability of its own from 0 (never) to 1 (always). */
export const chaosKinds = [
  /** A timer's slot is fired a second time after the first. */
  'timerTwice',
  /** A timer's slot is fired twice at once. */
  'timerTwiceAtOnce',
  /** The worker is killed before the invocation's first database request is served. */
  'killBeforeFirst',
  /** The worker is killed before a later database request is served; drawn for each. */
  'killBetween',
  /** The worker is killed when a write was done, before it hears of it; drawn for each write. */
  'killAfterWrite',
  /** The answer of `/call` comes late by up to `answerDelayMs`. */
  'delayAnswer',
  /** The connection of `/call` is reset when the function has answered: the client does not learn how it ended. */
  'dropAnswer',
  /** The answer to a database request comes late by up to `databaseDelayMs`. */
  'slowDatabase',
  /** The connection of a database request is reset when the write was done; drawn for each write. */
  'dropWriteAnswer',
  /** A commit is answered with a conflict, and nothing of the transaction is done; drawn for each commit. */
  'commitConflict',
] as const

export type ChaosKind = (typeof chaosKinds)[number]

export type ChaosOptions = Record<ChaosKind, number> & {
  /** The same seed makes the same decisions at the same opportunities. */
  seed: number
  answerDelayMs: number
  databaseDelayMs: number
}

const defaults = { seed: 1, answerDelayMs: 1000, databaseDelayMs: 200 }
/** A delay (ms) at most: the SDK gives up on a request after 15 s. */
const longestDelay = 60_000

const numberIn = (name: string, value: unknown, max: number): number => {
  if (typeof value !== 'number' || !(value >= 0 && value <= max))
    throw new Error(`chaos: ${name} must be a number from 0 to ${max}`)
  return value
}

/** Reads options as people and tests give them; what is not named does not happen. Throws a sentence for a person. */
export const readChaosOptions = (given: Record<string, unknown>): ChaosOptions => {
  const known: readonly string[] = [...chaosKinds, ...Object.keys(defaults)]
  const stray = Object.keys(given).find((name) => !known.includes(name))
  if (stray !== undefined) throw new Error(`chaos: there is no "${stray}"; there are: ${known.join(', ')}`)
  const { seed, answerDelayMs, databaseDelayMs } = { ...defaults, ...given }
  const kinds = chaosKinds.map((kind) => [kind, numberIn(kind, given[kind] ?? 0, 1)])
  return {
    ...(Object.fromEntries(kinds) as Record<ChaosKind, number>),
    seed: numberIn('seed', seed, Number.MAX_SAFE_INTEGER),
    answerDelayMs: numberIn('answerDelayMs', answerDelayMs, longestDelay),
    databaseDelayMs: numberIn('databaseDelayMs', databaseDelayMs, longestDelay),
  }
}

/** The environment's `CHAOS`: the options as JSON; empty or absent is none. */
export const chaosFromText = (text: string | undefined): ChaosOptions | null => {
  if (text === undefined || text.trim() === '') return null
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Error('CHAOS must be JSON, e.g. {"seed":1,"timerTwice":1}')
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error('CHAOS must be a JSON object')
  return readChaosOptions(given as Record<string, unknown>)
}
