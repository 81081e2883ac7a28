import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '@/contracts/quiz'
import { answersOfDraft, mergeDrafts } from '@/domain/quiz'

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
      markedAt: 260,
    }
    expect(merge(kept, incoming)).toEqual({
      answers: [
        { questionId: 'a', chosen: [], at: 200 },
        { questionId: 'b', chosen: [1], at: 300 },
        { questionId: 'f', chosen: [], text: '三年', at: 250 },
      ],
      marked: ['b'],
      markedAt: 260,
    })
  })

  it('leaves out what cannot be of this paper', () => {
    const foreign = { questionId: 'x', chosen: [0], at: 1 }
    const beyond = { questionId: 'b', chosen: [2], at: 1 }
    expect(merge(null, { answers: [foreign, beyond], marked: [] })).toEqual({ answers: [], marked: [], markedAt: 0 })
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

  it('keeps the marks that were changed later, also when the older save arrives after the newer one', () => {
    const earlier = { answers: [], marked: ['a', 'b'], markedAt: 10 }
    const later = { answers: [], marked: ['b'], markedAt: 20 }
    expect(merge(merge(null, later), earlier)).toMatchObject({ marked: ['b'], markedAt: 20 })
    expect(merge(merge(null, earlier), later)).toMatchObject({ marked: ['b'], markedAt: 20 })
    // a version that does not say when, and a clock that is ahead
    expect(merge(later, { answers: [], marked: ['f'] })).toMatchObject({ marked: ['b'] })
    expect(merge(later, { answers: [], marked: [], markedAt: now + 99 })).toMatchObject({ marked: [], markedAt: now })
  })

  const answer = fc.record({
    questionId: fc.constantFrom('a', 'b', 'f', 'x'),
    chosen: fc.subarray([0, 1, 2]),
    at: fc.integer({ min: 0, max: 6 }),
  })
  const drafts = fc.record({
    answers: fc.array(answer, { maxLength: 6 }),
    marked: fc.subarray(['a', 'b', 'f']),
    markedAt: fc.integer({ min: 0, max: 3 }),
  })

  it('comes to the same answers and marks whatever the order in which saves arrive, and however often', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (one, two, three) => {
        const all = (list: Draft[]) => list.reduce<Draft | null>((kept, draft) => merge(kept, draft), null)
        expect(all([three, one, two])).toEqual(all([one, two, three]))
        expect(all([one, two, one, three, two])).toEqual(all([one, two, three]))
      }),
    )
  })
})

it('a draft as a paper is what is answered, without instants', () => {
  const answers = [
    { questionId: 'a', chosen: [], at: 1 },
    { questionId: 'b', chosen: [1], at: 2 },
    { questionId: 'f', chosen: [], text: ' ', at: 3 },
    { questionId: 'g', chosen: [], text: '三年', at: 4 },
  ]
  expect(answersOfDraft({ answers })).toEqual([
    { questionId: 'b', chosen: [1] },
    { questionId: 'g', chosen: [], text: '三年' },
  ])
})
