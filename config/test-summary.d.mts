/** See test-summary.mjs. */
export function readReport(
  file: string,
  endedWell: boolean,
): {
  rooms: Map<string, { passed: number; failed: number; skipped: number }>
  passed: number
  failed: number
  problems: string[]
}
