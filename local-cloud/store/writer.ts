import type { RootDatabase } from 'lmdb'
import { CloudError } from '../errors'
import type { Holder, WriteGuard } from './write-guard'
import { HeldError } from './write-guard'

/**
 * What LMDB could not put on disk, in a sentence; undefined for any other error. Nothing of it was acknowledged. LMDB also
 * rejects promises of its own that nobody holds, so the process hears of it as an unhandled rejection.
 */
export const diskError = async (error: unknown): Promise<CloudError | undefined> => {
  const { commitError } = error as { commitError?: Promise<never> }
  if (!commitError) return undefined
  const cause = await commitError.catch((reason: Error) => reason.message.split(':')[0])
  return new CloudError('DATABASE_REQUEST_FAILED', `the write could not be put on disk (${cause}); it was not made`)
}

/** How one run of a change went. `names`: what it wrote. */
type Outcome =
  | { kind: 'done'; result: unknown; names: string[] }
  | { kind: 'failed'; error: unknown; names: string[] }
  | { kind: 'undone'; error: unknown; names: string[] }

/** Runs changes one after another, each in a write transaction, and says when they are on disk. */
export class Writer {
  /**
   * @param wait how long a write waits for the transaction that holds what it writes, in ms
   * @param afterUndone called when LMDB has forgotten writes that a collection may have taken note of
   */
  constructor(
    private readonly env: RootDatabase,
    private readonly guard: WriteGuard,
    private readonly wait: number,
    private readonly afterUndone: () => void,
  ) {}

  /** @param by the transaction whose changes these are: they are made all or none, and wait for nobody */
  async write<T>(change: () => T, by?: Holder): Promise<T> {
    const until = Date.now() + this.wait
    for (;;) {
      const outcome = await this.attempt(change, by)
      if (outcome.kind === 'done') return outcome.result as T
      if (outcome.kind === 'undone' && outcome.error instanceof HeldError) {
        await this.waitFor(outcome.error.holder, until)
        continue
      }
      throw outcome.error
    }
  }

  private async attempt(change: () => unknown, by: Holder | undefined): Promise<Outcome> {
    let names: string[] = []
    try {
      const outcome = await this.env.transaction(() => {
        const run = by || this.guard.holdsAny ? this.runUndoable(change, by) : this.run(change)
        names = run.names
        this.guard.underWay(names)
        return run
      })
      if (outcome.kind === 'undone') this.afterUndone()
      return outcome
    } catch (error) {
      this.afterUndone()
      throw (await diskError(error)) ?? error
    } finally {
      this.guard.settled(names)
    }
  }

  /** Checks come before writes, so what was written before a failure is whole documents and stays, as with MongoDB. */
  private run(change: () => unknown): Outcome {
    let outcome: Outcome = { kind: 'done', result: undefined, names: [] }
    const names = this.guard.collect(undefined, () => {
      try {
        outcome = { kind: 'done', result: change(), names: [] }
      } catch (error) {
        outcome = { kind: 'failed', error, names: [] }
      }
    })
    return { ...outcome, names }
  }

  /** The same in a transaction of its own within LMDB's, undone when something is held or a commit fails. */
  private runUndoable(change: () => unknown, by: Holder | undefined): Outcome {
    let outcome: Outcome = { kind: 'done', result: undefined, names: [] }
    let names: string[] = []
    try {
      // Within a write transaction this runs at once.
      void this.env.childTransaction(() => {
        names = this.guard.collect(by, () => {
          try {
            outcome = { kind: 'done', result: change(), names: [] }
          } catch (error) {
            if (by || error instanceof HeldError) throw error
            outcome = { kind: 'failed', error, names: [] }
          }
        })
      })
    } catch (error) {
      return { kind: 'undone', error, names: [] }
    }
    return { ...outcome, names }
  }

  private async waitFor(holder: Holder, until: number): Promise<void> {
    const left = until - Date.now()
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), Math.max(left, 0))
    })
    const late = await Promise.race([holder.ended.then(() => false), timeUp])
    clearTimeout(timer)
    if (!late) return
    throw new CloudError(
      'SERVER_TIMEOUT',
      `the write waited ${this.wait / 1000} s for transaction ${holder.id}, which has written the same document and is still open`,
    )
  }
}
