import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '@/contracts/quiz'
import { mergeDrafts } from '@/domain/quiz'

const dealt = [
  { questionId: 'a', order: [1, 0, 2] },
  { questionId: 'b', order: [0, 1] },
  { questionId: 'f', order: [] },
]
const now = 1_000_000
const merge = (kept: Draft | null, incoming: Draft) => mergeDrafts(kept, incoming, dealt, now)

describe('mergeDrafts', () => {
  it('keeps the later answer of each question, also one that takes an answer back', () => {
    const kept = {
      answers: [
        { questionId: 'a', chosen: [0], at: 100 },
        { questionId: 'b', chosen: [1], at: 300 },
      ],
      marked: ['a'],
    }
    const incoming = {
      answers: [
        { questionId: 'a', chosen: [], at: 200 },
        { questionId: 'b', chosen: [0], at: 200 },
        { questionId: 'f', chosen: [], text: '三年', at: 250 },
      ],
      marked: ['b', 'b', 'x'],
    }
    expect(merge(kept, incoming)).toEqual({
      answers: [
        { questionId: 'a', chosen: [], at: 200 },
        { questionId: 'b', chosen: [1], at: 300 },
        { questionId: 'f', chosen: [], text: '三年', at: 250 },
      ],
      marked: ['b'],
    })
  })

  it('leaves out what cannot be of this paper', () => {
    const foreign = { questionId: 'x', chosen: [0], at: 1 }
    const beyond = { questionId: 'b', chosen: [2], at: 1 }
    expect(merge(null, { answers: [foreign, beyond], marked: [] })).toEqual({ answers: [], marked: [] })
  })

  it('cuts an instant in the future, so that a clock that is ahead does not win for ever', () => {
    const ahead = merge(null, { answers: [{ questionId: 'a', chosen: [0], at: now + 9999 }], marked: [] })
    expect(ahead.answers[0]?.at).toBe(now)
    const after = mergeDrafts(
      ahead,
      { answers: [{ questionId: 'a', chosen: [2], at: now + 5 }], marked: [] },
      dealt,
      now + 10,
    )
    expect(after.answers).toEqual([{ questionId: 'a', chosen: [2], at: now + 5 }])
  })

  const answer = fc.record({
    questionId: fc.constantFrom('a', 'b', 'f', 'x'),
    chosen: fc.subarray([0, 1, 2]),
    at: fc.integer({ min: 0, max: 6 }),
  })
  const drafts = fc.record({ answers: fc.array(answer, { maxLength: 6 }), marked: fc.constant<string[]>([]) })

  it('comes to the same answers whatever the order in which saves arrive, and however often', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (one, two, three) => {
        const all = (list: Draft[]) => list.reduce<Draft | null>((kept, draft) => merge(kept, draft), null)
        expect(all([three, one, two])).toEqual(all([one, two, three]))
        expect(all([one, two, one, three, two])).toEqual(all([one, two, three]))
      }),
    )
  })
})
