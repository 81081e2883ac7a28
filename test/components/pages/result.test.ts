import { describe, expect, it } from 'vitest'
import type { ResultItem, Verdict } from '@/contracts/quiz'
import { countsWords, linesOf } from '../../../src/pages/result/result.shared'

const graded = (verdict: Verdict, key: number[], chosen: number[]): ResultItem => ({
  questionId: 'q1',
  kind: 'multiple',
  stem: '题目',
  options: ['甲', '乙', '丙', '丁'],
  points: 5,
  chosen,
  text: null,
  key,
  accepted: [],
  verdict,
  earned: 0,
  explanation: '',
  source: { document: '示例条例', article: '第一条' },
})
const notes = (item: ResultItem) => linesOf(item).map(({ text, state, note }) => `${text} ${state} ${note}`)

describe('a graded question', () => {
  it('shows what was right, what was left out and what was wrong, and no other option', () => {
    expect(notes(graded('right', [0, 1], [0, 1]))).toEqual(['甲 good 您选对了', '乙 good 您选对了'])
    expect(notes(graded('partial', [0, 1], [0]))).toEqual(['甲 good 您选对了', '乙 good 漏选了这一项'])
    expect(notes(graded('wrong', [0], [2]))).toEqual(['甲 good 正确答案', '丙 bad 您选的，不对'])
    expect(notes(graded('blank', [3], []))).toEqual(['丁 good 正确答案'])
  })
})

describe('the counts', () => {
  it('name only what there is', () => {
    expect(countsWords({ right: 18, partial: 1, wrong: 1, blank: 0 })).toBe('对 18 题，部分对 1 题，错 1 题')
    expect(countsWords({ right: 0, partial: 0, wrong: 0, blank: 20 })).toBe('没有答 20 题')
  })
})
