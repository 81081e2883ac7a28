import { makeFact } from '@/domain/participation/fact'
import type { Rng } from '@/domain/random'
import type { FactDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

const MINUTE = 60_000

/** How somebody was there: mobile members from afar, some of the very old by proxy, the others by scanning at the door. */
function attendance({ person, age }: Member, { startsAt }: ThemeDayDoc, leaderId: string, chance: Rng) {
  if (person.mobile) {
    const at = startsAt + between(0, 20 * 60, chance) * 1000
    return { occurredAt: at, recordedAt: at, channel: 'remote' as const }
  }
  if (age >= 78 && chance() < 0.4) {
    const by = { channel: 'proxy' as const, recorder: leaderId, reason: '行动不便，支部上门送学' }
    return { occurredAt: startsAt, recordedAt: startsAt + 40 * MINUTE, ...by }
  }
  const at = startsAt + between(-12 * 60, 15 * 60, chance) * 1000
  return { occurredAt: at, recordedAt: at, channel: 'self' as const }
}

/** Who came to a theme day that was held. Its secretary always did. */
export function themeDayHistory(
  themeDay: ThemeDayDoc,
  members: readonly Member[],
  /** For those whose part is settled: whether they came. */
  settled: (member: Member) => boolean | null,
): FactDoc[] {
  const chance = chanceFor(themeDay._id)
  const own = members.filter(({ person }) => person.orgId === themeDay.orgId)
  const [leader] = own
  if (themeDay.status !== 'closed' || leader === undefined) return []
  return own.flatMap((member) => {
    const likely = chance() < willingness(member, 'themeday')
    if (member !== leader && !(settled(member) ?? likely)) return []
    const { _id: id, seat, orgId, mobile } = member.person
    const how = attendance(member, themeDay, leader.person._id, chance)
    return [makeFact({ kind: 'themeday', activityId: themeDay._id, person: { id, seat, orgId, mobile }, ...how })]
  })
}
