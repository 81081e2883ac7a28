import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperItem } from '@/contracts/quiz'
import { answersOf, emptyDraft, joinDrafts, type QuizDraft, readDraft, sentDraft } from '@/services/quiz-draft.shared'

const item = (questionId: string, kind: PaperItem['kind'] = 'single'): PaperItem => ({
  questionId,
  kind,
  stem: '题目',
  options: ['甲', '乙'],
  points: 5,
})
const paper = { items: [item('q1'), item('q2'), item('q3', 'fill')] }
const draft = (answers: QuizDraft['answers'], more: Partial<QuizDraft> = {}): QuizDraft => ({
  ...emptyDraft,
  answers,
  ...more,
})

describe('a draft on the phone', () => {
  it('is read whichever version stored it, and never throws', () => {
    expect(readDraft(null)).toEqual(emptyDraft)
    expect(readDraft({ chosen: { q1: [1], q2: [] }, at: 3 })).toEqual({
      answers: { q1: { chosen: [1], at: 0 }, q2: { chosen: [], at: 0 } },
      marked: [],
      markedAt: 0,
      at: 3,
      seen: 0,
    })
    const now = draft({ q3: { chosen: [], text: '一年', at: 7 } }, { marked: ['q1'], at: 2, seen: 9 })
    expect(readDraft(JSON.parse(JSON.stringify(now)))).toEqual(now)
  })

  it('law: any stored value is read as some draft', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(answersOf(paper, readDraft(value)).length).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('hands in texts without the spaces around them, and no index of a fill-in question', () => {
    expect(answersOf(paper, draft({ q1: { chosen: [1], at: 1 }, q3: { chosen: [], text: ' 一年 ', at: 2 } }))).toEqual([
      { questionId: 'q1', chosen: [1] },
      { questionId: 'q3', chosen: [], text: '一年' },
    ])
  })

  it('sends also that an answer was taken back, and marks of this paper only', () => {
    expect(sentDraft(paper, draft({ q2: { chosen: [], at: 5 } }, { marked: ['q9', 'q1'] }))).toEqual({
      answers: [{ questionId: 'q2', chosen: [], at: 5 }],
      marked: ['q1'],
      markedAt: 0,
    })
  })
})

describe('joining with the server’s draft', () => {
  it('takes the later answer to each question, and says when something came from elsewhere', () => {
    const own = draft({ q1: { chosen: [0], at: 10 }, q2: { chosen: [1], at: 30 } })
    const kept = {
      answers: [
        { questionId: 'q1', chosen: [1], at: 20 },
        { questionId: 'q2', chosen: [0], at: 20 },
      ],
      marked: [],
    }
    const { draft: joined, elsewhere } = joinDrafts(own, kept)
    expect([joined.answers.q1?.chosen, joined.answers.q2?.chosen, elsewhere]).toEqual([[1], [1], true])
  })

  it('is silent about what this phone sent itself', () => {
    const own = draft({ q1: { chosen: [0], at: 10 } }, { marked: ['q2'] })
    expect(joinDrafts(own, sentDraft(paper, own))).toEqual({ draft: own, elsewhere: false })
    expect(joinDrafts(own, null).elsewhere).toBe(false)
  })

  it('lets an answer that was taken back later stay taken back', () => {
    const own = draft({ q1: { chosen: [], at: 40 } })
    const kept = { answers: [{ questionId: 'q1', chosen: [1], at: 20 }], marked: [] }
    expect(joinDrafts(own, kept).draft.answers.q1?.chosen).toEqual([])
  })

  const answers = fc.dictionary(
    fc.constantFrom('q1', 'q2'),
    fc.record({ chosen: fc.subarray([0, 1]), at: fc.integer({ min: 0, max: 20 }) }),
  )
  it('law: joined twice is joined once, and the later answer of each question always stands', () => {
    fc.assert(
      fc.property(answers, answers, (mine, theirs) => {
        const kept = sentDraft(paper, draft(theirs))
        const { draft: joined } = joinDrafts(draft(mine), kept)
        expect(joinDrafts(joined, kept)).toEqual({ draft: joined, elsewhere: false })
        for (const id of ['q1', 'q2'] as const) {
          const best = Math.max(mine[id]?.at ?? -1, theirs[id]?.at ?? -1)
          expect(joined.answers[id]?.at ?? -1).toBe(best)
        }
      }),
    )
  })
})
