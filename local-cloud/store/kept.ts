import type { Store } from './store'

/** Where the cloud itself keeps things, beside the documents. */
export type Notes = Pick<Store, 'note' | 'putNote'>

/**
 * A value of the cloud itself that survives a restart. What is read is what was set last, also while that is on its way to
 * disk, so that two changes at once never undo each other.
 */
export class Kept<T> {
  private value: T

  constructor(
    private readonly store: Notes,
    private readonly key: string,
    initial: T,
  ) {
    this.value = store.note<T>(key) ?? initial
  }

  get(): T {
    return this.value
  }

  /** Resolves when it would survive the end of the process. */
  async set(value: T): Promise<void> {
    this.value = value
    await this.store.putNote(this.key, value)
  }
}
