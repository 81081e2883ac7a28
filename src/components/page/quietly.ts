/**
 * For what may fail without harm, as to scroll or to name a page that was left meanwhile, or to go where another call is going already: Taro rejects such a call
 * with a plain object, which nobody would catch.
 */
export const quietly = (work: unknown): void => void Promise.resolve(work).catch(() => {})
