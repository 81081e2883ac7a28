import { platformContext } from './context'
import type { serveActions } from './run-action'
import type { serveTimer } from './run-timer'

/**
 * A function that people call and that a timer fires too: the same work, done by whoever comes first. Which of both it is, is the platform's word
 * alone (`wx_trigger` without an OPENID): each side refuses the other's callers by itself.
 */
export const serveBoth = <Report>(
  actions: ReturnType<typeof serveActions>,
  timer: ReturnType<typeof serveTimer<Report>>,
) => {
  return async (event: unknown, invocation?: unknown) => {
    const { openid, source } = platformContext(invocation)
    return source === 'wx_trigger' && !openid ? timer(event, invocation) : actions(event, invocation)
  }
}
