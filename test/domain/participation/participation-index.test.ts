import { describe, expect, it } from 'vitest'
import {
  Bitmap,
  correctFact,
  type FrozenRoster,
  Links,
  makeFact,
  ParticipationIndex,
  type Segment,
  wordsOfSet,
} from '../../../src/domain/participation'
import { startOfDay, weeksOf } from '../../../src/domain/time'
import { fold } from './world'

/**
 * Two branches, 甲 in seats 0–4 and 乙 in seats 10–14.
 *   theme day t1 on 11-02, expected 0–4: came 0, 1, 2 (2 is mobile)
 *   theme day t2 on 11-09, joint, expected 0–4 and 10–13: came 0, 3, 10, 11, and 14 who was not expected
 *   theme day t3 on 11-10, no roster: came 12
 *   quiz q1 from 11-02 to 11-30: 0 and 1 on 11-02, 10 (mobile) on 11-15, 11 on 11-30
 */
const first = [[0, 5]] as const
const second = [[10, 15]] as const
const both = [
  [0, 5],
  [10, 15],
] as const
const month = { from: '2026-11-01', to: '2026-11-30' }

const take = (kind: 'quiz' | 'themeday', activityId: string, seat: number, day: string, mobile = false) => {
  const occurredAt = startOfDay(day) + 3_600_000
  const person = { id: `p${seat}`, seat, orgId: seat < 10 ? 'a' : 'b', mobile }
  return makeFact({ kind, activityId, person, occurredAt, recordedAt: occurredAt, channel: 'self' })
}
const facts = [
  take('themeday', 't1', 0, '2026-11-02'),
  take('themeday', 't1', 1, '2026-11-02'),
  take('themeday', 't1', 2, '2026-11-02', true),
  ...[0, 3, 10, 11, 14].map((seat) => take('themeday', 't2', seat, '2026-11-09')),
  take('themeday', 't3', 12, '2026-11-10'),
  take('quiz', 'q1', 0, '2026-11-02'),
  take('quiz', 'q1', 1, '2026-11-02'),
  take('quiz', 'q1', 10, '2026-11-15', true),
  take('quiz', 'q1', 11, '2026-11-30'),
]
const on = (activityId: string, day: string, expected: number[], mobile: number[] = []): FrozenRoster => ({
  activityId,
  day,
  expected,
  mobile,
})
const rosters = [
  on('t1', '2026-11-02', [0, 1, 2, 3, 4], [2, 4]),
  on('t2', '2026-11-09', [0, 1, 2, 3, 4, 10, 11, 12, 13]),
]
const stored = (some = facts): Segment[] => [...fold(new Map(), some, rosters).values()]

// the same answers from segments alone, from the tail alone, from halves, and from both at once
const indexes: [name: string, index: ParticipationIndex][] = [
  ['folded', ParticipationIndex.of(stored())],
  ['not folded', ParticipationIndex.of([], { facts, rosters })],
  ['half folded', ParticipationIndex.of(stored(facts.slice(0, 6)), { facts: facts.slice(6) })],
  ['folded and still in the tail', ParticipationIndex.of(stored(), { facts, rosters })],
]

