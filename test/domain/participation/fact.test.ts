import { describe, expect, it } from 'vitest'
import { factId, makeFact } from '../../../src/domain/participation'

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
