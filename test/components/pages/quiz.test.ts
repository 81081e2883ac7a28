import { describe, expect, it } from 'vitest'
import type { Paper, PaperItem } from '@/contracts/quiz'
import { answersOf, blanksOf, emptyDraft } from '@/services/quiz-draft.shared'
import { isOver, placesWords, tapOption } from '../../../src/pages/quiz/quiz.shared'

const item = (questionId: string, kind: PaperItem['kind']): PaperItem => ({
  questionId,
  kind,
  stem: '题目',
  options: ['甲', '乙', '丙', '丁'],
  points: 5,
})
const single = item('q1', 'single')
const multiple = item('q2', 'multiple')
const judge = item('q3', 'judge')
const paper: Paper = {
  attemptId: 'quiz.p1.1',
  quizId: 'quiz',
  title: '答题',
  mode: 'exam',
  number: 1,
  minutes: 20,
  partial: 'proportional',
  dealtAt: 0,
  deadlineAt: 1_200_000,
  arriveBy: 1_200_000,
  along: false,
  now: 0,
  draft: null,
  items: [single, multiple, judge],
}
const taps = (...each: [PaperItem, number][]) =>
  each.reduce((draft, [at, option]) => tapOption(draft, at, option, 7), emptyDraft)

describe('tapping options', () => {
  it('lets the last tap count where one is asked', () => {
    expect(taps([single, 0], [single, 2]).answers).toEqual({ q1: { chosen: [2], at: 7 } })
    expect(taps([judge, 1], [judge, 1]).answers).toEqual({ q3: { chosen: [1], at: 7 } })
  })

  it('switches each where several are asked, and keeps them in order', () => {
    expect(taps([multiple, 3], [multiple, 0]).answers.q2?.chosen).toEqual([0, 3])
    expect(taps([multiple, 3], [multiple, 0], [multiple, 3]).answers.q2?.chosen).toEqual([0])
  })
})

describe('what is handed in', () => {
  it('is the answered questions, and the others are named before', () => {
    const draft = taps([single, 1], [multiple, 0], [multiple, 0])
    expect(answersOf(paper, draft)).toEqual([{ questionId: 'q1', chosen: [1] }])
    expect(blanksOf(paper, draft)).toEqual([1, 2])
    expect(placesWords([1, 2])).toBe('第 2、3 题')
    expect(placesWords([0, 1, 2, 3, 4, 5, 6])).toBe('第 1、2、3、4、5、6 题等')
  })
})

describe('a kept paper', () => {
  it('is over at its deadline', () => {
    expect(isOver(paper, 1_199_999)).toBe(false)
    expect(isOver(paper, 1_200_000)).toBe(true)
  })
})
