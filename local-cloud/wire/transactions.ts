import type { Store } from '../store/store'
import type { WireActions } from './request'
import { textParam } from './request'

/** Transactions are known by an id, which the SDK sends along with what belongs to them. */
export const transactionActions = ({ transactions }: Store): WireActions => ({
  'database.startTransaction': () => ({ transactionId: transactions.start() }),
  'database.commitTransaction': async ({ params }) => {
    const transactionId = textParam(params, 'transactionId')
    await transactions.commit(transactionId)
    return { transactionId }
  },
  'database.abortTransaction': ({ params }) => {
    const transactionId = textParam(params, 'transactionId')
    transactions.abort(transactionId)
    return { transactionId }
  },
})
