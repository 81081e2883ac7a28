/**
 * What to say of something that was done and is not with the server yet.
 * @param what the thing, as in '心得'
 * @param then what becomes of it where there is a network, as in '交给支部'
 * @param held the phone is full: it is only in memory, gone when the app is closed, and nothing else may be promised
 */
export const keptWords = (what: string, then: string, held: boolean): string =>
  held ? `手机存储满了，${what}还没存下。请先别关小程序，连上网就${then}。` : `${what}已存在手机里，联网后自动${then}。`
