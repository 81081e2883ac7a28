import type { RootDatabase, Transaction } from 'lmdb'

/** The state of all collections at one moment, until it is closed. */
export interface Snapshot {
  readonly transaction: Transaction
  close(): void
}

/** A snapshot of what is committed now. Pages that it needs are not reused while it is open. */
export const openSnapshot = (env: RootDatabase): Snapshot => {
  // Reads of one tick share a read transaction, which may have begun before the last commit.
  env.resetReadTxn()
  const transaction = env.useReadTransaction()
  return { transaction, close: () => transaction.done() }
}
