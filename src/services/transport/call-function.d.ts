import type { FunctionName } from '@/contracts/action'

/** What a function was asked, on the wire. */
export interface FunctionRequest {
  readonly action: string
  readonly input: unknown
}

/**
 * Calls a cloud function and resolves to what it returned (an envelope, not yet checked). Rejects when nothing came back: no
 * network, a broken gateway. There is one file per platform (`.weapp.ts`, `.h5.ts`); the build picks it by its suffix.
 */
export function callFunction(fn: FunctionName, request: FunctionRequest): Promise<unknown>
