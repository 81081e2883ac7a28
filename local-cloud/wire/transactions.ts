import type { Store } from '../store/store'
import { conflict } from '../store/transaction'
import type { WireActions } from './request'
import { textParam } from './request'

/**
 * Transactions are known by an id, which the SDK sends along with what belongs to them.
 * @param conflictsAtCommit whether this commit finds a conflict that no operation found: here only chaos says so
 */
export const transactionActions = ({ transactions }: Store, conflictsAtCommit: () => boolean): WireActions => ({
  'database.startTransaction': () => ({ transactionId: transactions.start() }),
  'database.commitTransaction': async ({ params }) => {
    const transactionId = textParam(params, 'transactionId')
    if (conflictsAtCommit()) {
      transactions.abort(transactionId)
      throw conflict()
    }
    await transactions.commit(transactionId)
    return { transactionId }
  },
  'database.abortTransaction': ({ params }) => {
    const transactionId = textParam(params, 'transactionId')
    transactions.abort(transactionId)
    return { transactionId }
  },
})
