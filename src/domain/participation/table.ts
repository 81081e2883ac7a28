import { Bitmap } from './bitmap/bitmap'
import { SeatSets, type SeatSource } from './seat-sets'
import { andWords, eachSeat, emptyWords, orWords, sizeOfWords, type Words, wordBounds } from './words'

/** Lists of sets of seats, one set of each list per entry. */
export interface Table {
  /** Per entry: the number of its activity within the block. */
  readonly activityOf: Uint32Array
  readonly people: SeatSets
  readonly mobile: SeatSets
  /** Theme days: the frozen rosters, and those of them who came; empty sets for other kinds. */
  readonly expected: SeatSets
  readonly attended: SeatSets
}

/** Which of a table's lists is meant. */
export type Choice = 'people' | 'mobile' | 'expected' | 'attended'

/** An entry of a table. */
export interface EntryRef {
  readonly table: Table
  readonly entry: number
}

/** Everyone in some entries. */
export function unionOf(refs: readonly EntryRef[], choice: Choice): Words {
  const union = emptyWords(refs.map(({ table, entry }) => table[choice].bounds(entry)))
  for (const { table, entry } of refs) table[choice].orInto(entry, union)
  return union
}

/** Those of the expected who came, over some entries: someone may be expected in one and have come in another. */
export function attendedOf(refs: readonly EntryRef[]): Words {
  const union = unionOf(refs, 'people')
  andWords(union, unionOf(refs, 'expected'))
  return union
}

const sourceOf = (words: Words): SeatSource => ({
  size: sizeOfWords(words),
  wordBounds: () => wordBounds(words),
  orInto: (target, firstWord) => orWords({ words: target, firstWord }, words),
  forEach: (visit) => eachSeat(words, visit),
})

/** A table with one entry per activity: of each, the union of its entries. */
export function mergeByActivity(table: Table, activities: number): Table {
  const refs = Array.from({ length: activities }, (): EntryRef[] => [])
  table.activityOf.forEach((activity, entry) => {
    refs[activity]?.push({ table, entry })
  })
  const merged = (union: (of: readonly EntryRef[]) => Words) => new SeatSets(refs.map((of) => sourceOf(union(of))))
  const hasRosters = table.expected.sizes.some((size) => size > 0)
  return {
    activityOf: Uint32Array.from(refs.keys()),
    people: merged((of) => unionOf(of, 'people')),
    mobile: merged((of) => unionOf(of, 'mobile')),
    expected: hasRosters ? merged((of) => unionOf(of, 'expected')) : nobody(activities),
    attended: hasRosters ? merged(attendedOf) : nobody(activities),
  }
}

/** As many empty sets. */
export const nobody = (count: number): SeatSets => new SeatSets(Array.from({ length: count }, () => new Bitmap()))
