import { ActivityNumbers } from '@/domain/participation/activity-numbers'
import { Block } from '@/domain/participation/block'
import { Links } from '@/domain/participation/links'
import { buildTree, type OrgTree } from '@/domain/participation/org-tree'
import { ParticipationIndex } from '@/domain/participation/participation-index'
import type { RosterBlock } from '@/domain/participation/roster'
import { monthsOf } from '@/domain/time/period'
import { find, findAll, isIn } from './database'
import type { RosterDoc } from './documents'
import { findTail, type UnfoldedFact } from './facts'
import { findSubtree } from './organisations'
import { findSegments, type SegmentVersion, segmentVersions } from './segments'
import { findRosterTail } from './theme-days'

/** What figures are computed from. */
export interface Participation {
  /** The organisation and everything below it. */
  readonly tree: OrgTree
  readonly index: ParticipationIndex
  /** The roster over time. */
  readonly roster: readonly RosterBlock[]
  /** Facts of all organisations and times that the index does not have yet; they are counted all the same. */
  readonly tail: readonly UnfoldedFact[]
}

/**
 * Everything that the figures of an organisation and period need: the tail of what is not folded first and the segments after it,
 * so that a fact which is folded in between is in both (and counts once) and never in neither.
 * Requests: the tail of facts and of rosters; then organisations, and versions of segments and of the roster, side by side; then
 * what this instance does not have: segments by the megabyte, the roster block by block.
 */
export async function loadParticipation(orgId: string, from: string, to: string): Promise<Participation> {
  const [facts, rosters] = await Promise.all([findTail(), findRosterTail()])
  const [organisations, blocks, roster] = await Promise.all([
    findSubtree(orgId),
    currentBlocks(monthsOf(from, to)),
    currentRoster(),
  ])
  return {
    tree: buildTree(organisations.map(({ _id, path: _, ...record }) => ({ id: _id, ...record }))),
    index: new ParticipationIndex({ blocks, facts, rosters, links: Links.of(roster), numbers: kept.numbers }),
    roster,
    tail: facts,
  }
}

/** What a warm instance keeps: decoded segments and the roster, each with the version that was decoded. */
const kept = { numbers: new ActivityNumbers(), blocks: new Map<string, Block>(), roster: new Map<string, RosterDoc>() }
/** Three kinds, two blocks of seats, two and a half years; and twice the activities of such a time. */
const MOST_BLOCKS = 180
const MOST_ACTIVITIES = 300_000

const MOST_TRIES = 4

/**
 * The segments of some months. A correction that moves a fact from one segment to another is folded into both in one transaction;
 * when a segment turns out to be of a later version than the list says, the list is read anew, so that it is seen in both or in none.
 */
async function currentBlocks(months: readonly string[]): Promise<Block[]> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const versions = await segmentVersions(months)
    makeRoom(versions)
    const stale = versions.filter(({ _id, version }) => kept.blocks.get(_id)?.segment.version !== version)
    for (const segment of await findSegments(stale)) kept.blocks.set(segment._id, new Block(segment, kept.numbers))
    const blocks = versions.flatMap(({ _id, version }) => {
      const block = kept.blocks.get(_id)
      return block?.segment.version === version ? [block] : []
    })
    if (blocks.length === versions.length) return blocks
  }
  throw new Error('the index is written all the time')
}

/** Drops what was kept for other months when there is too much of it. */
function makeRoom(needed: readonly SegmentVersion[]): void {
  if (kept.numbers.size > MOST_ACTIVITIES) {
    kept.numbers = new ActivityNumbers()
    kept.blocks.clear()
  }
  const ids = new Set(needed.map(({ _id }) => _id))
  const news = needed.filter(({ _id }) => !kept.blocks.has(_id)).length
  if (kept.blocks.size + news <= MOST_BLOCKS) return
  for (const id of [...kept.blocks.keys()]) if (!ids.has(id)) kept.blocks.delete(id)
}

/** All blocks of the roster; those that have not changed are not read again. */
async function currentRoster(): Promise<RosterDoc[]> {
  const versions = await findAll<Pick<RosterDoc, '_id' | 'version'>>('rosters', {}, { fields: ['version'] })
  const stale = versions.filter(({ _id, version }) => kept.roster.get(_id)?.version !== version)
  // one at a time: a block of 65,536 seats with years of changes may be half as large as an answer may be
  const read = await Promise.all(stale.map(({ _id }) => find<RosterDoc>('rosters', { _id: isIn([_id]) }, { limit: 1 })))
  for (const [block] of read) if (block) kept.roster.set(block._id, block)
  return versions.flatMap(({ _id }) => kept.roster.get(_id) ?? [])
}
