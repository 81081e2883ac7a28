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

/**
 * An unknown error as the log may say it. Texts of the database repeat what was stored (a duplicate key names the openid) and texts of code may repeat
 * what was sent: quoted values, Chinese words, long numbers and long tokens are left out. At most 300 characters.
 */
export function detailOf(error: unknown): string {
  const { errCode, message, errMsg } = (error ?? {}) as { errCode?: number; message?: string; errMsg?: string }
  const text = String(errMsg ?? message ?? error)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '"…"')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/[\w-]*\d{7,}[\w-]*|[\w-]{24,}/g, '…')
  return `${errCode ?? ''} ${text}`.trim().slice(0, 300)
}
