import { describe, expect, it } from 'vitest'
import { correctFact, factId, keyOf, latestRevisions, makeFact, validFacts } from '../../../src/domain/participation'

const person = { id: 'p1', seat: 42, orgId: 'b1', mobile: true }
const input = {
  kind: 'quiz',
  activityId: 'q1',
  person,
  // 2026-11-21 23:30 in Shanghai, entered after midnight
  occurredAt: Date.UTC(2026, 10, 21, 15, 30),
  recordedAt: Date.UTC(2026, 10, 21, 16, 10),
  channel: 'self',
} as const

describe('a fact', () => {
  it('has one id for a member and an activity, and the day when it happened', () => {
    expect(makeFact(input)).toEqual({
      _id: 'quiz.q1.p1',
      kind: 'quiz',
      activityId: 'q1',
      personId: 'p1',
      seat: 42,
      orgId: 'b1',
      mobile: true,
      occurredAt: input.occurredAt,
      recordedAt: input.recordedAt,
      day: '2026-11-21',
      channel: 'self',
      recorder: null,
      reason: null,
      revision: 0,
      withdrawn: false,
      earlier: [],
      folded: false,
    })
    expect(makeFact({ ...input, recordedAt: input.recordedAt + 1, channel: 'remote' })._id).toBe(
      factId('quiz', 'q1', 'p1'),
    )
  })

  it('by proxy says by whom and why', () => {
    expect(() => makeFact({ ...input, channel: 'proxy' })).toThrow(RangeError)
    expect(() => makeFact({ ...input, channel: 'proxy', recorder: 'p2' })).toThrow(RangeError)
    expect(() => makeFact({ ...input, channel: 'proxy', recorder: 'p2', reason: '' })).toThrow(RangeError)
    const fact = makeFact({ ...input, channel: 'proxy', recorder: 'p2', reason: '行动不便' })
    expect(fact).toMatchObject({ channel: 'proxy', recorder: 'p2', reason: '行动不便' })
  })
})

describe('a correction', () => {
  const fact = makeFact({ ...input, channel: 'self' })
  const by = { recorder: 'p9', reason: '误录', recordedAt: 5 }

  it('is another entry of the same fact, says by whom and why, and where the fact counted before', () => {
    const withdrawn = correctFact(fact, { ...by, withdrawn: true })
    expect(withdrawn).toEqual({
      ...fact,
      _id: 'quiz.q1.p1.1',
      revision: 1,
      withdrawn: true,
      recorder: 'p9',
      reason: '误录',
      recordedAt: 5,
      earlier: [{ seat: 42, day: '2026-11-21' }],
    })
    const place = { seat: 50, orgId: 'b2', mobile: false }
    const moved = correctFact(withdrawn, { ...by, withdrawn: false, place, occurredAt: Date.UTC(2026, 10, 1) })
    expect(moved).toMatchObject({ _id: 'quiz.q1.p1.2', seat: 50, orgId: 'b2', mobile: false, day: '2026-11-01' })
    expect(moved.earlier).toEqual([{ seat: 42, day: '2026-11-21' }])
    expect(correctFact(moved, { ...by, withdrawn: true }).earlier).toEqual([
      { seat: 42, day: '2026-11-21' },
      { seat: 50, day: '2026-11-01' },
    ])
    expect(() => correctFact(fact, { ...by, reason: '', withdrawn: true })).toThrow(RangeError)
    // what was recorded first is not touched
    expect(fact).toMatchObject({ revision: 0, withdrawn: false, earlier: [] })
  })

  it('of the highest revision is what counts, in whatever order entries come', () => {
    const withdrawn = correctFact(fact, { ...by, withdrawn: true })
    const again = correctFact(withdrawn, { ...by, withdrawn: false })
    expect(validFacts([withdrawn, fact])).toEqual([])
    expect(validFacts([again, fact, withdrawn, fact])).toEqual([again])
    expect(latestRevisions([fact, withdrawn])).toEqual([withdrawn])
    expect(keyOf(again)).toBe('quiz.q1.p1')
  })
})
