import { badRequest, CloudError } from '../errors'
import type { Store } from '../store/store'
import type { CollectionView, WritableView } from '../store/view'
import type { WireRequest } from './request'
import { textParam } from './request'

/** Operations that the SDK never sends within a transaction must not look as if they belonged to one. */
export const refuseTransaction = ({ action, params }: WireRequest) => {
  if (params.transactionId !== undefined) throw badRequest(`${action} cannot belong to a transaction`)
}

/** The transaction that a request names. */
const transactionOf = ({ params }: WireRequest): string | undefined =>
  params.transactionId === undefined ? undefined : textParam(params, 'transactionId')

const collectionOf = (store: Store, { params }: WireRequest) => store.collection(textParam(params, 'collectionName'))

/** Answers from what a request reads: the snapshot of the transaction that it names, else what is committed. */
export const reading = <T>(store: Store, request: WireRequest, run: (collection: CollectionView) => T): T => {
  const id = transactionOf(request)
  if (id === undefined) return run(collectionOf(store, request))
  return store.transactions.run(id, (open) => run(open.view(collectionOf(store, request))))
}

/** Runs a change in the transaction that the request names, else durably at once. */
export const change = async <T>(
  store: Store,
  request: WireRequest,
  run: (collection: WritableView) => T,
): Promise<T> => {
  const id = transactionOf(request)
  if (id === undefined) {
    const collection = collectionOf(store, request)
    return await store.write(() => run(collection))
  }
  return store.transactions.run(id, (open) => {
    if (request.params.queryType === 'WHERE') {
      throw new CloudError('INVALID_PARAM', 'within a transaction only doc() and add() write')
    }
    return run(open.view(collectionOf(store, request)))
  })
}
