import { describe, expect, it } from 'vitest'
import { isAnother, samePaper } from '@/domain/quiz'

const paper = [
  { questionId: 'a', chosen: [2, 0] },
  { questionId: 'f', chosen: [], text: '三 年' },
]

describe('samePaper', () => {
  it('does not look at order, blanks and unanswered questions', () => {
    const again = [
      { questionId: 'f', chosen: [], text: ' 三年。' },
      { questionId: 'b', chosen: [] },
      { questionId: 'a', chosen: [0, 2] },
    ]
    expect(samePaper(paper, again)).toBe(true)
    expect(samePaper(paper, paper.slice(0, 1))).toBe(false)
    expect(samePaper(paper, [{ questionId: 'a', chosen: [0] }, ...again.slice(0, 1)])).toBe(false)
  })
})

describe('isAnother', () => {
  const other = [{ questionId: 'a', chosen: [1] }]
  const kept = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ answers: [{ questionId: `q${i}`, chosen: [0] }] }))

  it('is one that says something else than the first and every other one', () => {
    expect(isAnother(other, paper, [])).toBe(true)
    expect(isAnother(other, other, [])).toBe(false)
    expect(isAnother(other, paper, [...kept(1), { answers: other }])).toBe(false)
  })

  it('is none when nothing was answered on it, or when five are kept', () => {
    expect(isAnother([{ questionId: 'a', chosen: [] }], paper, [])).toBe(false)
    expect(isAnother(other, paper, kept(4))).toBe(true)
    expect(isAnother(other, paper, kept(5))).toBe(false)
  })
})
