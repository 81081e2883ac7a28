import type * as v from 'valibot'
import type { ActionContract, OutputOf } from '@/contracts/action'
import { createSignal } from '../signal.shared'
import { CallError } from './call-error'
import { callFunction } from './call-function'
import { openEnvelope, unanswered } from './envelope.shared'
import { within } from './within.shared'

/** How long a page waits before it says that there is no network, in ms. */
const PATIENCE_MS = 15_000

/** The server does not know this WeChat identity: told once, here, for every call (`useNotBound`). */
export const notBound = createSignal()

/** What the client sends: defaults of the contract may be left out. */
export type CallInput<A extends ActionContract> = v.InferInput<A['input']>

/**
 * Calls an action by its contract. Resolves to its data; rejects with a CallError: the function's code, BUSY when it failed, or
 * OFFLINE when no answer came within 15 s (or `patienceMs`). The server parses every input and its tests every output, so neither
 * is parsed a second time on the phone.
 */
export async function call<A extends ActionContract>(
  contract: A,
  input: CallInput<A>,
  options: { patienceMs?: number } = {},
): Promise<OutputOf<A>> {
  let answer: unknown
  try {
    answer = await within(
      options.patienceMs ?? PATIENCE_MS,
      callFunction(contract.fn, { action: contract.name, input }),
    )
  } catch (thrown) {
    throw unanswered(thrown)
  }
  try {
    return openEnvelope(answer) as OutputOf<A>
  } catch (thrown) {
    if (thrown instanceof CallError && thrown.code === 'NOT_BOUND') notBound.notify()
    throw thrown
  }
}
