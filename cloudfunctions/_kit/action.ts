import type { ActionContract, CodeOf, InputOf, OutputOf } from '@/contracts/action'
import type { AlongsideSpec, Found } from '../_data/alongside'
import type { Caller } from '../_data/callers'

interface Call<A extends ActionContract> {
  readonly input: InputOf<A>
  /** The instant of the call: the only clock an action has. */
  readonly now: number
  /** Of the call, for the audit log. */
  readonly requestId: string
  /**
   * Ends the action with one of the codes of its contract.
   * @param detail for the log only; nothing personal
   * @param say what the user reads instead of the code's own sentence
   */
  readonly refuse: (code: CodeOf<A>, detail?: string, say?: string) => never
}

/** What an action knows when it decides. */
export interface ActionContext<A extends ActionContract, Spec extends AlongsideSpec> extends Call<A> {
  readonly caller: Caller
  /** What was read alongside the caller. */
  readonly found: Found<Spec>
}

/** How a contract is implemented: authorise, load, decide, save, return. */
export interface Implementation<A extends ActionContract, Spec extends AlongsideSpec> {
  /** What to read in the same request as the caller. */
  readonly alongside?: (input: InputOf<A>, call: { readonly openid: string; readonly now: number }) => Spec
  /** Also for who is bound and has left the roster: what is stored about them, and their consent, stay theirs to see and to end. Left out: NOT_MEMBER. */
  readonly former?: true
  /** Whether the caller may: false answers FORBIDDEN. There is no default: an action without it does not compile. */
  readonly allow: (context: ActionContext<A, Spec>) => boolean | Promise<boolean>
  readonly handle: (context: ActionContext<A, Spec>) => Promise<OutputOf<A>>
}

/** What an action knows that someone may call who is nobody here yet. */
export interface OpenContext<A extends ActionContract> extends Call<A> {
  /** The caller's WeChat identity: all that is known of someone who is not bound. */
  readonly openid: string
  /** Who the caller is; null when not bound. */
  readonly caller: Caller | null
}

export interface OpenImplementation<A extends ActionContract> {
  readonly allow: (context: OpenContext<A>) => boolean | Promise<boolean>
  readonly handle: (context: OpenContext<A>) => Promise<OutputOf<A>>
}

/** An action is for people who are bound (`implement`) unless it says that it is not (`implementForAnyone`). */
export type Action =
  | {
      readonly callers: 'bound'
      readonly contract: ActionContract
      readonly implementation: Implementation<ActionContract, AlongsideSpec>
    }
  | {
      readonly callers: 'anyone'
      readonly contract: ActionContract
      readonly implementation: OpenImplementation<ActionContract>
    }

/** Implements an action for callers who are bound to a person; everyone else is answered NOT_BOUND before it, and who has left NOT_MEMBER, unless it is also for the `former`. */
export function implement<A extends ActionContract, Spec extends AlongsideSpec = Record<never, never>>(
  contract: A,
  implementation: Implementation<A, Spec>,
): Action {
  return {
    callers: 'bound',
    contract,
    implementation: implementation as unknown as Implementation<ActionContract, AlongsideSpec>,
  }
}

/** Implements an action for any WeChat user, bound or not: binding and unbinding, and nothing else without a reason of its own. */
export function implementForAnyone<A extends ActionContract>(
  contract: A,
  implementation: OpenImplementation<A>,
): Action {
  return {
    callers: 'anyone',
    contract,
    implementation: implementation as unknown as OpenImplementation<ActionContract>,
  }
}
