import type { ActionContract, CodeOf, InputOf, OutputOf } from '@/contracts/action'
import type { AlongsideSpec, Found } from '../_data/alongside'
import type { Caller } from '../_data/callers'

/** What an action knows when it decides. */
export interface ActionContext<A extends ActionContract, Spec extends AlongsideSpec> {
  readonly caller: Caller
  readonly input: InputOf<A>
  /** The instant of the call: the only clock an action has. */
  readonly now: number
  /** What was read alongside the caller. */
  readonly found: Found<Spec>
  /** Ends the action with one of the codes of its contract. */
  readonly refuse: (code: CodeOf<A>, detail?: string) => never
}

/** How a contract is implemented: authorise, load, decide, save, return. */
export interface Implementation<A extends ActionContract, Spec extends AlongsideSpec> {
  /** What to read in the same request as the caller. */
  readonly alongside?: (input: InputOf<A>, call: { readonly openid: string; readonly now: number }) => Spec
  /** Whether the caller may: false answers FORBIDDEN. There is no default: an action without it does not compile. */
  readonly allow: (context: ActionContext<A, Spec>) => boolean | Promise<boolean>
  readonly handle: (context: ActionContext<A, Spec>) => Promise<OutputOf<A>>
}

export interface Action {
  readonly contract: ActionContract
  readonly implementation: Implementation<ActionContract, AlongsideSpec>
}

export function implement<A extends ActionContract, Spec extends AlongsideSpec = Record<never, never>>(
  contract: A,
  implementation: Implementation<A, Spec>,
): Action {
  return { contract, implementation: implementation as unknown as Action['implementation'] }
}
