import type { LeaveReason } from '@/contracts/organise'
import { decideMove, type MoveOrder, openSeating, seatIn } from '@/domain/people/moves'
import { nextSeat } from '@/domain/people/seats'
import { addDays } from '@/domain/time/day'
import type { MoveDoc, OrganisationDoc } from '../../cloudfunctions/_data/documents'
import type { Member } from './members'

/** What happened to somebody in the weeks of the history. `daysAgo` lie within it. */
interface Happening {
  readonly kind: MoveDoc['kind']
  /** A plain member of this branch, in turn; the same `who` is the same person. */
  readonly from: string
  readonly who: string
  readonly mobile: boolean
  readonly into?: string
  readonly daysAgo: number
  readonly reason?: LeaveReason
}

const plain = { mobile: false }

/**
 * A village member who moved to town, an official who changed the committee, a worker who left the county, another who came back after a few
 * weeks, one who went to work far away and one who came home.
 */
const happenings: readonly Happening[] = [
  { ...plain, kind: 'leave', who: 'back', from: 'shili-direct-water', daysAgo: 36, reason: 'transferredOut' },
  { ...plain, kind: 'transfer', who: 'village', from: 'shili-town-yi', into: 'shili-town-yangli', daysAgo: 30 },
  { ...plain, kind: 'transfer', who: 'official', from: 'shili-direct-one', into: 'shili-town-office', daysAgo: 25 },
  { ...plain, kind: 'leave', who: 'gone', from: 'shili-new-food', daysAgo: 20, reason: 'transferredOut' },
  { ...plain, kind: 'goAway', who: 'away', from: 'shili-town-er', daysAgo: 18 },
  { kind: 'comeHome', who: 'home', from: 'shili-town-san', mobile: true, daysAgo: 15 },
  { ...plain, kind: 'admit', who: 'back', from: 'shili-direct-water', into: 'shili-direct-water', daysAgo: 12 },
]

/** How many of a branch are passed over, so that it is not always the first. */
const PASSED_OVER = 3

function someoneOf(members: readonly Member[], { from, mobile }: Happening): Member {
  const fit = members.filter(
    ({ person, branch, persona }) =>
      branch.id === from && persona === null && person.roles.length === 0 && person.mobile === mobile,
  )
  const chosen = fit[Math.min(PASSED_OVER, fit.length - 1)]
  if (!chosen) throw new Error(`nobody in ${from} to whom it could happen`)
  return chosen
}

/**
 * Lets it happen by the real rules, before anyone has taken part in anything. Changes members and organisations in place.
 * @param recorder the id of the person who entered it
 */
export function letPeopleMove(
  members: readonly Member[],
  organisations: readonly OrganisationDoc[],
  today: string,
  recorder: string,
): MoveDoc[] {
  const chosen = new Map<string, Member>()
  return happenings.map((happening, i) => {
    const { kind, who, into, reason = null } = happening
    const member = chosen.get(who) ?? someoneOf(members, happening)
    chosen.set(who, member)
    const day = addDays(today, -happening.daysAgo)
    const branch = organisations.find(({ _id }) => _id === into)
    const { order, deals } = orderOf(member, kind, day, branch)
    const decision = decideMove(member.person, order, today)
    if (!decision.ok) throw new Error(`${who}: ${decision.code}`)
    const from = openSeating(member.person)?.orgId ?? null
    if (branch && deals) branch.dealt += 1
    member.person = decision.person
    return {
      _id: `${recorder}.demo-move-${i}`,
      kind,
      personId: member.person._id,
      from,
      to: openSeating(member.person)?.orgId ?? null,
      day,
      reason,
      rolesEnded: [],
      recorder,
      recordedAt: Date.parse(`${day}T10:00:00+08:00`),
      settled: true,
    }
  })
}

function orderOf({ person }: Member, kind: MoveDoc['kind'], day: string, branch: OrganisationDoc | undefined) {
  if (kind !== 'admit' && kind !== 'transfer') return { order: { kind, day } satisfies MoveOrder, deals: false }
  if (!branch) throw new Error(`${kind} needs a branch`)
  const own = seatIn(person, branch._id)
  const seat = own ?? nextSeat(branch)
  if (seat === null) throw new Error(`${branch._id} has no seat left`)
  return { order: { kind, day, seat, into: { ...branch, id: branch._id } } satisfies MoveOrder, deals: own === null }
}
