import type { Day, Id, ParticipationKind } from '@/contracts/common'
import type { Period } from '../time/day'
import { weeksOf } from '../time/period'
import { Bitmap } from './bitmap/bitmap'
import { Block } from './block'
import type { Fact } from './fact'
import { foldFacts, planFold } from './fold'
import { KindIndex } from './kind-index'
import type { Ranges } from './ranges'
import type { ExpectedOf, Segment } from './segment'
import { Spans } from './spans'
import { countBySpan, type Tally } from './tallies'
import { andWords, eachSeat, hasSeat, type Words } from './words'

/** What is asked: a kind, a period of days (both included), perhaps one activity, perhaps only those mobile at the time. */
export interface Query {
  readonly kind: ParticipationKind
  readonly from: Day
  readonly to: Day
  readonly activityId?: Id
  readonly mobileOnly?: boolean
}

/** Members who came, and who were expected, added up over activities. */
export interface Attendance {
  readonly actual: number
  readonly expected: number
}

/** Seats of organisations that share none; as Spans when they are asked about more than once. */
export type Lists = readonly Ranges[] | Spans

const spansOf = (lists: Lists): Spans => (lists instanceof Spans ? lists : new Spans(lists))

const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']
const choiceOf = (query: Query) => (query.mobileOnly ? 'mobile' : 'people')

/**
 * Answers 人数, 人次 and who is missing, for any organisations and period, from decoded segments and the facts that are not
 * folded yet. Everything is a union of entries: a fact that is in a segment and in the tail too counts once. Organisations
 * are given as ranges of seats; lists of them must not share a seat.
 */
export class ParticipationIndex {
  private readonly kinds: ReadonlyMap<ParticipationKind, KindIndex>

  /** `blocks` may be kept and used again; the tail is folded in memory, by the same rules as the stored segments. */
  constructor(blocks: readonly Block[], tail: readonly Fact[] = [], expectedOf: ExpectedOf = () => null) {
    const folded = planFold(tail, expectedOf).map(
      ({ key, facts }) => new Block(foldFacts(key, null, facts, expectedOf)),
    )
    const all = [...blocks, ...folded]
    this.kinds = new Map(kinds.map((kind) => [kind, new KindIndex(all.filter((block) => block.kind === kind))]))
  }

  /** The index of stored segments, decoded here. */
  static of(segments: readonly Segment[], tail: readonly Fact[] = [], expectedOf?: ExpectedOf): ParticipationIndex {
    return new ParticipationIndex(
      segments.map((segment) => new Block(segment)),
      tail,
      expectedOf,
    )
  }

  /** 人数, 人次 and activities of many organisations, in their order, and of all of them together, in one walk. */
  tallies(query: Query, lists: Lists): { readonly all: Tally; readonly each: Tally[] } {
    const spans = spansOf(lists)
    const tallies = this.of(query.kind).tally(query, choiceOf(query), spans)
    countBySpan(this.union(query, spans), spans, (owner, count) => {
      tallies.people[owner] = (tallies.people[owner] as number) + count
    })
    return { all: tallies.all(), each: tallies.each() }
  }

  /** 人数, 人次 and activities of many organisations, in their order. */
  byChildren(query: Query, lists: Lists): Tally[] {
    return this.tallies(query, lists).each
  }

  /** 人数, 人次 and activities of one organisation. */
  tally(query: Query, ranges: Ranges): Tally {
    return this.tallies(query, [ranges]).all
  }

  /** 人数 alone, of many organisations: quicker than a walk. */
  people(query: Query, lists: Lists): number[] {
    const spans = spansOf(lists)
    return countsOf(this.union(query, spans), spans)
  }

  /** The same for every calendar week of the period. */
  weekly(query: Query, ranges: Ranges): (Period & Tally)[] {
    return weeksOf(query.from, query.to).map((week) => ({ ...week, ...this.tally({ ...query, ...week }, ranges) }))
  }

  /** Those who took part. */
  who(query: Query, ranges: Ranges): Bitmap {
    const spans = new Spans([ranges])
    const seats: number[] = []
    eachSeat(this.union(query, spans), (seat) => {
      if (spans.ownerOf(seat) === 0) seats.push(seat)
    })
    return Bitmap.fromSorted(seats)
  }

  /** Those of the roster who did not take part. */
  missing(query: Query, roster: Bitmap, ranges: Ranges): Bitmap {
    const union = this.union(query, new Spans([ranges]))
    const seats: number[] = []
    roster.clip(ranges).forEach((seat) => {
      if (!hasSeat(union, seat)) seats.push(seat)
    })
    return Bitmap.fromSorted(seats)
  }

  /** How many of the roster took part, for many organisations: their members less those missing. */
  participated(query: Query, roster: Bitmap, lists: Lists): number[] {
    const spans = spansOf(lists)
    const union = this.union(query, spans)
    andWords(union, wordsOf(roster, spans))
    return countsOf(union, spans)
  }

  /**
   * Attendance of theme days held in the period, for many organisations: Σ over activities of who came of those expected, and
   * of who was expected by the frozen roster. An activity over several days counts once. `among` restricts both to some seats.
   */
  attendance(period: Period, lists: Lists, among?: Bitmap): Attendance[] {
    const spans = spansOf(lists)
    const { came, due } = this.of('themeday').attendance(period, spans, among ? wordsOf(among, spans) : null)
    return Array.from(came.times, (actual, i) => ({ actual, expected: due.times[i] as number }))
  }

  private of(kind: ParticipationKind): KindIndex {
    return this.kinds.get(kind) as KindIndex
  }

  private union(query: Query, spans: Spans): Words {
    const union = noSeats(spans)
    this.of(query.kind).unionInto(union, query, choiceOf(query))
    return union
  }
}

/** Words without a seat, as wide as the spans. */
function noSeats({ firstWord, endWord }: Spans): Words {
  return { firstWord, words: new Uint32Array(endWord - firstWord) }
}

function countsOf(words: Words, spans: Spans): number[] {
  const counts = Array.from({ length: spans.owners }, () => 0)
  countBySpan(words, spans, (owner, count) => {
    counts[owner] = (counts[owner] as number) + count
  })
  return counts
}

function wordsOf(set: Bitmap, spans: Spans): Words {
  const words = noSeats(spans)
  set.orInto(words.words, words.firstWord)
  return words
}
