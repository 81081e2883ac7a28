import { correctFact } from '@/domain/participation/fact'
import type { Rng } from '@/domain/random'
import { DAY_MS, dayOf } from '@/domain/time/day'
import type { FactDoc } from '../../cloudfunctions/_data/documents'
import { chanceFor } from './chance'
import type { World } from './world'

/** Of all entries so many were taken back, and so many put on the day on which it really was. */
const TAKEN_BACK = 0.002
const MOVED = 0.001
const HOUR = 3_600_000

const reasons = { takenBack: '误录，本人当天没有到', moved: '日期录错，按签到表更正' } as const

/**
 * Of the entries of theme days some were wrong, and a secretary corrected them some days later: another entry with the next revision, as the ledger has it. What was put
 * on another day may lie in another month.
 */
export function correctionsOf(facts: readonly FactDoc[], label: string, { plan, roll, calendar }: World): FactDoc[] {
  if (!plan.eventful) return []
  const chance = chanceFor(`corrections ${label}`)
  return facts.flatMap((fact) => {
    const kind = kindOf(chance)
    const leader = roll.leaderOf(fact.orgId, fact.day)
    const recordedAt = fact.recordedAt + 3 * DAY_MS + HOUR
    if (!kind || !leader || leader.person._id === fact.personId || dayOf(recordedAt) >= calendar.today) return []
    const by = { recorder: leader.person._id, reason: reasons[kind], recordedAt }
    if (kind === 'takenBack') return [correctFact(fact, { ...by, withdrawn: true })]
    return [correctFact(fact, { ...by, withdrawn: false, occurredAt: fact.occurredAt - DAY_MS })]
  })
}

function kindOf(chance: Rng): keyof typeof reasons | null {
  const luck = chance()
  if (luck < TAKEN_BACK) return 'takenBack'
  return luck < TAKEN_BACK + MOVED ? 'moved' : null
}
