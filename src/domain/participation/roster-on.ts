import type { Day } from '@/contracts/common'
import { dayNumber, type Period } from '../time/day'
import { fromBase64 } from './bitmap/base64'
import { Bitmap } from './bitmap/bitmap'
import { Links } from './links'
import { BORN_BASE, changes, changesOf, type RosterBlock } from './roster'
import { PART_SEATS } from './seating'
import type { Words } from './words'

/** The roster at the end of a day. */
export interface Roster {
  readonly day: Day
  /** Seats that are taken, and of these the mobile and the probationary members'. */
  readonly members: Bitmap
  readonly mobile: Bitmap
  readonly probationary: Bitmap
  /** Seats of people who have had several. */
  readonly links: Links
}

const WIDTH = 3

/** The changes after a day, latest first. */
function changesAfter(block: RosterBlock, day: number): (readonly [seat: number, what: number])[] {
  const flat = changesOf(block)
  const list: (readonly [number, number])[] = []
  for (let i = flat.length - WIDTH; i >= 0 && (flat[i] as number) > day; i -= WIDTH) {
    list.push([flat[i + 1] as number, flat[i + 2] as number])
  }
  return list
}

/** A block's seats as they were at the end of a day: the changes since are taken back, latest first. */
function blockOn(block: RosterBlock, day: number) {
  const sets = {
    members: Bitmap.fromBase64(block.taken),
    mobile: Bitmap.fromBase64(block.mobile),
    probationary: Bitmap.fromBase64(block.probationary),
  }
  const list = changesAfter(block, day)
  if (list.length === 0) return sets
  const off = { members: new Set<number>(), mobile: new Set<number>(), probationary: new Set<number>() }
  const on = { members: new Set<number>(), mobile: new Set<number>(), probationary: new Set<number>() }
  const put = (set: keyof typeof on, seat: number, isOn: boolean): void => {
    ;(isOn ? on : off)[set].add(seat)
    ;(isOn ? off : on)[set].delete(seat)
  }
  for (const [seat, what] of list) {
    if (what === changes.comes || what === changes.leaves) put('members', seat, what === changes.leaves)
    else if (what === changes.becomesFull) put('probationary', seat, true)
    else put('mobile', seat, what === changes.isBack)
  }
  const then = (set: keyof typeof on) => sets[set].andNot(Bitmap.from(off[set])).addAll(Bitmap.from(on[set]))
  return { members: then('members'), mobile: then('mobile'), probationary: then('probationary') }
}

const unionOf = (sets: readonly Bitmap[]): Bitmap => sets.reduce((all, set) => all.addAll(set), new Bitmap())

/** The roster at the end of a day, from all blocks. */
export function rosterOn(blocks: readonly RosterBlock[], day: Day): Roster {
  const then = blocks.map((block) => blockOn(block, dayNumber(day)))
  const members = unionOf(then.map((sets) => sets.members))
  return {
    day,
    members,
    mobile: unionOf(then.map((sets) => sets.mobile)).and(members),
    probationary: unionOf(then.map((sets) => sets.probationary)).and(members),
    links: Links.of(blocks),
  }
}

/** Seats of everyone who belonged on at least one day of a period. */
export function everSeated(blocks: readonly RosterBlock[], { from, to }: Period): Bitmap {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const came = blocks.flatMap((block) => {
    const flat = changesOf(block)
    const seats: number[] = []
    for (let i = 0; i < flat.length; i += WIDTH) {
      const day = flat[i] as number
      if (flat[i + 2] === changes.comes && day > first && day <= last) seats.push(flat[i + 1] as number)
    }
    return seats
  })
  return rosterOn(blocks, from).members.addAll(Bitmap.from(came))
}

/** Age bands, in years, by the calendar year of birth: the day of birth is not kept. */
export const ageBands = {
  to35: [0, 35],
  from36To45: [36, 45],
  from46To60: [46, 60],
  from61: [61, 255],
} as const

export type AgeBand = keyof typeof ageBands

/** Seats whose members (past ones too) are in an age band in the year of the roster's day. */
export function seatsOfAge(blocks: readonly RosterBlock[], band: AgeBand, day: Day): Words {
  const [youngest, oldest] = ageBands[band]
  const year = Number(day.slice(0, 4))
  const parts = blocks.map(({ part, born }) => ({ first: part * PART_SEATS, bytes: fromBase64(born) }))
  const end = Math.max(0, ...parts.map(({ first, bytes }) => first + bytes.length))
  const words = new Uint32Array((end + 31) >>> 5)
  for (const { first, bytes } of parts) {
    for (let i = 0; i < bytes.length; i++) {
      const offset = bytes[i] as number
      const age = year - BORN_BASE - offset
      if (offset === 0 || age < youngest || age > oldest) continue
      const at = (first + i) >>> 5
      words[at] = (words[at] as number) | (1 << ((first + i) & 31))
    }
  }
  return { firstWord: 0, words }
}

/** The seats of a set, as words. */
export function wordsOfSet(set: Bitmap): Words {
  const [, end] = set.wordBounds()
  const words = new Uint32Array(end)
  set.orInto(words, 0)
  return { firstWord: 0, words }
}
