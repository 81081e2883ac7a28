import type { LeaveReason } from '@/contracts/themeday'
import { pick, type Rng } from '@/domain/random'
import type { Leave } from '@/domain/themeday/part'
import { dayOf, startOfDay } from '@/domain/time/day'
import type { ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { between } from './chance'

const HOUR = 3_600_000

const reasons: readonly (readonly [LeaveReason, readonly string[]])[] = [
  ['work', ['单位值班', '赶工期', '']],
  ['illness', ['去医院复查', '感冒了', '']],
  ['family', ['照看老人', '']],
  ['away', ['出差在外', '']],
]

/**
 * The leave of somebody who did not come; null: they did not ask. About a third did, the day before, some of them through the secretary; of a theme day still to
 * come a few already have.
 * @param leaderId the secretary; null: there is none
 */
export function leaveOf({ startsAt, status }: ThemeDayDoc, leaderId: string | null, chance: Rng): Leave | null {
  if (chance() >= (status === 'closed' ? 0.35 : 0.06)) return null
  const [reason, notes] = pick(reasons, chance)
  const by = leaderId !== null && chance() < 0.3 ? ('secretary' as const) : ('self' as const)
  const at = startOfDay(dayOf(startsAt)) - between(1, 14, chance) * HOUR
  return { reason, note: pick(notes, chance), at, by, recorder: by === 'secretary' ? leaderId : null }
}
