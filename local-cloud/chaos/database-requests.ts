import type { FunctionRuntime } from '../runtime/runtime'
import { type Chaos, wait } from './chaos'

/** Database requests after which something is on disk that was not there before. */
const writes = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.commitTransaction',
])

/**
 * Serves a request of the SDK, with what chaos makes of database requests. Undefined: there is no answer, the connection
 * is to be reset. What `serve` throws is an answer too, and arrives.
 */
export const underChaos =
  (chaos: Chaos, runtime: FunctionRuntime) =>
  async <T>(action: string, invocationId: string, serve: () => T | Promise<T>): Promise<T | undefined> => {
    if (!action.startsWith('database.')) return await serve()
    if (chaos.killsBefore(invocationId)) {
      runtime.kill(invocationId)
      return undefined
    }
    const answer = await serve()
    if (writes.has(action)) {
      if (chaos.strikes('killAfterWrite')) {
        runtime.kill(invocationId)
        return undefined
      }
      if (chaos.strikes('dropWriteAnswer')) return undefined
    }
    await wait(chaos.lateness('slowDatabase'))
    return answer
  }
