import { describe, expect, it } from 'vitest'
import { correctFact, makeFact } from '../../../src/domain/participation'
import { movedAhead } from '../../../src/domain/participation/ahead'

const place = { seat: 42, orgId: 'b1', mobile: true }
/** Answered on 2026-11-30 at 10:00 in Shanghai. */
const at = Date.UTC(2026, 10, 30, 2)
const fact = makeFact({
  kind: 'quiz',
  activityId: 'q1',
  person: { id: 'p1', ...place },
  occurredAt: Date.UTC(2026, 11, 1, 0),
  recordedAt: Date.UTC(2026, 11, 1, 0),
  channel: 'self',
})
const now = Date.UTC(2026, 11, 1, 1)

describe('a paper of an earlier day that comes in after a later one', () => {
  it('takes the participation to its day, and to where the person belonged then', () => {
    const moved = movedAhead(fact, at, { seat: 7, orgId: 'b0', mobile: false }, now)
    expect(moved).toMatchObject({
      _id: 'quiz.q1.p1.1',
      day: '2026-11-30',
      occurredAt: at,
      seat: 7,
      orgId: 'b0',
      mobile: false,
      withdrawn: false,
      recorder: 'paper',
      earlier: [{ seat: 42, day: '2026-12-01' }],
    })
    // and once more, by a paper that is older still
    expect(moved && movedAhead(moved, at - 86_400_000, place, now)).toMatchObject({ revision: 2, day: '2026-11-29' })
  })

  it('changes nothing on the same day or a later one, before the person was a member, or what a person set right', () => {
    expect(movedAhead(fact, Date.UTC(2026, 10, 30, 16), place, now)).toBeNull()
    expect(movedAhead(fact, fact.occurredAt + 1, place, now)).toBeNull()
    expect(movedAhead(fact, at, null, now)).toBeNull()
    const by = { recorder: 'p9', reason: '误录', recordedAt: now }
    expect(movedAhead(correctFact(fact, { ...by, withdrawn: true }), at, place, now)).toBeNull()
    expect(movedAhead(correctFact(fact, { ...by, withdrawn: false }), at, place, now)).toBeNull()
    expect(movedAhead({ ...fact, channel: 'proxy', recorder: 'p9', reason: '误录' }, at, place, now)).toBeNull()
  })
})
