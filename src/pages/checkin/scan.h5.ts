/** See scan.d.ts. A browser has no camera API that all of them share: the page asks for the code's text instead. */
export const canScan = false

export const scan = (): Promise<string | null> => Promise.resolve(null)
