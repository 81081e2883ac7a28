import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { PaperItem, ResultItem } from '@/contracts/quiz'
import { gradePaper, showPaper, showResult } from '@/domain/quiz'
import { question } from './questions'

const questions = [question('q1', 'multiple', [1, 3], { tags: ['纪律'] }), question('q2', 'judge', [1])]
const dealt = [
  { questionId: 'q2', order: [0, 1] },
  { questionId: 'q1', order: [3, 0, 2, 1] },
]

describe('showPaper', () => {
  it('shows questions and options in the dealt order', () => {
    expect(showPaper(dealt, questions, 5)).toEqual([
      { questionId: 'q2', kind: 'judge', stem: '题干 q2', options: ['正确', '错误'], points: 5 },
      { questionId: 'q1', kind: 'multiple', stem: '题干 q1', options: ['丁', '甲', '丙', '乙'], points: 5 },
    ])
  })

  it('shows the fields of the contract and no other, whatever a stored question carries', () => {
    const careless = questions.map((q) => ({ ...q, answer: q.key, hint: 'B' }))
    for (const item of showPaper(dealt, careless, 5)) expect(v.is(PaperItem, item)).toBe(true)
  })

  it('throws for a paper that does not fit its quiz', () => {
    expect(() => showPaper([{ questionId: 'gone', order: [0] }], questions, 5)).toThrow(/gone/)
    expect(() => showPaper([{ questionId: 'q2', order: [0, 2] }], questions, 5)).toThrow(/option 2/)
  })
})

describe('showResult', () => {
  it('adds mark, key in shown indices, explanation and source', () => {
    const grading = gradePaper({
      dealt,
      questions,
      answers: [{ questionId: 'q1', chosen: [3] }],
      pointsEach: 5,
      passMark: 6,
      partial: 'proportional',
    })
    if (!grading.ok) throw new Error(grading.reason)
    const result = showResult(dealt, questions, 5, grading.items)
    // 乙 (index 1, shown as 3) and 丁 (index 3, shown as 0) are right; one of two gives 2.5, halves up: 3
    expect(result[1]).toEqual({
      questionId: 'q1',
      kind: 'multiple',
      stem: '题干 q1',
      options: ['丁', '甲', '丙', '乙'],
      points: 5,
      chosen: [3],
      text: null,
      key: [0, 3],
      accepted: [],
      verdict: 'partial',
      earned: 3,
      explanation: '解析 q1：13',
      source: { document: '示例条例', article: '第一条' },
    })
    expect(result[0]).toMatchObject({ verdict: 'blank', chosen: [], key: [1], earned: 0 })
    for (const item of result) expect(v.is(ResultItem, item)).toBe(true)
    expect(() => showResult(dealt, questions, 5, [])).toThrow(/not graded/)
  })
})
