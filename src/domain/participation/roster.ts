import type { Membership, Spell } from '../people/membership'
import { dayNumber } from '../time/day'
import { fromBase64, toBase64 } from './bitmap/base64'
import { Bitmap } from './bitmap/bitmap'
import { packChanges, packLinks, unpackChanges, unpackLinks } from './packed/roster-rows'
import { PART_SEATS, partOf } from './seating'

/** What a change does to a seat, looking forward in time. */
export const changes = { comes: 0, leaves: 1, goesAway: 2, isBack: 3, becomesFull: 4 } as const
const CHANGE_WIDTH = 3
const LINK_WIDTH = 2
export const BORN_BASE = 1900

/**
 * The roster of one block of seats, over time: which seats are taken by whom is told by the people; this is what figures need of
 * them, small enough to be read whole. Derived: the same people give the same block, in whatever order they were put in.
 */
export interface RosterBlock {
  /** `part-<n>` */
  _id: string
  part: number
  /** Rises with every write. */
  version: number
  /** Seats, as sets (Roaring, base64), after all changes: taken, of mobile members, of probationary members. */
  taken: string
  mobile: string
  probationary: string
  /** One byte for each seat of the block, base64: birth year − 1900; 0 unknown; zeros at the end are cut. */
  born: string
  /** Day number, seat, what happened (`changes`), packed; ascending by day, then seat. `changesOf` reads them. */
  changes: string
  /** Seats of people who have had several: seat, the person's first seat, packed; ascending. The first seat itself has no entry. */
  links: string
}

export const emptyBlock = (part: number): RosterBlock => {
  const nobody = new Bitmap().toBase64()
  return {
    _id: `part-${part}`,
    part,
    version: 0,
    taken: nobody,
    mobile: nobody,
    probationary: nobody,
    born: '',
    changes: '',
    links: '',
  }
}

/** Day number, seat, what happened, flat; ascending by day, then seat. */
export const changesOf = ({ changes: text, part }: RosterBlock): number[] => unpackChanges(text, part * PART_SEATS)

/** Seat, the person's first seat, flat; ascending. */
export const linksOf = ({ links: text, part }: RosterBlock): number[] => unpackLinks(text, part * PART_SEATS)

type Change = readonly [day: number, seat: number, what: number]

interface SeatState {
  readonly taken: boolean
  readonly mobile: boolean
  readonly probationary: boolean
}

/** Since before the records began. */
const BEGINNING = Number.NEGATIVE_INFINITY
const END = Number.POSITIVE_INFINITY
const first = ({ from }: Spell): number => (from === null ? BEGINNING : dayNumber(from))
const after = ({ until }: Spell): number => (until === null ? END : dayNumber(until))
const holds = (spells: readonly Spell[], day: number) => spells.some((one) => first(one) <= day && day < after(one))

/**
 * Who became a full member before this day has always been one, as far as figures are concerned: nearly everyone, so that their
 * days would make up most of a block, and no figure is older.
 */
const FIRST_FULL = dayNumber('2020-01-01')

function fullSince({ fullFrom }: Membership): number {
  if (fullFrom === null) return END
  const day = dayNumber(fullFrom)
  return day < FIRST_FULL ? BEGINNING : day
}

