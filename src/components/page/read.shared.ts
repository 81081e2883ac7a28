import type { Cached } from '@/services/cache/cache.shared'
import type { CallError } from '@/services/transport/call-error'

/** The state of a read: what there is to show, and what is wrong with it. */
export interface Read<T> {
  /** null: nothing to show yet. */
  readonly data: T | null
  /** When the phone got `data`, by its own clock. */
  readonly at: number | null
  readonly loading: boolean
  /** `data` is from an earlier time, and asking again has failed. */
  readonly stale: boolean
  readonly error: CallError | null
}

export const readStarted = <T>(kept: Cached<T> | null): Read<T> => ({
  data: kept?.data ?? null,
  at: kept?.at ?? null,
  loading: true,
  stale: false,
  error: null,
})

export const readSucceeded = <T>(cached: Cached<T>): Read<T> => ({
  data: cached.data,
  at: cached.at,
  loading: false,
  stale: false,
  error: null,
})

/** A failure that may pass leaves what is shown and marks it as stale; a lasting one (withdrawn, not allowed) takes it away. */
export const readFailed = <T>(before: Read<T>, error: CallError): Read<T> => {
  const keeps = error.retry && before.data !== null
  return { data: keeps ? before.data : null, at: keeps ? before.at : null, loading: false, stale: keeps, error }
}
