import { makeFact } from '@/domain/participation/fact'
import { type Place, placeOn } from '@/domain/people/membership'
import type { Rng } from '@/domain/random'
import { dayOf } from '@/domain/time/day'
import type { FactDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

const MINUTE = 60_000

/** How somebody was there: mobile members from afar, some of the very old by proxy, the others by scanning at the door. */
function attendance({ age }: Member, { mobile }: Place, { startsAt }: ThemeDayDoc, leaderId: string, chance: Rng) {
  if (mobile) {
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
  const day = dayOf(themeDay.startsAt)
  const own = members.flatMap((member) => {
    const place = placeOn(member.person, day)
    return place?.orgId === themeDay.orgId ? [{ member, place }] : []
  })
  // in the order of the branch, whoever joined it since
  const leader = own.find(({ member }) => member.branch.id === themeDay.orgId)?.member
  if (themeDay.status !== 'closed' || leader === undefined) return []
  return own.flatMap(({ member, place }) => {
    const likely = chance() < willingness(member, 'themeday')
    if (member !== leader && !(settled(member) ?? likely)) return []
    const how = attendance(member, place, themeDay, leader.person._id, chance)
    const person = { id: member.person._id, ...place }
    return [makeFact({ kind: 'themeday', activityId: themeDay._id, person, ...how })]
  })
}
