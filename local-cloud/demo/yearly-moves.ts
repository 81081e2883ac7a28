import { pick, type Rng, shuffle } from '@/domain/random'
import { addDays, daysBetween, type Period } from '@/domain/time/day'
import type { AuditDoc, ReorganisationDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, HOME_BRANCH_ID } from './branches'
import { chanceFor } from './chance'
import type { Member } from './members'
import type { Happening, Mover } from './mover'

/** Of all members, to how many it happens in a year. Invented; a county has about as many. */
const shares = {
  comesIn: 0.01,
  joins: 0.016,
  becomesFull: 0.015,
  transfer: 0.012,
  leave: 0.008,
  away: 0.01,
  home: 0.006,
}
/** Without which nobody can be sure that a day in the year lies after the beginning of the records. */
const FIRST_DAYS = 10

const someDay = ({ from, to }: Period, chance: Rng): string =>
  addDays(from, FIRST_DAYS + Math.floor((daysBetween(from, to) - FIRST_DAYS) * chance()))

/** A member who was none before: their first seating begins on the day. */
function comeIn(mover: Mover, member: Member, day: string): void {
  const { person } = member
  member.person = {
    ...person,
    seatings: [],
    mobileSpells: person.mobile ? [{ from: day, until: null }] : [],
  }
  mover.move(member, { kind: 'admit', day, into: person.orgId })
}

/** Newcomers and leavers, transfers, mobile members who go and come, probationary members who become full ones: all over the year. */
function letMembersMove(
  mover: Mover,
  plain: readonly Member[],
  branches: readonly BranchPlan[],
  history: Period,
): void {
  const chance = chanceFor('yearly moves')
  const mixed = shuffle(plain, chance)
  const used = new Set<Member>()
  const some = (share: number, fits: (member: Member) => boolean): Member[] => {
    const found = mixed.filter((member) => !used.has(member) && fits(member)).slice(0, Math.round(plain.length * share))
    for (const member of found) used.add(member)
    return found
  }
  const settled = ({ person }: Member) => !person.mobile && person.fullFrom !== null
  const move = (member: Member, happening: Omit<Happening, 'day'>) =>
    mover.move(member, { ...happening, day: someDay(history, chance) })

  for (const member of some(shares.joins, ({ person }) => person.fullFrom === null && !person.mobile))
    comeIn(mover, member, someDay(history, chance))
  for (const member of some(shares.comesIn, settled)) comeIn(mover, member, someDay(history, chance))
  for (const member of some(shares.becomesFull, (one) => settled(one) && one.age < 45)) {
    member.person = { ...member.person, fullFrom: null }
    move(member, { kind: 'becomeFull' })
  }
  for (const member of some(shares.transfer, settled)) {
    const into = pick(branches, chance).id
    if (into !== member.person.orgId) move(member, { kind: 'transfer', into })
  }
  for (const member of some(shares.leave, settled)) {
    const reason = member.age >= 75 ? ('died' as const) : ('transferredOut' as const)
    move(member, { kind: 'leave', reason })
  }
  for (const member of some(shares.away, (one) => settled(one) && one.age < 58)) move(member, { kind: 'goAway' })
  for (const member of some(shares.home, ({ person }) => person.mobile)) move(member, { kind: 'comeHome' })
}

/** What is on record of the branches that went up in another one. */
export interface Merges {
  reorganisations: ReorganisationDoc[]
  audit: AuditDoc[]
}

/** Everybody of a branch goes into another one, which goes on. */
function mergeBranch(mover: Mover, members: readonly Member[], { id, events }: BranchPlan): Merges {
  const { into = '' } = events?.merged ?? {}
  const day = mover.branch(id).endedOn ?? ''
  const own = members.filter(({ person }) => person.orgId === id)
  const order = `${mover.recorder}.demo-merge-${id}`
  for (const [i, member] of own.entries()) {
    const arrivals = own.length - i
    mover.move(member, { kind: 'transfer', day, into, id: `${order}.${member.person._id}`, arrivals })
  }
  const recordedAt = Date.parse(`${day}T10:00:00+08:00`)
  const by = { recorder: mover.recorder, recordedAt, done: true }
  return {
    reorganisations: [{ _id: order, kind: 'merge', from: [id], into: [{ orgId: into, members: null }], day, ...by }],
    audit: [
      {
        _id: `${order}.${id}`,
        actor: mover.recorder,
        action: 'mergeBranches',
        object: id,
        at: recordedAt,
        requestId: order,
      },
    ],
  }
}

/**
 * A year's changes: branches that are founded get their members on that day, branches that end hand them on, and members move all the time. Those of the
 * home branch stay, and so do `but`.
 */
export function letTheYearMove(
  mover: Mover,
  members: readonly Member[],
  branches: readonly BranchPlan[],
  history: Period,
  but: ReadonlySet<Member>,
): Merges {
  const founded = new Map(
    branches.flatMap(({ id }) => (mover.branch(id).foundedOn ? [[id, mover.branch(id).foundedOn]] : [])) as [
      string,
      string,
    ][],
  )
  for (const member of members) {
    const day = founded.get(member.branch.id)
    if (day !== undefined) comeIn(mover, member, day)
  }
  const merging = branches.filter(({ events }) => events?.merged)
  const busy = new Set([
    HOME_BRANCH_ID,
    ...founded.keys(),
    ...merging.flatMap(({ id, events }) => [id, events?.merged?.into ?? '']),
  ])
  const plain = members.filter(
    (member) =>
      member.persona === null && member.person.roles.length === 0 && !but.has(member) && !busy.has(member.branch.id),
  )
  letMembersMove(
    mover,
    plain,
    branches.filter(({ id }) => !busy.has(id)),
    history,
  )
  const merges = merging.map((branch) => mergeBranch(mover, members, branch))
  return {
    reorganisations: merges.flatMap(({ reorganisations }) => reorganisations),
    audit: merges.flatMap(({ audit }) => audit),
  }
}
