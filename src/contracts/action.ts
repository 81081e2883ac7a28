import type * as v from 'valibot'
import type { ErrorCode, KitErrorCode } from './errors'

/** The cloud functions that answer actions. Timers have no actions, but for `jobs` and `remind`, which have both. */
export type FunctionName =
  | 'identity'
  | 'learn'
  | 'themeday'
  | 'organise'
  | 'plan'
  | 'stats'
  | 'register'
  | 'report'
  | 'jobs'
  | 'remind'

/** What client and server agree on for one action. */
export interface ActionContract<
  Input extends v.GenericSchema = v.GenericSchema,
  Output extends v.GenericSchema = v.GenericSchema,
  Code extends ErrorCode = ErrorCode,
> {
  readonly fn: FunctionName
  /** verbNoun, unique within its function. */
  readonly name: string
  /** The server parses every input with this; unknown keys are refused. */
  readonly input: Input
  /** The server's tests parse every answer with this. */
  readonly output: Output
  /** Codes beyond the kit's own that the action can answer with. */
  readonly errors: readonly Code[]
}

/** Declares an action, once. */
export function defineAction<
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
  const Code extends ErrorCode,
>(contract: ActionContract<Input, Output, Code>): ActionContract<Input, Output, Code> {
  return contract
}

export type InputOf<A extends ActionContract> = v.InferOutput<A['input']>
export type OutputOf<A extends ActionContract> = v.InferOutput<A['output']>
export type CodeOf<A extends ActionContract> = A['errors'][number] | KitErrorCode

/** What a function returns, and so what `wx.cloud.callFunction` carries in `result`. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly requestId: string }
    }
