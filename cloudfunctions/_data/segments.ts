import { find, findAll, findById, insertOnce, isIn, update } from './database'
import type { RosterDoc, SegmentDoc } from './documents'

export const findSegment = (id: string) => findById<SegmentDoc>('segments', id)

/**
 * Writes a segment if nobody else has since it was read: the first version is an insert, each later one names its predecessor.
 * false means that another fold was faster; read again and fold again.
 */
export async function writeSegment(segment: SegmentDoc): Promise<boolean> {
  if (segment.version === 1) return (await insertOnce('segments', segment)) === 'inserted'
  const { _id, version, entries } = segment
  return (await update('segments', { _id, version: version - 1 }, { version, entries })) === 1
}

export type SegmentVersion = Pick<SegmentDoc, '_id' | 'version' | 'month'>

/** Which segments there are for some months, and in which version: one request for up to 1,000. */
export const segmentVersions = (months: readonly string[]) =>
  findAll<SegmentVersion>('segments', { month: isIn(months) }, { fields: ['version', 'month'] })

/** Segments by id. One request each: a segment may be nearly as large as an answer may be. */
export const findSegments = async (ids: readonly string[]): Promise<SegmentDoc[]> =>
  (await Promise.all(ids.map((id) => findSegment(id)))).filter((segment) => segment !== null)

/** The seats that are taken, by block. */
export const findRosterParts = () => find<RosterDoc>('rosters', {}, { limit: 100 })
