import { type ErrorCode, errorTable } from '@/contracts/errors'
import { CallError } from './call-error'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const codes: readonly unknown[] = Object.keys(errorTable)
const isErrorCode = (code: unknown): code is ErrorCode => codes.includes(code)

/**
 * Opens the envelope of an answer: its data, or a CallError. What is no envelope (a proxy's page, nothing) counts as offline:
 * the function did not answer. A code that this version does not know keeps the server's sentence and is not retried.
 */
export function openEnvelope(answer: unknown): unknown {
  if (!isRecord(answer)) throw CallError.offline()
  if (answer.ok === true) return answer.data
  const error = answer.error
  if (answer.ok !== false || !isRecord(error)) throw CallError.offline()
  const code = isErrorCode(error.code) ? error.code : 'BAD_INPUT'
  const message = typeof error.message === 'string' ? error.message : errorTable[code].message
  throw new CallError(code, message, typeof error.requestId === 'string' ? error.requestId : null)
}

/** CloudBase's "the function failed" (-404011) and its server-side codes (-50xxxx): the network is fine, the function is not. */
const functionFailed = (errCode: number): boolean => errCode === -404011 || errCode <= -500000

/** What a call that came back without an answer means: a function that failed or timed out is busy, everything else is offline. */
export function unanswered(thrown: unknown): CallError {
  const failed = isRecord(thrown) && typeof thrown.errCode === 'number' && functionFailed(thrown.errCode)
  return failed ? new CallError('BUSY', errorTable.BUSY.message, null) : CallError.offline()
}
