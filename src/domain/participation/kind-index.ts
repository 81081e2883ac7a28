import type { Day, Id } from '@/contracts/common'
import { dayNumber } from '../time/day'
import type { Block } from './block'
import type { SeatSets } from './seat-sets'
import type { Spans } from './spans'
import { countBySpan, Tallies } from './tallies'
import { andWords, emptyWords, orWords, sizeOfWords, type Words } from './words'

/** Days, both included, and perhaps one activity only. */
export interface Selection {
  readonly from: Day
  readonly to: Day
  readonly activityId?: Id
}

/** Which of a block's lists of sets is meant. */
export type Choice = 'people' | 'mobile' | 'expected' | 'attended'

interface EntryRef {
  readonly block: Block
  readonly entry: number
}

/** The sets of a choice; a block of a kind without rosters has no `expected` and is never asked for it. */
const setsOf = (block: Block, choice: Choice): SeatSets => block[choice] as SeatSets

function unionOf(refs: readonly EntryRef[], choice: Choice): Words {
  const union = emptyWords(refs.map(({ block, entry }) => setsOf(block, choice).bounds(entry)))
  for (const { block, entry } of refs) setsOf(block, choice).orInto(entry, union)
  return union
}

/** All blocks of one kind of participation, and which activities are spread over several entries. */
export class KindIndex {
  private readonly numberOf = new Map<Id, number>()
  /** Per block: the number of each of its activities. */
  private readonly numbers: readonly Uint32Array[]
  /** Per activity: how many entries it has (days, parts of the seats, the tail). */
  private readonly entries: Uint32Array
  /** The entries of those that have several. */
  private readonly several = new Map<number, EntryRef[]>()
  private readonly disjoint = new Map<number, boolean>()

  constructor(private readonly blocks: readonly Block[]) {
    const number = (id: Id): number => {
      const known = this.numberOf.get(id) ?? this.numberOf.size
      this.numberOf.set(id, known)
      return known
    }
    this.numbers = blocks.map((block) => Uint32Array.from(block.activities, number))
    this.entries = new Uint32Array(this.numberOf.size)
    this.eachEntry((activity) => {
      this.entries[activity] = (this.entries[activity] as number) + 1
    })
    this.eachEntry((activity, block, entry) => {
      if (this.entries[activity] === 1) return
      const refs = this.several.get(activity)
      if (refs) refs.push({ block, entry })
      else this.several.set(activity, [{ block, entry }])
    })
  }

  private eachEntry(visit: (activity: number, block: Block, entry: number) => void, selection?: Selection): void {
    const only = selection?.activityId === undefined ? -1 : (this.numberOf.get(selection.activityId) ?? -2)
    this.blocks.forEach((block, b) => {
      const numbers = this.numbers[b] as Uint32Array
      const [first, end] = selection ? block.between(selection) : [0, block.days.length]
      for (let entry = first; entry < end; entry++) {
        const activity = numbers[block.activityOf[entry] as number] as number
        if (only === -1 || only === activity) visit(activity, block, entry)
      }
    })
  }

  /** Calls `one` with activities that have a single entry, then `many` with the others and their entries of the period. */
  private eachActivity(
    selection: Selection,
    one: (activity: number, block: Block, entry: number) => void,
    many: (activity: number, refs: readonly EntryRef[]) => void,
  ): void {
    const met = new Set<number>()
    this.eachEntry((activity, block, entry) => {
      if (this.entries[activity] === 1) one(activity, block, entry)
      else met.add(activity)
    }, selection)
    const from = dayNumber(selection.from)
    const to = dayNumber(selection.to)
    const within = ({ block, entry }: EntryRef) =>
      (block.days[entry] as number) >= from && (block.days[entry] as number) <= to
    for (const activity of met) many(activity, (this.several.get(activity) ?? []).filter(within))
  }

  /** Whether nobody is in two entries of an activity, as it should be: then its counts add up. */
  private isDisjoint(activity: number): boolean {
    let known = this.disjoint.get(activity)
    if (known === undefined) {
      const refs = this.several.get(activity) ?? []
      const sum = refs.reduce((total, { block, entry }) => total + (block.people.sizes[entry] as number), 0)
      known = sum === sizeOfWords(unionOf(refs, 'people'))
      this.disjoint.set(activity, known)
    }
    return known
  }

  /** Times and sessions of every owner of the spans, in one walk. */
  tally(selection: Selection, choice: 'people' | 'mobile', spans: Spans): Tallies {
    const tallies = new Tallies(spans.owners)
    const add = (owner: number, count: number): void => tallies.add(owner, count)
    this.eachActivity(
      selection,
      (activity, block, entry) => {
        tallies.begin(activity)
        block[choice].count(entry, spans, tallies)
      },
      (activity, refs) => {
        tallies.begin(activity)
        // someone in two entries (the tail is folded already, a correction moved the day) counts once
        if (refs.length > 1 && !this.isDisjoint(activity)) countBySpan(unionOf(refs, choice), spans, add)
        else for (const { block, entry } of refs) block[choice].count(entry, spans, tallies)
      },
    )
    return tallies
  }

  /** Adds everyone who took part to plain words; what lies outside of these is left out. */
  unionInto(target: Words, selection: Selection, choice: 'people' | 'mobile'): void {
    if (selection.activityId !== undefined) {
      this.eachEntry((_, block, entry) => block[choice].orInto(entry, target), selection)
      return
    }
    for (const block of this.blocks) {
      const [first, end] = block.between(selection)
      if (end - first === block.days.length) orWords(target, block.union(choice))
      else for (let entry = first; entry < end; entry++) block[choice].orInto(entry, target)
    }
  }

  /**
   * Who came of those expected (`came.times`) and who was expected (`due.times`), of every owner, added up over activities; a
   * roster that stands in several entries is taken once. `among` restricts both to some seats.
   */
  attendance(selection: Selection, spans: Spans, among: Words | null): { came: Tallies; due: Tallies } {
    const came = new Tallies(spans.owners)
    const due = new Tallies(spans.owners)
    this.eachActivity(
      selection,
      (_, block, entry) => {
        setsOf(block, 'attended').count(entry, spans, came, among)
        setsOf(block, 'expected').count(entry, spans, due, among)
      },
      (_, refs) => {
        const expected = unionOf(refs, 'expected')
        if (among) andWords(expected, among)
        const people = unionOf(refs, 'people')
        andWords(people, expected)
        countBySpan(expected, spans, (owner, count) => due.add(owner, count))
        countBySpan(people, spans, (owner, count) => came.add(owner, count))
      },
    )
    return { came, due }
  }
}
