/**
 * Codes that the cloud answers with. The SDK maps those of this list to numbers (its TCB_ERR_CODE); every other code
 * becomes -501001 at the caller, so only these are used.
 */
export type CloudCode =
  | 'SYS_ERR'
  | 'SERVER_TIMEOUT'
  | 'EXCEED_REQUEST_LIMIT'
  | 'INVALID_COMMON_PARAM'
  | 'INVALID_PARAM'
  | 'DATABASE_REQUEST_FAILED'
  // The platform's own spelling.
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  // Not in the SDK's list, so -501001 at the caller; runTransaction looks for it when a commit fails.
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_SIGN_PARAM_INVALID'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_EXECUTE_FAIL'
  // Seen by clients only, with the numbers that users of the platform report: through the SDK a failed call of another function leaves nothing but the words.
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_RESULT_TOO_LARGE'

/** The numbers that a caller sees for the codes. */
export const errCodes: Record<CloudCode, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  INVALID_COMMON_PARAM: -501006,
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  DATABASE_TRANSACTION_CONFLICT: -501001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_RESULT_TOO_LARGE: -604001,
}

/** A refusal with a code: answered as `{ code, message, requestId }` at the edge. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudCode,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** An operator, stage or option that the local cloud does not know: named, never ignored. */
export const unsupported = (what: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `the local cloud does not support ${what}`)

/** A request that MongoDB would refuse. */
export const badRequest = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