describe.each(indexes)('the index, %s', (_, index) => {
  const days = { kind: 'themeday', ...month } as const
  const quizzes = { kind: 'quiz', ...month } as const

  it('counts people once, times per activity, and activities', () => {
    // 甲: 0 twice, 1, 2, 3; 乙: 10, 11, 14 and 12
    expect(index.tally(days, first)).toEqual({ people: 4, times: 5, sessions: 2 })
    expect(index.tally(days, second)).toEqual({ people: 4, times: 4, sessions: 2 })
    // the joint one counts once above
    expect(index.tally(days, both)).toEqual({ people: 8, times: 9, sessions: 3 })
    expect(index.byChildren(days, [second, [], first])).toEqual([
      { people: 4, times: 4, sessions: 2 },
      { people: 0, times: 0, sessions: 0 },
      { people: 4, times: 5, sessions: 2 },
    ])
  })

  it('counts an activity of several days once', () => {
    expect(index.tally(quizzes, both)).toEqual({ people: 4, times: 4, sessions: 1 })
  })

  it('keeps to the period, both days included', () => {
    const from = (a: string, b: string) => index.tally({ ...quizzes, from: a, to: b }, both).people
    expect(from('2026-11-02', '2026-11-02')).toBe(2)
    expect(from('2026-11-03', '2026-11-15')).toBe(1)
    expect(from('2026-11-15', '2026-11-30')).toBe(2)
    expect(from('2026-11-03', '2026-11-14')).toBe(0)
    expect(from('2026-11-30', '2026-11-02')).toBe(0)
  })

  it('keeps to those mobile at the time, and to one activity', () => {
    expect(index.tally({ ...quizzes, mobileOnly: true }, both)).toEqual({ people: 1, times: 1, sessions: 1 })
    expect(index.tally({ ...days, mobileOnly: true }, second)).toEqual({ people: 0, times: 0, sessions: 0 })
    expect(index.tally({ ...days, activityId: 't2' }, both)).toEqual({ people: 5, times: 5, sessions: 1 })
    expect(index.tally({ ...days, activityId: 'unknown' }, both)).toEqual({ people: 0, times: 0, sessions: 0 })
  })

  it('tells who came and who is missing', () => {
    const roster = Bitmap.from([0, 1, 2, 3, 4, 10, 11, 12, 13])
    expect(index.who(days, second).toArray()).toEqual([10, 11, 12, 14])
    expect(index.missing(days, roster, both).toArray()).toEqual([4, 13])
    expect(index.missing(days, roster, first).toArray()).toEqual([4])
    // 14 came but is on the roster no more
    expect(index.participated(days, roster, [first, second])).toEqual([4, 3])
  })

  it('divides those who came by those expected, over activities', () => {
    // t1: 3 of 5; t2: 0 and 3 of 5 in 甲, 10 and 11 of 4 in 乙; t3 has no roster
    expect(index.attendance(month, [first, second])).toEqual([
      { actual: 5, expected: 10 },
      { actual: 2, expected: 4 },
    ])
    expect(index.attendance(month, [both])).toEqual([{ actual: 7, expected: 14 }])
    expect(index.attendance({ from: '2026-11-10', to: '2026-11-30' }, [both])).toEqual([{ actual: 0, expected: 0 }])
    const among = wordsOfSet(Bitmap.from([2, 3, 13]))
    expect(index.attendance({ ...month, among }, [first, second])).toEqual([
      { actual: 2, expected: 4 },
      { actual: 0, expected: 1 },
    ])
    // of those who were mobile members when t1's roster was frozen, 2 came
    expect(index.attendance({ ...month, mobileOnly: true }, [both])).toEqual([{ actual: 1, expected: 2 }])
  })

  it('gives a trend, by weeks from Monday to Sunday for instance', () => {
    const query = { ...quizzes, from: '2026-11-04' }
    const weeks = index.trend(query, weeksOf(query.from, query.to), both)
    expect(weeks.map(({ from, people }) => [from, people])).toEqual([
      ['2026-11-04', 0],
      ['2026-11-09', 1],
      ['2026-11-16', 0],
      ['2026-11-23', 0],
      ['2026-11-30', 1],
    ])
  })

  it('refuses organisations that share a seat', () => {
    expect(() => index.byChildren(days, [first, both])).toThrow(RangeError)
  })
})

describe('corrections', () => {
  const by = { recorder: 'p0', reason: '误录', recordedAt: 0 }
  const wrong = take('themeday', 't1', 0, '2026-11-02', true)
  // 0 was entered for 11-02 and corrected to 11-03; 1 was there on neither
  const moved = correctFact(wrong, { ...by, withdrawn: false, occurredAt: startOfDay('2026-11-03') })
  const other = take('themeday', 't1', 1, '2026-11-03')
  const withdrawn = correctFact(other, { ...by, withdrawn: true })
  const query = { kind: 'themeday', ...month } as const

  it.each([
    ['folded', ParticipationIndex.of(stored([wrong, moved, other, withdrawn]))],
    ['not folded yet', ParticipationIndex.of(stored([wrong, other]), { facts: [withdrawn, moved] })],
    ['half of them', ParticipationIndex.of(stored([moved, other]), { facts: [withdrawn, wrong] })],
  ])('move and take back what was counted: %s', (_, index) => {
    expect(index.tally(query, first)).toEqual({ people: 1, times: 1, sessions: 1 })
    expect(index.tally({ ...query, to: '2026-11-02' }, first)).toEqual({ people: 0, times: 0, sessions: 0 })
    expect(index.who({ ...query, from: '2026-11-03' }, first).toArray()).toEqual([0])
    // due on 11-02, when the roster was frozen; came a day later
    expect(index.attendance(month, [first])).toEqual([{ actual: 1, expected: 10 }])
    expect(index.attendance({ ...month, to: '2026-11-02' }, [first])).toEqual([{ actual: 0, expected: 5 }])
  })
})

