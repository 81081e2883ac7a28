import type { Fact } from '@/domain/participation/fact'
import { type FoldStep, foldFacts, planFold } from '@/domain/participation/fold'
import type { ExpectedOf } from '@/domain/participation/segment'
import { markFolded, unfoldedFacts } from '../_data/facts'
import { findSegment, writeSegment } from '../_data/segments'
import { findRosters } from '../_data/theme-days'

/** How often a segment is folded again because another fold wrote it in the meantime. */
const MOST_TRIES = 8

/**
 * Folds up to `limit` facts into the index and marks them. The segments come first, the marks second: a crash in between leaves
 * facts that are folded again, which changes nothing. Returns how many facts were taken; fewer than `limit` means that none are left.
 */
export async function foldBatch(limit: number): Promise<number> {
  const facts = await unfoldedFacts(limit)
  if (facts.length === 0) return 0
  const expectedOf = await rostersOf(facts)
  for (const step of planFold(facts, expectedOf)) await foldStep(step, expectedOf)
  await markFolded(facts.map(({ _id }) => _id))
  return facts.length
}

async function rostersOf(facts: readonly Fact[]): Promise<ExpectedOf> {
  const ids = facts.filter(({ kind }) => kind === 'themeday').map(({ activityId }) => activityId)
  const rosters = await findRosters([...new Set(ids)])
  return (activityId) => rosters.get(activityId) ?? null
}

async function foldStep({ key, facts }: FoldStep, expectedOf: ExpectedOf): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const before = await findSegment(key._id)
    const after = foldFacts(key, before, facts, expectedOf)
    if (after === before || (await writeSegment(after))) return
  }
  throw new Error(`segment ${key._id} is written by others all the time`)
}
