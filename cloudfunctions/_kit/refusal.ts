import { type ErrorCode, errorTable } from '@/contracts/errors'

/** An answer of "no" with its code. Thrown anywhere below an action; turned into an answer once, in run-action.ts. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    /** For the log only; never shown. */
    readonly detail = '',
  ) {
    super(errorTable[code].message)
    this.name = 'Refusal'
  }
}

export const refuse = (code: ErrorCode, detail?: string): never => {
  throw new Refusal(code, detail)
}