describe('a theme day on the last evening of a month', () => {
  // the roster was frozen on 11-30; 2 came by midnight, 3 after it
  const late = [take('themeday', 't9', 2, '2026-11-30'), take('themeday', 't9', 3, '2026-12-01')]
  const index = ParticipationIndex.of([...fold(new Map(), late, [on('t9', '2026-11-30', [1, 2, 3], [3])]).values()])

  it('is due in the month in which it began; who came later counts where the period has both', () => {
    const of = (from: string, to: string, mobileOnly = false) => index.attendance({ from, to, mobileOnly }, [both])[0]
    expect(of('2026-11-01', '2026-11-30')).toEqual({ actual: 1, expected: 3 })
    expect(of('2026-12-01', '2026-12-31')).toEqual({ actual: 0, expected: 0 })
    expect(of('2026-11-01', '2026-12-31')).toEqual({ actual: 2, expected: 3 })
    expect(of('2026-11-01', '2026-12-31', true)).toEqual({ actual: 1, expected: 1 })
    expect(index.tally({ kind: 'themeday', from: '2026-11-01', to: '2026-12-31' }, both).sessions).toBe(1)
  })

  it('counts those expected even when nobody came', () => {
    const empty = ParticipationIndex.of([], { rosters: [on('t9', '2026-11-30', [1, 2, 3])] })
    expect(empty.attendance({ from: '2026-11-01', to: '2026-11-30' }, [both])).toEqual([{ actual: 0, expected: 3 }])
    expect(empty.tally({ kind: 'themeday', from: '2026-11-01', to: '2026-11-30' }, both).sessions).toBe(0)
  })
})

describe('someone who was transferred from 甲 (seat 4) to 乙 (seat 14)', () => {
  const quiz = (activityId: string, seat: number, day: string) => ({
    ...take('quiz', activityId, seat, day),
    _id: `quiz.${activityId}.mover`,
    personId: 'mover',
  })
  const moverFacts = [quiz('q1', 4, '2026-11-02'), quiz('q2', 14, '2026-11-20'), take('quiz', 'q1', 0, '2026-11-02')]
  const links = new Links([[4, 14]])
  const index = ParticipationIndex.of([...fold(new Map(), moverFacts).values()], { links })
  const query = { kind: 'quiz', ...month } as const

  it('is counted where they were, and once above', () => {
    expect(index.byChildren(query, [first, second])).toEqual([
      { people: 2, times: 2, sessions: 1 },
      { people: 1, times: 1, sessions: 1 },
    ])
    expect(index.tallies(query, [first, second]).all).toEqual({ people: 2, times: 3, sessions: 2 })
    expect(index.tally(query, both)).toEqual({ people: 2, times: 3, sessions: 2 })
    // without knowing that both seats are one person's it would be three
    expect(ParticipationIndex.of([...fold(new Map(), moverFacts).values()]).tally(query, both).people).toBe(3)
  })

  it('is not missing in the new branch for what they did in the old one', () => {
    const roster = Bitmap.from([0, 1, 14])
    const before = { kind: 'quiz', from: '2026-11-01', to: '2026-11-10' } as const
    expect(index.missing(before, roster, both).toArray()).toEqual([1])
    expect(index.participated(before, roster, [first, second])).toEqual([1, 1])
    expect(index.missing(before, roster, second).toArray()).toEqual([])
  })
})

describe('a transfer that was entered late', () => {
  // 1 came to t1, expected in 甲 (seat 1); from before that day they belong to 乙 (seat 14)
  const came = take('themeday', 't1', 1, '2026-11-02')
  const place = { seat: 14, orgId: 'b', mobile: false }
  const moved = correctFact(came, { withdrawn: false, place, recorder: 'roster', reason: '转接', recordedAt: 0 })
  const links = new Links([[1, 14]])
  const index = ParticipationIndex.of([...fold(new Map(), [came], rosters).values()], { facts: [moved], links })
  const query = { kind: 'themeday', ...month } as const

  it('moves the participation, and leaves who was expected present', () => {
    expect(index.tally(query, first).people).toBe(0)
    expect(index.tally(query, second).people).toBe(1)
    expect(index.attendance({ ...month, to: '2026-11-02' }, [first, second])).toEqual([
      { actual: 1, expected: 5 },
      { actual: 0, expected: 0 },
    ])
  })

  it('is the same when the transfer was entered before they came', () => {
    const first14 = { ...came, ...place }
    const other = ParticipationIndex.of([...fold(new Map(), [first14], rosters).values()], { links })
    expect(other.attendance({ ...month, to: '2026-11-02' }, [first, second])).toEqual([
      { actual: 1, expected: 5 },
      { actual: 0, expected: 0 },
    ])
  })

  it('and when the transfer took them to a seat in another part of the index', () => {
    const far = { ...came, seat: 70_000 }
    const other = ParticipationIndex.of([...fold(new Map(), [far], rosters).values()], {
      links: new Links([[1, 70_000]]),
    })
    expect(other.attendance({ ...month, to: '2026-11-02' }, [first])).toEqual([{ actual: 1, expected: 5 }])
  })
})
