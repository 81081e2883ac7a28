import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitmap, foldFacts, makeFact, planFold, type Segment, segmentKey } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { fold, reordered, world } from './world'

const attend = (activityId: string, seat: number, day: string, mobile = false) => {
  const person = { id: `p${seat}`, seat, orgId: 'b', mobile }
  const occurredAt = startOfDay(day) + 36_000_000
  return makeFact({ kind: 'themeday', activityId, person, occurredAt, recordedAt: occurredAt, channel: 'self' })
}
const seats = (text: string | null | undefined) => (text ? Bitmap.fromBase64(text).toArray() : text)
const key = segmentKey('themeday', '2026-11', 0)
const roster = (id: string) => (id === 't1' ? [1, 2, 3, 70_000] : null)

describe('folding', () => {
  it('makes one entry of an activity and day, in order, with whole seat numbers', () => {
    const facts = [attend('t2', 9, '2026-11-05'), attend('t1', 2, '2026-11-20', true), attend('t1', 1, '2026-11-20')]
    const segment = foldFacts(key, null, facts, roster)
    expect(segment).toMatchObject({
      _id: 'themeday.2026-11.0',
      kind: 'themeday',
      month: '2026-11',
      part: 0,
      version: 0,
    })
    expect(
      segment.entries.map(({ activityId, day, people, mobile, expected }) => [
        activityId,
        day,
        seats(people),
        seats(mobile),
        seats(expected),
      ]),
    ).toEqual([
      ['t2', '2026-11-05', [9], [], null],
      // the roster is clipped to the part
      ['t1', '2026-11-20', [1, 2], [2], [1, 2, 3]],
    ])
  })

  it('answers with the very same segment when there is nothing new', () => {
    const facts = [attend('t1', 1, '2026-11-20'), attend('t1', 2, '2026-11-20', true)]
    const segment: Segment = { ...foldFacts(key, null, facts, roster), version: 7 }
    expect(foldFacts(key, segment, facts, roster)).toBe(segment)
    expect(foldFacts(key, segment, [], roster)).toBe(segment)
    const more = foldFacts(key, segment, [attend('t1', 3, '2026-11-20')], roster)
    expect(more).not.toBe(segment)
    expect(more.version).toBe(7)
    expect(seats(more.entries[0]?.people)).toEqual([1, 2, 3])
  })

  it('refuses facts of other kinds, months and parts', () => {
    expect(() => foldFacts(key, null, [attend('t1', 1, '2026-12-01')], roster)).toThrow(RangeError)
    expect(() => foldFacts(key, null, [{ ...attend('t1', 1, '2026-11-01'), kind: 'quiz' }], roster)).toThrow(RangeError)
    expect(() => foldFacts(key, null, [attend('t2', 70_000, '2026-11-01')], roster)).toThrow(RangeError)
  })

  it('keeps those who were expected in a part in which nobody came', () => {
    const steps = planFold([attend('t1', 1, '2026-11-20')], roster)
    expect(steps.map((step) => step.key._id)).toEqual(['themeday.2026-11.0', 'themeday.2026-11.1'])
    const [, second] = steps.map((step) => foldFacts(step.key, null, step.facts, roster))
    expect(second?.entries.map(({ people, expected }) => [seats(people), seats(expected)])).toEqual([[[], [70_000]]])
  })
})

describe('laws of folding', () => {
  const keys = fc.array(fc.nat(), { minLength: 1, maxLength: 40 })

  it('any order, any portions, any repetitions give the same segments', () => {
    fc.assert(
      fc.property(world, keys, fc.array(fc.nat(120), { maxLength: 5 }), ({ facts, expectedOf }, order, cuts) => {
        const whole = fold(new Map(), facts, expectedOf)
        const other = new Map<string, Segment>()
        const shuffled = reordered([...facts, ...facts.slice(0, 20)], order)
        const edges = [0, ...cuts.filter((cut) => cut < shuffled.length).sort((a, b) => a - b), shuffled.length]
        for (const [i, end] of edges.slice(1).entries()) fold(other, shuffled.slice(edges[i], end), expectedOf)
        expect(new Map([...other].sort())).toEqual(new Map([...whole].sort()))
      }),
    )
  })

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(world, ({ facts, expectedOf }) => {
        const once = fold(new Map(), facts, expectedOf)
        const twice = fold(new Map(once), facts, expectedOf)
        for (const [id, segment] of once) expect(twice.get(id)).toBe(segment)
      }),
    )
  })

  it('two folds that start from the same segments agree, whichever is second', () => {
    fc.assert(
      fc.property(world, fc.nat(120), fc.nat(120), ({ facts, expectedOf }, a, b) => {
        const [start, left, right] = [facts.slice(0, a), facts.slice(a), facts.slice(b)]
        const base = fold(new Map(), start, expectedOf)
        const leftFirst = fold(fold(new Map(base), left, expectedOf), right, expectedOf)
        const rightFirst = fold(fold(new Map(base), right, expectedOf), left, expectedOf)
        expect(new Map([...rightFirst].sort())).toEqual(new Map([...leftFirst].sort()))
      }),
    )
  })
})
