import type { Day, Id } from '@/contracts/common'
import type { OrganisationKind, RoleName } from '@/contracts/identity'
import type { MoveKind } from '@/contracts/organise'
import { daysBetween } from '../time/day'
import type { Membership, Seating, Spell } from './membership'

/** What a move changes of a roster entry. `orgId`, `seat` and `mobile` say how it is now; the rest says since when. */
export interface RosterEntry extends Membership {
  readonly orgId: Id
  readonly seat: number
  readonly mobile: boolean
  readonly revision: number
  readonly roles: readonly { readonly role: RoleName; readonly orgId: Id }[]
}

/** What is to be done, and from which day on it is so. */
export type MoveOrder =
  | { readonly kind: 'admit' | 'transfer'; readonly day: Day; readonly seat: number; readonly into: Receiver }
  | { readonly kind: Exclude<MoveKind, 'admit' | 'transfer'>; readonly day: Day }

/** The organisation that receives someone. */
export interface Receiver {
  readonly id: Id
  readonly kind: OrganisationKind
  readonly endedOn: Day | null
  /** Who goes on in its place: named before it ends, so that nobody comes in any more. */
  readonly successors: readonly Id[]
}

export type MoveRefusal =
  | 'MOVE_DAY'
  | 'MOVE_BEFORE_LAST'
  | 'SAME_ORGANISATION'
  | 'ALREADY_LEFT'
  | 'STILL_MEMBER'
  | 'ALREADY_SO'
  | 'NOT_A_BRANCH'
  | 'ORG_ENDED'

export type MoveDecision<Entry> =
  | { readonly ok: true; readonly person: Entry }
  | { readonly ok: false; readonly code: MoveRefusal }

/** How far back a change may be entered: a year, and the weeks in which the year before is closed. */
export const BACKDATE_DAYS = 400

/** The seat that someone has in an organisation, from an earlier time there too; null when they never sat in it. */
export const seatIn = ({ seatings }: Membership, orgId: Id): number | null =>
  seatings.find((one) => one.orgId === orgId)?.seat ?? null

/** Where someone sits now; null after they left. */
export const openSeating = ({ seatings }: Membership): Seating | null => {
  const last = seatings[seatings.length - 1]
  return last && last.until === null ? last : null
}

/** Whether someone is a member here now. */
export const isSeated = (person: Membership): boolean => openSeating(person) !== null

/**
 * The roster entry after a move. A move that is entered by mistake is taken back by the opposite move of the same day: what lasted
 * no day counts on none. Refuses a day in the future, one more than 400 days ago, and one before the last change of the same kind.
 */
export function decideMove<Entry extends RosterEntry>(
  person: Entry,
  order: MoveOrder,
  today: Day,
): MoveDecision<Entry> {
  const age = daysBetween(order.day, today)
  if (age < 0 || age > BACKDATE_DAYS) return no('MOVE_DAY')
  switch (order.kind) {
    case 'admit':
      return seat(person, order)
    case 'transfer':
      return seat(person, order)
    case 'leave':
      return leave(person, order.day)
    case 'goAway':
      return setMobile(person, true, order.day)
    case 'comeHome':
      return setMobile(person, false, order.day)
    case 'becomeFull':
      return becomeFull(person, order.day)
  }
}

const no = (code: MoveRefusal) => ({ ok: false, code }) as const
const yes = <Entry extends RosterEntry>(person: Entry, change: Partial<RosterEntry>) =>
  ({ ok: true, person: { ...person, ...change, revision: person.revision + 1 } }) as const
const begins = (day: Day, spell: Spell): boolean => spell.from === null || spell.from <= day

/** Admission and transfer: the open seating ends, and another one begins, in the old seat when there is one. */
function seat<Entry extends RosterEntry>(
  person: Entry,
  { kind, into, seat, day }: Extract<MoveOrder, { kind: 'admit' | 'transfer' }>,
): MoveDecision<Entry> {
  const open = openSeating(person)
  if (kind === 'admit' && open) return no('STILL_MEMBER')
  if (kind === 'transfer' && !open) return no('ALREADY_LEFT')
  if (open?.orgId === into.id) return no('SAME_ORGANISATION')
  if (into.kind !== 'branch') return no('NOT_A_BRANCH')
  if (into.endedOn !== null || into.successors.length > 0) return no('ORG_ENDED')
  const last = person.seatings[person.seatings.length - 1]
  if (open ? !begins(day, open) : last?.until && day < last.until) return no('MOVE_BEFORE_LAST')
  const before = open ? endLast(person.seatings, day) : person.seatings
  return yes(person, {
    orgId: into.id,
    seat,
    seatings: [...before, { seat, orgId: into.id, from: day, until: null }],
    roles: open ? withoutRolesIn(person, open.orgId) : person.roles,
  })
}

function leave<Entry extends RosterEntry>(person: Entry, day: Day): MoveDecision<Entry> {
  const open = openSeating(person)
  if (!open) return no('ALREADY_LEFT')
  if (!begins(day, open)) return no('MOVE_BEFORE_LAST')
  return yes(person, {
    seatings: endLast(person.seatings, day),
    // who is no member is no mobile member, and holds no office
    mobile: false,
    mobileSpells: endSpells(person.mobileSpells, day),
    roles: [],
  })
}

function setMobile<Entry extends RosterEntry>(person: Entry, mobile: boolean, day: Day): MoveDecision<Entry> {
  const open = openSeating(person)
  if (!open) return no('ALREADY_LEFT')
  const last = person.mobileSpells[person.mobileSpells.length - 1]
  const isAway = last !== undefined && last.until === null
  if (isAway === mobile) return no('ALREADY_SO')
  const lastChange = isAway ? last.from : (last?.until ?? null)
  if (!begins(day, open) || (lastChange !== null && day < lastChange)) return no('MOVE_BEFORE_LAST')
  const mobileSpells = mobile ? beginSpell(person.mobileSpells, day) : endSpells(person.mobileSpells, day)
  return yes(person, { mobile, mobileSpells })
}

function becomeFull<Entry extends RosterEntry>(person: Entry, day: Day): MoveDecision<Entry> {
  if (!isSeated(person)) return no('ALREADY_LEFT')
  if (person.fullFrom !== null) return no('ALREADY_SO')
  const first = person.seatings[0]
  if (first && !begins(day, first)) return no('MOVE_BEFORE_LAST')
  return yes(person, { fullFrom: day })
}

/** The office in the branch that one leaves ends; one in an organisation above it stays. */
const withoutRolesIn = ({ roles }: RosterEntry, orgId: Id) => roles.filter((role) => role.orgId !== orgId)

/** A seating that lasted no day stays: its seat is this person's for ever. */
const endLast = (seatings: readonly Seating[], day: Day): Seating[] =>
  seatings.map((one, i) => (i === seatings.length - 1 ? { ...one, until: day } : one))

/** Spells until a day; what would have lasted no day is left out. */
const endSpells = (spells: readonly Spell[], day: Day): Spell[] =>
  spells
    .filter(({ from }) => from === null || from < day)
    .map((one) => (one.until === null || one.until > day ? { ...one, until: day } : one))

/** A spell that begins where the last ends goes on with it. */
function beginSpell(spells: readonly Spell[], day: Day): Spell[] {
  const last = spells[spells.length - 1]
  return last?.until === day
    ? [...spells.slice(0, -1), { ...last, until: null }]
    : [...spells, { from: day, until: null }]
}
