import type { Roster } from '@/domain/metrics'
import { Bitmap } from '@/domain/participation/bitmap/bitmap'
import { Block } from '@/domain/participation/block'
import { buildTree, type OrgTree } from '@/domain/participation/org-tree'
import { ParticipationIndex } from '@/domain/participation/participation-index'
import { monthsOf } from '@/domain/time/period'
import { findTail } from './facts'
import { findSubtree } from './organisations'
import { findRosterParts, findSegments, type SegmentVersion, segmentVersions } from './segments'
import { findRosters } from './theme-days'

/** What figures are computed from. */
export interface Participation {
  /** The organisation and everything below it. */
  readonly tree: OrgTree
  readonly index: ParticipationIndex
  /** Seats that are taken now, and those of mobile members. */
  readonly roster: Roster
}

/**
 * Everything that the figures of an organisation and period need: the tail of unfolded facts first and the segments after it, so
 * that a fact which is folded in between is in both (and counts once) and never in neither.
 * Requests: the tail; then organisations, versions and rosters side by side; then each segment that this instance does not have.
 */
export async function loadParticipation(orgId: string, from: string, to: string): Promise<Participation> {
  const tail = await findTail()
  const themeDays = [...new Set(tail.filter(({ kind }) => kind === 'themeday').map(({ activityId }) => activityId))]
  const [organisations, blocks, parts, rosters] = await Promise.all([
    findSubtree(orgId),
    segmentVersions(monthsOf(from, to)).then(currentBlocks),
    findRosterParts(),
    findRosters(themeDays),
  ])
  const union = (texts: readonly string[]) =>
    texts.reduce((all, text) => all.addAll(Bitmap.fromBase64(text)), new Bitmap())
  return {
    tree: buildTree(organisations.map(({ _id, path: _, ...record }) => ({ id: _id, ...record }))),
    index: new ParticipationIndex(blocks, tail, (activityId) => rosters.get(activityId) ?? null),
    roster: { members: union(parts.map(({ taken }) => taken)), mobile: union(parts.map(({ mobile }) => mobile)) },
  }
}

/** Decoded segments that a warm instance keeps, by id, each with the version that was decoded. */
const kept = new Map<string, { version: number; block: Block }>()
/** Three kinds, two blocks of seats, two and a half years. */
const MOST_KEPT = 180

async function currentBlocks(versions: readonly SegmentVersion[]): Promise<Block[]> {
  const stale = versions.filter(({ _id, version }) => kept.get(_id)?.version !== version)
  const segments = await findSegments(stale.map(({ _id }) => _id))
  const read = new Map(
    segments.map((segment) => [segment._id, { version: segment.version, block: new Block(segment) }]),
  )
  const blocks = versions.flatMap(({ _id }) => read.get(_id)?.block ?? kept.get(_id)?.block ?? [])
  if (kept.size + read.size > MOST_KEPT) kept.clear()
  for (const [id, entry] of read) kept.set(id, entry)
  return blocks
}
