import type { Reorganised } from '@/contracts/organise'
import type { OrganisationDoc, ReorganisationDoc } from '../_data/documents'
import {
  beginReorganisation,
  continueReorganisation,
  type ReorganisationRefusal,
  successorsOf,
} from '../_data/reorganisations'

/** A phone waits 15 s for an answer: a large branch is carried over in several calls. */
const SLICE_MS = 8_000

/** Begins an order, or goes on with it, for as long as a call may take. */
export async function reorganise(
  order: ReorganisationDoc,
  founded: readonly OrganisationDoc[],
  refuse: (code: ReorganisationRefusal) => never,
): Promise<Reorganised> {
  const startedAt = Date.now()
  const begun = await beginReorganisation(order, founded)
  if (begun !== 'begun') return refuse(begun)
  const isOver = () => Date.now() - startedAt > SLICE_MS
  const progress = await continueReorganisation(order, order.recordedAt, isOver)
  return { ...progress, successors: await successorsOf(order) }
}
