import type { Day, Id } from '@/contracts/common'
import { ActivityNumbers } from './activity-numbers'
import type { Block } from './block'
import type { Spans } from './spans'
import { attendedOf, type EntryRef, type Table, unionOf } from './table'
import { countBySpan, Tallies } from './tallies'
import { andWords, orWords, sizeOfWords, type Words } from './words'

/** Days, both included, and perhaps one activity only. */
export interface Selection {
  readonly from: Day
  readonly to: Day
  readonly activityId?: Id
}

const ANY = -2

/** All blocks of one kind of participation, and which activities are spread over several entries. */
export class KindIndex {
  private readonly activities: ActivityNumbers
  /** Per block: the number of each of its activities. */
  private readonly numbers: readonly Uint32Array[]
  /** Per activity: how many entries it has in all blocks (days, parts of the seats, the tail). */
  private readonly entries: Uint32Array
  /** Where activities with several entries are: their numbers in the blocks. */
  private readonly places = new Map<number, { block: Block; entry: number }[]>()
  private readonly disjoint = new Map<number, boolean>()

  constructor(private readonly blocks: readonly Block[]) {
    this.activities = new ActivityNumbers(blocks.reduce((sum, block) => sum + block.activities.length, 0))
    this.numbers = blocks.map(({ activities, hashes }) => {
      const numbers = new Uint32Array(activities.length)
      for (let i = 0; i < numbers.length; i++) {
        numbers[i] = this.activities.add(activities[i] as Id, hashes[i] as number)
      }
      return numbers
    })
    this.entries = new Uint32Array(this.activities.size)
    this.eachPlace((activity, block, entry) => {
      this.entries[activity] = (this.entries[activity] as number) + (block.entriesOf[entry] as number)
    })
    this.eachPlace((activity, block, entry) => {
      if (this.entries[activity] === 1) return
      const places = this.places.get(activity)
      if (places) places.push({ block, entry })
      else this.places.set(activity, [{ block, entry }])
    })
  }

  /** Calls `visit` with every activity of every block and its number there. */
  private eachPlace(visit: (activity: number, block: Block, entry: number) => void): void {
    for (let b = 0; b < this.blocks.length; b++) {
      const numbers = this.numbers[b] as Uint32Array
      for (let i = 0; i < numbers.length; i++) visit(numbers[i] as number, this.blocks[b] as Block, i)
    }
  }

  private eachEntry(selection: Selection, visit: (activity: number, table: Table, entry: number) => void): void {
    const only = selection.activityId === undefined ? ANY : this.activities.find(selection.activityId)
    for (let b = 0; b < this.blocks.length; b++) {
      const numbers = this.numbers[b] as Uint32Array
      const { table, first, end } = (this.blocks[b] as Block).within(selection)
      const { activityOf } = table
      for (let entry = first; entry < end; entry++) {
        const activity = numbers[activityOf[entry] as number] as number
        if (only === ANY || only === activity) visit(activity, table, entry)
      }
    }
  }

  /** Calls `one` with activities that have a single entry, then `many` with the others and their entries of the period. */
  private eachActivity(
    selection: Selection,
    one: (activity: number, table: Table, entry: number) => void,
    many: (activity: number, refs: readonly EntryRef[]) => void,
  ): void {
    const met = new Map<number, EntryRef[]>()
    this.eachEntry(selection, (activity, table, entry) => {
      if (this.entries[activity] === 1) {
        one(activity, table, entry)
        return
      }
      const refs = met.get(activity)
      if (refs) refs.push({ table, entry })
      else met.set(activity, [{ table, entry }])
    })
    met.forEach((refs, activity) => {
      many(activity, refs)
    })
  }

  /** Whether nobody is in two entries of an activity, as it should be: then its counts add up. */
  private isDisjoint(activity: number): boolean {
    const known = this.disjoint.get(activity)
    if (known !== undefined) return known
    const refs: EntryRef[] = []
    let disjoint = true
    for (const { block, entry } of this.places.get(activity) ?? []) {
      refs.push({ table: block.whole, entry })
      disjoint &&= block.isDisjoint(entry)
    }
    const sum = refs.reduce((total, { table, entry }) => total + (table.people.sizes[entry] as number), 0)
    disjoint &&= refs.length === 1 || sum === sizeOfWords(unionOf(refs, 'people'))
    this.disjoint.set(activity, disjoint)
    return disjoint
  }

  /** Times and sessions of every owner of the spans, in one walk. */
  tally(selection: Selection, choice: 'people' | 'mobile', spans: Spans): Tallies {
    const tallies = new Tallies(spans.owners)
    const add = (owner: number, count: number): void => tallies.add(owner, count)
    this.eachActivity(
      selection,
      (activity, table, entry) => {
        tallies.begin(activity)
        table[choice].count(entry, spans, tallies)
      },
      (activity, refs) => {
        tallies.begin(activity)
        // someone in two entries (the tail is folded already, a correction moved the day) counts once
        if (refs.length > 1 && !this.isDisjoint(activity)) countBySpan(unionOf(refs, choice), spans, add)
        else for (const { table, entry } of refs) table[choice].count(entry, spans, tallies)
      },
    )
    return tallies
  }

  /** Adds everyone who took part to plain words; what lies outside of these is left out. */
  unionInto(target: Words, selection: Selection, choice: 'people' | 'mobile'): void {
    if (selection.activityId !== undefined) {
      this.eachEntry(selection, (_, table, entry) => table[choice].orInto(entry, target))
      return
    }
    for (const block of this.blocks) {
      const { table, first, end, isWhole } = block.within(selection)
      if (isWhole) orWords(target, block.union(choice))
      else for (let entry = first; entry < end; entry++) table[choice].orInto(entry, target)
    }
  }

  /**
   * Who came of those expected (`came.times`) and who was expected (`due.times`), of every owner, added up over activities; a
   * roster that stands in several entries is taken once. `among` restricts both to some seats.
   */
  attendance(selection: Selection, spans: Spans, among: Words | null): { came: Tallies; due: Tallies } {
    const came = new Tallies(spans.owners)
    const due = new Tallies(spans.owners)
    const count = (union: Words, tallies: Tallies): void => {
      if (among) andWords(union, among)
      countBySpan(union, spans, (owner, n) => tallies.add(owner, n))
    }
    this.eachActivity(
      selection,
      (_, table, entry) => {
        table.attended.count(entry, spans, came, among)
        table.expected.count(entry, spans, due, among)
      },
      (_, refs) => {
        count(attendedOf(refs), came)
        count(unionOf(refs, 'expected'), due)
      },
    )
    return { came, due }
  }
}
