import { describe, expect, it } from 'vitest'
import { Bitmap, makeFact, ParticipationIndex, type Segment } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
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
const rosters: Record<string, number[]> = { t1: [0, 1, 2, 3, 4], t2: [0, 1, 2, 3, 4, 10, 11, 12, 13] }
const expectedOf = (id: string) => rosters[id] ?? null
const stored = (some = facts): Segment[] => [...fold(new Map(), some, expectedOf).values()]

// the same answers from segments alone, from the tail alone, from halves, and from both at once
const indexes: [name: string, index: ParticipationIndex][] = [
  ['folded', ParticipationIndex.of(stored())],
  ['not folded', ParticipationIndex.of([], facts, expectedOf)],
  ['half folded', ParticipationIndex.of(stored(facts.slice(0, 6)), facts.slice(6), expectedOf)],
  ['folded and still in the tail', ParticipationIndex.of(stored(), facts, expectedOf)],
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
    expect(index.attendance(month, [first, second], Bitmap.from([2, 3, 13]))).toEqual([
      { actual: 2, expected: 4 },
      { actual: 0, expected: 1 },
    ])
  })

  it('gives weeks from Monday to Sunday', () => {
    expect(index.weekly({ ...quizzes, from: '2026-11-04' }, both).map(({ from, people }) => [from, people])).toEqual([
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

describe('an activity on several days', () => {
  // 0 was entered for 11-02 and corrected to 11-03; the ledger keeps both
  const corrected = [take('themeday', 't1', 0, '2026-11-02', true), take('themeday', 't1', 0, '2026-11-03')]
  const index = ParticipationIndex.of(stored([...corrected, take('themeday', 't1', 1, '2026-11-03')]))
  const query = { kind: 'themeday', ...month } as const

  it('counts a member once, and the roster once', () => {
    expect(index.tally(query, first)).toEqual({ people: 2, times: 2, sessions: 1 })
    expect(index.tally({ ...query, from: '2026-11-03' }, first)).toEqual({ people: 2, times: 2, sessions: 1 })
    expect(index.tally({ ...query, to: '2026-11-02' }, first)).toEqual({ people: 1, times: 1, sessions: 1 })
    expect(index.attendance(month, [first])).toEqual([{ actual: 2, expected: 5 }])
  })
})

describe('a damaged segment', () => {
  const [segment] = stored() as [Segment]
  const damage = (people: string) =>
    ParticipationIndex.of([{ ...segment, entries: segment.entries.map((entry) => ({ ...entry, people })) }])

  it('is refused, never miscounted', () => {
    expect(() => damage('OjA')).toThrow('not base64')
    expect(() => damage('OjAAAA==')).toThrow('not a Roaring bitmap')
    expect(() => damage(Bitmap.from([2 ** 24]).toBase64())).toThrow(RangeError)
    expect(() => damage(Bitmap.from([2 ** 24 - 1]).toBase64())).not.toThrow()
  })
})
