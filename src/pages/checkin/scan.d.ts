/** Whether the platform can scan a code with the camera. */
export const canScan: boolean

/** Scans a code; resolves to its text, or to null when the person called it off. */
export function scan(): Promise<string | null>
