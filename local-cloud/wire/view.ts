import { CloudError } from '../errors'
import type { Store } from '../store/store'
import type { CollectionView, WritableView } from '../store/view'
import type { WireRequest } from './request'
import { textParam } from './request'

/** Operations that the SDK never sends within a transaction must not look as if they belonged to one. */
export const refuseTransaction = ({ action, params }: WireRequest) => {
  if (params.transactionId !== undefined) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `${action} cannot belong to a transaction`)
  }
}

/** What a request reads: the snapshot of the transaction that it names, else what is committed. */
export const viewFor = (store: Store, request: WireRequest): CollectionView => {
  refuseTransaction(request)
  return store.collection(textParam(request.params, 'collectionName'))
}

/** Runs a change in the transaction that the request names, else durably at once. */
export const change = async <T>(
  store: Store,
  request: WireRequest,
  run: (collection: WritableView) => T,
): Promise<T> => {
  refuseTransaction(request)
  const collection = store.collection(textParam(request.params, 'collectionName'))
  return await store.write(() => run(collection))
}
