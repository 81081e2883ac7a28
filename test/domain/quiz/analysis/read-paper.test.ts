import { expect, test } from 'vitest'
import {
  type AnalysedQuestion,
  articlesOf,
  choosePapers,
  paperReader,
  whichOf,
} from '../../../../src/domain/quiz/analysis'

const question = (id: string, extra: Partial<AnalysedQuestion>): AnalysedQuestion => ({
  id,
  kind: 'single',
  stem: '',
  options: ['甲', '乙', '丙', '丁'],
  key: [2],
  accepted: [],
  difficulty: 1,
  source: { document: '示例章程', article: '第一条' },
  ...extra,
})
const questions = [
  question('s', {}),
  question('m', { kind: 'multiple', key: [0, 1, 3], source: { document: '示例章程', article: '第二条' } }),
  question('f', { kind: 'fill', options: [], key: [], accepted: ['32'] }),
  question('f2', { kind: 'fill', options: [], key: [], accepted: ['32'], full: true }),
]
const read = paperReader({ questions, deal: 3, pointsEach: 6, passMark: 9, partial: 'proportional' })

test('an answer is told by the stored options, whatever order the paper showed', () => {
  const paper = read({
    dealt: [
      { questionId: 's', order: [3, 2, 1, 0] },
      { questionId: 'm', order: [1, 0, 2, 3] },
      { questionId: 'f', order: [] },
    ],
    // shown 1 is 丙, the key; shown 0 and 1 are 乙 and 甲, two of three; 33 is not accepted
    answers: [
      { questionId: 's', chosen: [1] },
      { questionId: 'm', chosen: [0, 1] },
      { questionId: 'f', chosen: [], text: ' ３３ ' },
    ],
  })
  expect(
    paper?.map(({ earned, chosen, blank, wrongText, article }) => [earned, chosen, blank, wrongText, article]),
  ).toEqual([
    [6, [2], false, null, 0],
    [4, [1, 0], false, null, 1],
    [0, [], false, '33', 0],
  ])
})

test('what was left empty is blank; a text on a question that gives everybody the points is not wrong', () => {
  const dealt = ['s', 'f', 'f2'].map((questionId) => ({ questionId, order: questionId === 's' ? [0, 1, 2, 3] : [] }))
  const paper = read({
    dealt,
    answers: [
      { questionId: 'f', chosen: [], text: '  ' },
      { questionId: 'f2', chosen: [], text: '别的' },
    ],
  })
  expect(paper?.map(({ earned, blank, wrongText }) => [earned, blank, wrongText])).toEqual([
    [0, true, null],
    [0, true, null],
    [6, false, null],
  ])
})

test('a paper of another length, or with a question that the quiz has not, is not compared', () => {
  expect(read({ dealt: [{ questionId: 's', order: [0, 1, 2, 3] }], answers: [] })).toBeNull()
  const strange = ['s', 'm', 'gone'].map((questionId) => ({ questionId, order: [0, 1, 2, 3] }))
  expect(read({ dealt: strange, answers: [] })).toBeNull()
})

test('the articles of a quiz, each once', () => {
  expect(articlesOf(questions).map(({ article }) => article)).toEqual(['第一条', '第二条'])
})

test('of each person the paper that arrived first counts; of a daily series all', () => {
  const papers = [
    { number: 2, submission: { receivedAt: 100 } },
    { number: 1, submission: { receivedAt: 300 } },
  ]
  // the first attempt was on a phone without a network, and came after keys had been seen
  expect(choosePapers(papers, 'first')).toEqual([papers[0]])
  expect(choosePapers(papers, 'all')).toHaveLength(2)
  expect(choosePapers([], 'first')).toEqual([])
  expect([whichOf('exam'), whichOf('practice'), whichOf('daily')]).toEqual(['first', 'first', 'all'])
})
