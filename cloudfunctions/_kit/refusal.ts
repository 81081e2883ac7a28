import { type ErrorCode, errorTable } from '@/contracts/errors'

/** An answer of "no" with its code. Thrown anywhere below an action; turned into an answer once, in run-action.ts. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    /** For the log only; never shown. */
    readonly detail = '',
    /** What the user reads, where it can say more than the code's own sentence: when to try again, for instance. */
    readonly say: string = errorTable[code].message,
  ) {
    super(say)
    this.name = 'Refusal'
  }
}

export const refuse = (code: ErrorCode, detail?: string, say?: string): never => {
  throw new Refusal(code, detail, say)
}
