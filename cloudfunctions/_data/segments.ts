import { find, findAll, findById, insertOnce, isIn, update } from './database'
import type { RosterDoc, SegmentDoc } from './documents'

export const findSegment = (id: string) => findById<SegmentDoc>('segments', id)

/**
 * Writes a segment that was read (version 0: there was none) and folded, as its next version, if nobody else has written it since.
 * false means that another fold was faster; read again and fold again.
 */
export async function writeSegment(segment: SegmentDoc): Promise<boolean> {
  const { _id, version, entries } = segment
  if (version === 0) return (await insertOnce('segments', { ...segment, version: 1 })) === 'inserted'
  return (await update('segments', { _id, version }, { version: version + 1, entries })) === 1
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
