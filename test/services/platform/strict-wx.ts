/**
 * A strict stand-in for what Taro hands on to WeChat: what a test declares works as declared, and calling anything else throws its name. What a test
 * leaves out by the value undefined is missing, as on an older WeChat.
 */
export function strictWx(known: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name)
      return () => {
        throw new Error(`${name} was not expected`)
      }
    },
  })
}

/** Throws unless an option has exactly these fields. */
export function needFields(api: string, option: object, fields: readonly string[]): void {
  const given = Object.keys(option).sort().join()
  if (given !== [...fields].sort().join()) throw new Error(`${api} got the fields ${given}`)
}
