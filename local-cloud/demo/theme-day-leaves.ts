import type { LeaveReason } from '@/contracts/themeday'
import { placeOn } from '@/domain/people/membership'
import { pick } from '@/domain/random'
import { dayOf, startOfDay } from '@/domain/time/day'
import type { AttendanceDoc, FactDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { between, chanceFor } from './chance'
import type { Member } from './members'

const HOUR = 3_600_000

const reasons: readonly (readonly [LeaveReason, readonly string[]])[] = [
  ['work', ['单位值班', '赶工期', '']],
  ['illness', ['去医院复查', '感冒了', '']],
  ['family', ['照看老人', '']],
  ['away', ['出差在外', '']],
]

/** Of those who did not come about a third had asked for leave the day before, some of them through the secretary; of one still to come, a few already have. */
export function themeDayLeaves(
  themeDay: ThemeDayDoc,
  members: readonly Member[],
  facts: readonly FactDoc[],
): AttendanceDoc[] {
  const { _id: themeDayId, orgId, startsAt, status } = themeDay
  const chance = chanceFor(`leave.${themeDayId}`)
  const day = dayOf(startsAt)
  const own = members.filter(({ person }) => placeOn(person, day)?.orgId === orgId)
  const leader = own.find(({ branch }) => branch.id === orgId)
  const came = new Set(facts.flatMap((fact) => (fact.activityId === themeDayId ? [fact.personId] : [])))
  return own.flatMap(({ person, persona }) => {
    const likely = chance() < (status === 'closed' ? 0.35 : 0.06)
    if (persona || person === leader?.person || came.has(person._id) || !likely) return []
    const [reason, notes] = pick(reasons, chance)
    const by = leader && chance() < 0.3 ? ('secretary' as const) : ('self' as const)
    const at = startOfDay(day) - between(1, 14, chance) * HOUR
    const recorder = by === 'secretary' && leader ? leader.person._id : null
    const leave = { reason, note: pick(notes, chance), at, by, recorder }
    return [{ _id: `${themeDayId}.${person._id}`, themeDayId, personId: person._id, leave, lateScan: null }]
  })
}
