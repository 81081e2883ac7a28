import { serverTime } from './server-time'
import { personKv } from './storage/kv'

const LAST = 'scan'

/**
 * When this phone first held this token, by the server's clock: the same page may be opened with it again (after binding, after a reload), and that is no
 * later scan. undefined: the phone cannot vouch for a time, and claims none.
 */
export function scanMoment(token: string): number | undefined {
  const last = personKv.read<{ token: string; at: number | null }>(LAST)
  if (last?.token === token) return last.at ?? undefined
  const at = serverTime.now()
  personKv.write(LAST, { token, at })
  return at === null ? undefined : Math.round(at)
}
