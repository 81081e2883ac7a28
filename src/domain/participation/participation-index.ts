import type { Day, Id, ParticipationKind } from '@/contracts/common'
import type { Period } from '../time/day'
import { type ActivityTally, listActivities, onePerPerson } from './activity-list'
import { ActivityNumbers } from './activity-numbers'
import { cameElsewhere, countAttendance } from './attendance'
import { Bitmap } from './bitmap/bitmap'
import { countBits } from './bitmap/popcount'
import { Block, type Choice } from './block'
import type { IndexedFact } from './fact'
import { foldSegment, planFold } from './fold'
import { Links } from './links'
import type { Ranges } from './ranges'
import type { FrozenRoster, Segment } from './segment'
import { type Chosen, Sessions } from './sessions'
import { Spans } from './spans'
import { countBySpan, type Tally } from './tallies'
import { andWords, eachSeat, hasSeat, orWords, type Words } from './words'

/** What is asked: a kind, a period of days (both included), perhaps some activities only, perhaps only some of the members. */
export interface Query {
  readonly kind: ParticipationKind
  readonly from: Day
  readonly to: Day
  readonly activityId?: Id
  /** Only these activities: of one form, say. What is asked of the same set object is worked out once. */
  readonly activities?: ReadonlySet<Id>
  /** Only those who were mobile members when they took part. */
  readonly mobileOnly?: boolean
  /** Only these seats: an age band, say. */
  readonly among?: Words
}

/** Members who came, and who were expected, added up over activities. */
export interface Attendance {
  readonly actual: number
  readonly expected: number
}

/** Seats of organisations that share none; as Spans when they are asked about more than once. */
export type Lists = readonly Ranges[] | Spans

export const spansOf = (lists: Lists): Spans => (lists instanceof Spans ? lists : new Spans(lists))

const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']
const choiceOf = (query: Query): Choice => (query.mobileOnly ? 'mobile' : 'people')

export interface IndexInput {
  /** Decoded segments, at most one of each kind, month and part; they may be kept and used again. */
  readonly blocks: readonly Block[]
  /** What the segments do not have yet, or have already: facts, and rosters of theme days. */
  readonly facts?: readonly IndexedFact[]
  readonly rosters?: readonly FrozenRoster[]
  /** Seats of people who have had several. */
  readonly links?: Links
  /** Shared with the blocks. */
  readonly numbers: ActivityNumbers
}

/**
 * Answers 人数, 人次 and who is missing, for any organisations and period, from decoded segments and the facts that are not
 * folded yet: these are folded in memory, by the same rules, so a fact that is in both counts once. Organisations are given as
 * ranges of seats; lists of them must not share a seat. A member with several seats is one person wherever these come together.
 */
export class ParticipationIndex {
  private readonly blocks: ReadonlyMap<ParticipationKind, readonly Block[]>
  private readonly links: Links
  /** What was worked out before: an index never changes. */
  private readonly unions = new Map<string, Words>()
  private readonly unionsOfSets = new WeakMap<ReadonlySet<Id>, Map<string, Words>>()
  private readonly elsewhere = new Map<string, readonly number[]>()

  constructor({ blocks, facts = [], rosters = [], links = Links.none, numbers }: IndexInput) {
    const byId = new Map(blocks.map((block) => [block.segment._id, block]))
    for (const step of planFold(facts, rosters)) {
      const before = byId.get(step.key._id)
      const after = foldSegment(step, before?.segment ?? null)
      if (after !== before?.segment) byId.set(step.key._id, new Block(after, numbers))
    }
    const all = [...byId.values()]
    this.blocks = new Map(kinds.map((kind) => [kind, all.filter((block) => block.kind === kind)]))
    this.links = links
  }

  /** The index of stored segments, made ready here. */
  static of(segments: readonly Segment[], rest: Omit<IndexInput, 'blocks' | 'numbers'> = {}): ParticipationIndex {
    const numbers = new ActivityNumbers()
    return new ParticipationIndex({ ...rest, numbers, blocks: segments.map((segment) => new Block(segment, numbers)) })
  }