/** What the block keeps of one seat: its state after all changes, and the changes, in order. */
function historyOf(person: Membership, seat: number): { readonly last: SeatState; readonly list: Change[] } {
  const seatings = person.seatings.filter((one) => one.seat === seat)
  const fullFrom = fullSince(person)
  const edges = [...seatings, ...person.mobileSpells].flatMap((one) => [first(one), after(one)])
  const days = [...new Set([...edges, fullFrom])]
    .filter((day) => day !== BEGINNING && day !== END)
    .sort((a, b) => a - b)
  const list: Change[] = []
  const stateOn = (day: number, before: SeatState): SeatState => {
    const taken = holds(seatings, day)
    // an empty seat is nobody's: what its owner becomes elsewhere is told when they come back to it
    return taken
      ? { taken, mobile: holds(person.mobileSpells, day), probationary: day < fullFrom }
      : { ...before, taken, mobile: false }
  }
  const unknown = { taken: false, mobile: false, probationary: Math.min(...seatings.map(first)) < fullFrom }
  let state = stateOn(BEGINNING, unknown)
  for (const day of days) {
    const next = stateOn(day, state)
    if (next.taken !== state.taken) list.push([day, seat, next.taken ? changes.comes : changes.leaves])
    if (next.mobile !== state.mobile) list.push([day, seat, next.mobile ? changes.goesAway : changes.isBack])
    if (next.probationary !== state.probationary) list.push([day, seat, changes.becomesFull])
    state = next
  }
  return { last: state, list }
}

/** The block with a person put in, or put in again after their membership changed. What they have in other blocks is left out. */
export function withPerson(block: RosterBlock, person: Membership): RosterBlock {
  return withPeople(block, [person])
}

/** The same for many, with the sets written once. */
export function withPeople(block: RosterBlock, people: readonly Membership[]): RosterBlock {
  const sets = {
    taken: Bitmap.fromBase64(block.taken),
    mobile: Bitmap.fromBase64(block.mobile),
    probationary: Bitmap.fromBase64(block.probationary),
  }
  const on = { taken: [] as number[], mobile: [] as number[], probationary: [] as number[] }
  const born = new Uint8Array(PART_SEATS)
  born.set(fromBase64(block.born))
  const seats = new Set<number>()
  const news: Change[] = []
  const links: number[][] = []
  for (const person of people) {
    const own = [...new Set(person.seatings.map(({ seat }) => seat))]
    for (const seat of own) {
      if (partOf(seat) !== block.part) continue
      seats.add(seat)
      const { last, list } = historyOf(person, seat)
      news.push(...list)
      if (last.taken) on.taken.push(seat)
      if (last.mobile) on.mobile.push(seat)
      if (last.probationary) on.probationary.push(seat)
      born[seat % PART_SEATS] = Math.min(Math.max(person.bornYear - BORN_BASE, 0), 255)
      if (seat !== own[0]) links.push([seat, own[0] as number])
    }
  }
  const touched = Bitmap.from(seats)
  const kept = (set: Bitmap, more: readonly number[]) => set.andNot(touched).addAll(Bitmap.from(more)).toBase64()
  const others = rows(changesOf(block), CHANGE_WIDTH).filter(([, seat = -1]) => !seats.has(seat))
  const otherLinks = rows(linksOf(block), LINK_WIDTH).filter(([seat = -1]) => !seats.has(seat))
  return {
    ...block,
    taken: kept(sets.taken, on.taken),
    mobile: kept(sets.mobile, on.mobile),
    probationary: kept(sets.probationary, on.probationary),
    born: toBase64(born.subarray(0, lengthWithoutZeros(born))),
    changes: packChanges([...others, ...news].sort(inOrder), block.part * PART_SEATS),
    links: packLinks([...otherLinks, ...links].sort(inOrder), block.part * PART_SEATS),
  }
}

function lengthWithoutZeros(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return end
}

/** All blocks of some people, by part; every version is 1. */
export function rosterBlocks(people: readonly Membership[]): RosterBlock[] {
  const byPart = new Map<number, Membership[]>()
  for (const person of people) {
    for (const part of new Set(person.seatings.map(({ seat }) => partOf(seat)))) {
      const list = byPart.get(part)
      if (list) list.push(person)
      else byPart.set(part, [person])
    }
  }
  return [...byPart]
    .sort(([a], [b]) => a - b)
    .map(([part, some]) => ({ ...withPeople(emptyBlock(part), some), version: 1 }))
}

const rows = (flat: readonly number[], width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width))

const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const i = a.findIndex((n, k) => n !== b[k])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}
