import { type ErrorCode, errorTable } from '@/contracts/errors'

/** A function's code, or one of the client's own: OFFLINE when no answer came back. */
export type CallCode = ErrorCode | 'OFFLINE'

const OFFLINE_MESSAGE = '现在连不上网。请检查手机网络，稍后再试。'

/** Why a call gave no data. `message` is for the person; it says what to do next. */
export class CallError extends Error {
  readonly code: CallCode
  /** Whether the same call may succeed when it is sent again. */
  readonly retry: boolean
  /** Names the call in the function's log; null when it never got there. */
  readonly requestId: string | null

  constructor(code: CallCode, message: string, requestId: string | null) {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.retry = code === 'OFFLINE' || errorTable[code].retry
    this.requestId = requestId
  }

  static offline(): CallError {
    return new CallError('OFFLINE', OFFLINE_MESSAGE, null)
  }

  /** What a page shows for something that was thrown, whatever it was. */
  static from(thrown: unknown): CallError {
    return thrown instanceof CallError ? thrown : new CallError('INTERNAL', errorTable.INTERNAL.message, null)
  }
}