  /** 人数, 人次 and activities of many organisations, in their order, and of all of them together. */
  tallies(query: Query, lists: Lists): { readonly all: Tally; readonly each: Tally[] } {
    const spans = spansOf(lists)
    const counts = this.counts(query, spans)
    const sessions = this.countSessions(query, spans)
    const each = counts.each.map((count, i) => ({ ...count, sessions: sessions.each[i] as number }))
    return { all: { ...counts.all, sessions: sessions.all }, each }
  }

  /** 人数, 人次 and activities of many organisations, in their order. */
  byChildren(query: Query, lists: Lists): Tally[] {
    return this.tallies(query, lists).each
  }

  /** 人数, 人次 and activities of one organisation. */
  tally(query: Query, ranges: Ranges): Tally {
    return this.tallies(query, [ranges]).all
  }

  /** 人数 and 人次 alone, which are quicker: of many organisations and of all of them together. */
  counts(query: Query, lists: Lists): { readonly all: Counts; readonly each: Counts[] } {
    const spans = spansOf(lists)
    const times = this.times(query, this.chosen(query), spans)
    const people = this.counted(query, spans)
    const each = Array.from(times, (count, i) => ({ people: people.each[i] as number, times: count }))
    return { all: { people: people.all, times: sum(times) }, each }
  }

  /** Distinct activities alone, of many organisations, in their order. */
  sessions(query: Query, lists: Lists): readonly number[] {
    return [...this.countSessions(query, spansOf(lists)).each]
  }

  /** Whether anyone took part, for many organisations (which may share seats). */
  anyone(query: Query, lists: readonly Ranges[]): boolean[] {
    const union = this.union(query, this.chosen(query))
    return lists.map((ranges) => ranges.some(([from, to]) => countBits(union.words, from, to) > 0))
  }

  /** The same figures of one organisation for several periods. */
  trend(query: Query, periods: readonly Period[], ranges: Ranges): (Period & Counts)[] {
    const spans = new Spans([ranges])
    return periods.map(({ from, to }) => ({ from, to, ...this.counts({ ...query, from, to }, spans).all }))
  }

  /** The seats on which members took part. */
  who(query: Query, ranges: Ranges): Bitmap {
    const spans = new Spans([ranges])
    const seats: number[] = []
    eachSeat(this.union(query, this.chosen(query)), (seat) => {
      if (spans.ownerOf(seat) === 0) seats.push(seat)
    })
    return Bitmap.fromSorted(seats)
  }

  /** Those who took part, each once: the first of their seats, ascending. As many as `tally` says people. */
  participants(query: Query, ranges: Ranges): number[] {
    return onePerPerson(this.who(query, ranges).toArray(), this.links)
  }

  /** The activities in which somebody took part or was expected, each with what is known of it, in no order. */
  activityTallies(query: Query, ranges: Ranges): ActivityTally[] {
    const { mobileOnly = false, among = null } = query
    return listActivities({ chosen: this.chosen(query), links: this.links, mobileOnly, among }, new Spans([ranges]))
  }

  /** Those of the roster who did not take part, wherever they sat then. */
  missing(query: Query, roster: Bitmap, ranges: Ranges): Bitmap {
    const took = this.tookPart(query)
    const seats: number[] = []
    roster.clip(ranges).forEach((seat) => {
      if (!hasSeat(took, seat)) seats.push(seat)
    })
    return Bitmap.fromSorted(seats)
  }

