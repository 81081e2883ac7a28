import { addDays } from '@/domain/time/day'
import type { MoveDoc } from '../../cloudfunctions/_data/documents'
import type { Member } from './members'
import type { Mover } from './mover'

/** What happened to somebody of the home committees in the last weeks. `daysAgo` lie within them. */
interface Story {
  readonly kind: MoveDoc['kind']
  /** A plain member of this branch, in turn; the same `who` is the same person. */
  readonly from: string
  readonly who: string
  readonly mobile: boolean
  readonly into?: string
  readonly daysAgo: number
  readonly reason?: MoveDoc['reason']
}

const plain = { mobile: false }

/**
 * A village member who moved to town, an official who changed the committee, a worker who left the county, another who came back after a few
 * weeks, one who went to work far away and one who came home.
 */
const stories: readonly Story[] = [
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

function someoneOf(members: readonly Member[], { from, mobile }: Story): Member {
  const fit = members.filter(
    ({ person, branch, persona }) =>
      branch.id === from && persona === null && person.roles.length === 0 && person.mobile === mobile,
  )
  const chosen = fit[Math.min(PASSED_OVER, fit.length - 1)]
  if (!chosen) throw new Error(`nobody in ${from} to whom it could happen`)
  return chosen
}

/** Lets it happen. Gives those to whom it did. */
export function letStoriesHappen(mover: Mover, members: readonly Member[], today: string): ReadonlySet<Member> {
  const chosen = new Map<string, Member>()
  for (const story of stories) {
    const { kind, who, into, reason, daysAgo } = story
    const member = chosen.get(who) ?? someoneOf(members, story)
    chosen.set(who, member)
    mover.move(member, { kind, day: addDays(today, -daysAgo), into, reason })
  }
  return new Set(chosen.values())
}
