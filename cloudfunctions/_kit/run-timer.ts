import type { Answer } from '@/contracts/action'
import { errorTable } from '@/contracts/errors'
import { platformContext } from './context'
import { detailOf, log } from './log'

/** Logs a failure of one of several things to do, after which the others are done. */
export type Tell = (what: string, error: unknown) => void

/**
 * A timer function's `main`. Only the platform's own trigger runs it: a client can send a body that looks like a timer's, but not
 * the source `wx_trigger` without an OPENID. It may fire more than once for a slot, so `work` is safe to repeat.
 */
export function serveTimer<Report>(fn: string, work: (now: number, tell: Tell) => Promise<Report>) {
  return async (_event: unknown, invocation?: unknown): Promise<Answer<Report>> => {
    const now = Date.now()
    const { openid, source, requestId } = platformContext(invocation)
    const line = { fn, action: 'timer', requestId }
    const failed = (code: 'FORBIDDEN' | 'INTERNAL', detail: string): Answer<Report> => {
      log({ ...line, level: code === 'INTERNAL' ? 'error' : 'warn', ms: Date.now() - now, code, detail })
      return { ok: false, error: { code, message: errorTable[code].message, requestId } }
    }
    const tell: Tell = (what, error) =>
      log({ ...line, action: what, level: 'error', ms: Date.now() - now, code: 'INTERNAL', detail: detailOf(error) })
    if (source !== 'wx_trigger' || openid) return failed('FORBIDDEN', source)
    try {
      const data = await work(now, tell)
      log({ ...line, level: 'info', ms: Date.now() - now })
      return { ok: true, data }
    } catch (error) {
      return failed('INTERNAL', detailOf(error))
    }
  }
}