  /** How many of the roster took part, wherever they sat then, for many organisations: their members less those missing. */
  participated(query: Query, roster: Bitmap, lists: Lists): number[] {
    const spans = spansOf(lists)
    const took = this.tookPart(query)
    const present = { firstWord: took.firstWord, words: new Uint32Array(took.words.length) }
    roster.orInto(present.words, present.firstWord)
    andWords(took, present)
    const counts = new Uint32Array(spans.owners)
    countBySpan(took, spans, (owner, count) => {
      counts[owner] = (counts[owner] as number) + count
    })
    return [...counts]
  }

  /**
   * Attendance of theme days whose roster was frozen in the period, for many organisations: Σ over activities of who came (in the
   * period) of those expected, on whatever seat, and of who was expected. Only of the mobile members on the roster, or of some seats, when asked.
   */
  attendance({ from, to, mobileOnly, among }: Omit<Query, 'kind'>, lists: Lists): Attendance[] {
    const chosen = this.chosen({ kind: 'themeday', from, to })
    const asked = { chosen, links: this.links, mobileOnly: mobileOnly ?? false, among: among ?? null }
    const key = `${from} ${to} ${asked.mobileOnly}`
    const elsewhere = this.elsewhere.get(key) ?? cameElsewhere(asked)
    this.elsewhere.set(key, elsewhere)
    return countAttendance(asked, spansOf(lists), elsewhere)
  }

  private chosen({ kind, from, to, activityId, activities }: Query): Chosen[] {
    return (this.blocks.get(kind) as readonly Block[]).flatMap((block) => {
      const selection = block.select({ from, to }, { activityId, activities })
      return selection ? [{ block, selection }] : []
    })
  }

  private countSessions(query: Query, spans: Spans): Sessions {
    return new Sessions(spans, choiceOf(query), query.among ?? null).count(this.chosen(query))
  }

  private times(query: Query, chosen: readonly Chosen[], spans: Spans): Uint32Array {
    const times = new Uint32Array(spans.owners)
    for (const { block, selection } of chosen) {
      const counters = block.counters(choiceOf(query), selection)
      if (query.among) counters.addMaskedTo(times, spans, query.among)
      else counters.addTo(times, spans)
    }
    return times
  }

  /** Seats on which anyone took part. A page asks for the same ones of itself, its children, its categories and for who is missing: they are kept. */
  private union(query: Query, chosen: readonly Chosen[]): Words {
    const { kind, from, to, activityId = '', activities, among } = query
    const key = `${kind} ${from} ${to} ${choiceOf(query)} ${activityId}`
    const known = activities ? (this.unionsOfSets.get(activities) ?? new Map<string, Words>()) : this.unions
    if (activities) this.unionsOfSets.set(activities, known)
    const union = known.get(key) ?? unionOf(query, chosen)
    known.set(key, union)
    if (!among) return union
    const some = { firstWord: union.firstWord, words: union.words.slice() }
    andWords(some, among)
    return some
  }

  /** Distinct people of each owner and of all together. */
  private counted(query: Query, spans: Spans): { readonly each: Uint32Array; readonly all: number } {
    const union = this.union(query, this.chosen(query))
    const each = new Uint32Array(spans.owners)
    countBySpan(union, spans, (owner, count) => {
      each[owner] = (each[owner] as number) + count
    })
    const twice = this.links.takeOff(union, spans, each)
    return { each, all: sum(each) - twice }
  }

  /** All seats of everyone who took part on any of theirs. */
  private tookPart(query: Query): Words {
    return this.links.spread(this.union(query, this.chosen(query)))
  }
}

function unionOf(query: Query, chosen: readonly Chosen[]): Words {
  const unions = chosen.map(({ block, selection }) => block.counters(choiceOf(query), selection).union)
  const end = Math.max(0, ...unions.map(({ firstWord, words }) => firstWord + words.length))
  const union = { firstWord: 0, words: new Uint32Array(end) }
  for (const words of unions) orWords(union, words)
  return union
}

/** 人数 and 人次. */
export type Counts = Pick<Tally, 'people' | 'times'>

const sum = (numbers: Uint32Array): number => numbers.reduce((total, n) => total + n, 0)
