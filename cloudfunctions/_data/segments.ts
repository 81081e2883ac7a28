import { deflateSync, inflateSync } from 'node:zlib'
import { packSegment, unpackSegment } from '@/domain/participation/pack'
import { factsIn, type Segment } from '@/domain/participation/segment'
import { find, findAll, findById, insertOnce, isIn, update } from './database'
import type { SegmentDoc } from './documents'
import type { Transaction } from './transaction'

/** The platform refuses to answer more than 1 MB: half a dozen fields and the envelope come on top of the data. */
const MOST_ANSWERED = 900_000

function docOf(segment: Segment, version: number): SegmentDoc {
  const { _id, kind, month, part } = segment
  const data = deflateSync(packSegment(segment)).toString('base64')
  // with a hundred thousand members a segment has a quarter of it; one that could not be read again must not be written
  if (data.length > MOST_ANSWERED) throw new Error(`segment ${_id} is larger than the platform answers: ${data.length}`)
  return { _id, kind, month, part, version, facts: factsIn(segment), size: data.length, data }
}

/** Throws Error for a segment that is damaged: the figures of its month then have an error, never a wrong number. */
function segmentOf({ _id, kind, month, part, version, data }: SegmentDoc): Segment {
  return unpackSegment({ _id, kind, month, part }, version, inflateSync(Buffer.from(data, 'base64')))
}

export async function findSegment(id: string): Promise<Segment | null> {
  const doc = await findById<SegmentDoc>('segments', id)
  return doc && segmentOf(doc)
}

/**
 * Writes a segment that was read (version 0: there was none) and folded, as its next version, if nobody else has written it since.
 * false means that another fold was faster; read again and fold again.
 */
export async function writeSegment(segment: Segment): Promise<boolean> {
  const { _id, version } = segment
  const doc = docOf(segment, version + 1)
  if (version === 0) return (await insertOnce('segments', doc)) === 'inserted'
  const { facts, size, data } = doc
  return (await update('segments', { _id, version }, { version: version + 1, facts, size, data })) === 1
}

/** The same within a transaction, where a faster one is a conflict. */
export const segmentsIn = (transaction: Transaction) => ({
  async find(id: string): Promise<Segment | null> {
    const doc = await transaction.find<SegmentDoc>('segments', id)
    return doc && segmentOf(doc)
  },
  write: (segment: Segment) => transaction.put('segments', docOf(segment, segment.version + 1)),
})

export type SegmentVersion = Pick<SegmentDoc, '_id' | 'version' | 'month' | 'size'>

/** Which segments there are for some months, and in which version: one request for up to 1,000. */
export const segmentVersions = (months: readonly string[]) =>
  findAll<SegmentVersion>('segments', { month: isIn(months) }, { fields: ['version', 'month', 'size'] })

/** Puts documents together that fit into one answer, by their sizes; one that is too large alone stands alone. */
export function batches<T extends { readonly size: number }>(list: readonly T[], most = MOST_ANSWERED): T[][] {
  const result: T[][] = []
  let left = 0
  for (const one of [...list].sort((a, b) => b.size - a.size)) {
    if (one.size > left) {
      result.push([])
      left = most
    }
    result[result.length - 1]?.push(one)
    left -= one.size
  }
  return result
}

/** Segments by what `segmentVersions` said: as few requests as answers of 1 MB allow, side by side. */
export async function findSegments(versions: readonly SegmentVersion[]): Promise<Segment[]> {
  const found = await Promise.all(
    batches(versions).map((some) =>
      find<SegmentDoc>('segments', { _id: isIn(some.map(({ _id }) => _id)) }, { limit: some.length }),
    ),
  )
  return found.flat().map(segmentOf)
}
