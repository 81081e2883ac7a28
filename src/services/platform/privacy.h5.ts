/** See privacy.d.ts. A browser asks for each permission itself. */
export const onPrivacyNeeded = (): (() => void) => () => {}

export const openPrivacyContract = (): Promise<boolean> => Promise.resolve(false)
