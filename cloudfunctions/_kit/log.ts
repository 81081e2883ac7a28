/** One JSON line per call. Nothing personal: no openid, no names, no answers; ids of activities only where a maintainer needs them. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly fn: string
  readonly action: string
  readonly ms: number
  readonly requestId: string
  readonly code?: string
  readonly detail?: string
}

export function log(line: LogLine): void {
  const print = line.level === 'error' ? console.error : line.level === 'warn' ? console.warn : console.log
  print(JSON.stringify(line))
}
