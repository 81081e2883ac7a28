import * as v from 'valibot'
import type { Answer } from '@/contracts/action'
import { type ErrorCode, errorTable } from '@/contracts/errors'
import { isSeated } from '@/domain/people'
import { loadCaller } from '../_data/callers'
import type { Action } from './action'
import { type PlatformContext, platformContext } from './context'
import { detailOf, log } from './log'
import { Refusal, refuse } from './refusal'

const Event = v.object({ action: v.pipe(v.string(), v.maxLength(64)), input: v.optional(v.unknown()) })

/** A cloud function's `main`: answers the given actions, and turns every error into a coded answer. */
export function serveActions(fn: string, actions: readonly Action[]) {
  const byName = new Map(actions.map((action) => [action.contract.name, action]))
  return async (event: unknown, invocation?: unknown): Promise<Answer<unknown>> => {
    const startedAt = Date.now()
    const platform = platformContext(invocation)
    const parsed = v.safeParse(Event, event)
    const action = parsed.success ? byName.get(parsed.output.action) : undefined
    // the name is logged only when it is one of ours: anything else came from outside
    const line = { fn, action: action?.contract.name ?? '?', requestId: platform.requestId }
    try {
      // first of all: whoever is nobody learns nothing, not even which actions there are
      if (!platform.openid) return refuse('NOT_SIGNED_IN')
      if (!parsed.success || !action) return refuse('UNKNOWN_ACTION')
      const data = await run(action, parsed.output.input ?? {}, platform, startedAt)
      log({ ...line, level: 'info', ms: Date.now() - startedAt })
      return { ok: true, data }
    } catch (error) {
      const { code, detail, message } = describe(error)
      log({ ...line, level: code === 'INTERNAL' ? 'error' : 'info', ms: Date.now() - startedAt, code, detail })
      return { ok: false, error: { code, message, requestId: platform.requestId } }
    }
  }
}

async function run(action: Action, rawInput: unknown, platform: PlatformContext, now: number): Promise<unknown> {
  const parsed = v.safeParse(action.contract.input, rawInput)
  if (!parsed.success) return refuse('BAD_INPUT', whereOf(parsed.issues[0]))
  const input = parsed.output
  const { openid, requestId } = platform
  if (action.callers === 'anyone') {
    const loaded = await loadCaller(openid, {})
    return await decide(action.implementation, {
      openid,
      caller: loaded?.caller ?? null,
      input,
      now,
      requestId,
      refuse,
    })
  }
  const { implementation } = action
  const loaded = await loadCaller(openid, implementation.alongside?.(input, { openid, now }) ?? {})
  if (!loaded) return refuse('NOT_BOUND')
  // who has left keeps the binding and the record, and does nothing here any more but look at what is stored, and withdraw
  if (!implementation.former && !isSeated(loaded.caller.person)) return refuse('NOT_MEMBER')
  return await decide(implementation, { ...loaded, input, now, requestId, refuse })
}

async function decide<Context>(
  { allow, handle }: { allow(context: Context): unknown; handle(context: Context): Promise<unknown> },
  context: Context,
): Promise<unknown> {
  if (!(await allow(context))) refuse('FORBIDDEN')
  return await handle(context)
}

/** Where an input is wrong, for the log. A key that is not of the contract is not repeated: it came from outside and may say anything. */
const whereOf = (issue: v.BaseIssue<unknown>): string =>
  issue.expected === 'never' ? 'unknown key' : (v.getDotPath(issue) ?? '')

/** Unknown errors show nothing of the inside; their text goes to the log, without what may be personal in it. */
function describe(error: unknown): { code: ErrorCode; detail: string; message: string } {
  if (error instanceof Refusal) return { code: error.code, detail: error.detail, message: error.say }
  return { code: 'INTERNAL', detail: detailOf(error), message: errorTable.INTERNAL.message }
}
