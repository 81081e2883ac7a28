import type { IndexedFact } from '@/domain/participation/fact'
import { type FoldStep, foldSegment, planFold } from '@/domain/participation/fold'
import type { FrozenRoster } from '@/domain/participation/segment'
import { markFolded, unfoldedFacts } from '../_data/facts'
import { findSegment, segmentsIn, writeSegment } from '../_data/segments'
import { markRostersFolded, unfoldedRosters } from '../_data/theme-days'
import { inTransaction } from '../_data/transaction'

/** How often a segment is folded again because another fold wrote it in the meantime. */
const MOST_TRIES = 8
/** Rosters are read a few at a time: one may have thousands of seats. */
const ROSTERS = 20

/**
 * Folds up to `limit` facts and some rosters into the index and marks them. The segments come first, the marks second: a crash in
 * between leaves facts that are folded again, which changes nothing. `left` says whether there may be more.
 */
export async function foldBatch(limit: number): Promise<{ folded: number; left: boolean }> {
  const [someFacts, someRosters] = await Promise.all([unfoldedFacts(limit), unfoldedRosters(ROSTERS)])
  const facts = someFacts.rows
  const rosters = someRosters.rows
  const alone: Item[] = []
  const together = new Map<string, Item[]>()
  for (const item of [...facts.map((fact) => ({ fact })), ...rosters.map((roster) => ({ roster }))]) {
    const segments = planOf([item]).map(({ key }) => key._id)
    if (segments.length === 1) alone.push(item)
    else together.set(`${segments}`, [...(together.get(`${segments}`) ?? []), item])
  }
  for (const step of planOf(alone)) await foldStep(step)
  for (const items of together.values()) await foldTogether(planOf(items))
  if (facts.length > 0) await markFolded(facts.map(({ _id }) => _id))
  if (rosters.length > 0) await markRostersFolded(rosters.map(({ activityId }) => activityId))
  return { folded: facts.length + rosters.length, left: someFacts.more || someRosters.more }
}

/** What a fold takes up: a fact or a roster. */
interface Item {
  readonly fact?: IndexedFact
  readonly roster?: FrozenRoster
}

const planOf = (items: readonly Item[]): FoldStep[] =>
  planFold(
    items.flatMap(({ fact }) => fact ?? []),
    items.flatMap(({ roster }) => roster ?? []),
  )

async function foldStep(step: FoldStep): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const before = await findSegment(step.key._id)
    const after = foldSegment(step, before)
    if (after === before || (await writeSegment(after))) return
  }
  throw new Error(`segment ${step.key._id} is written by others all the time`)
}

/** What concerns several segments is seen in all of them or in none: a correction that moves a fact must not lose it on the way. */
async function foldTogether(steps: readonly FoldStep[]): Promise<void> {
  const done = await inTransaction(async (transaction) => {
    const segments = segmentsIn(transaction)
    for (const step of steps) {
      const before = await segments.find(step.key._id)
      const after = foldSegment(step, before)
      if (after !== before) await segments.write(after)
    }
    return 'done'
  })
  if (done === 'busy') throw new Error(`segments ${steps.map(({ key }) => key._id)} are written by others all the time`)
}
