import { describe, expect, it } from 'vitest'
import { type GivenAnswer, gradePaper, markAnswer } from '@/domain/quiz'
import { question } from './questions'

const questions = [question('s', 'single', [2]), question('m', 'multiple', [0, 1, 3]), question('j', 'judge', [1])]
// shown: s = 丙甲丁乙 (key at 0), m = 丁丙乙甲 (key at 0, 2, 3), j = 正确 错误 (key at 1)
const dealt = [
  { questionId: 's', order: [2, 0, 3, 1] },
  { questionId: 'm', order: [3, 2, 1, 0] },
  { questionId: 'j', order: [0, 1] },
]
const grade = (answers: GivenAnswer[], passMark = 6) =>
  gradePaper({ dealt, questions, answers, pointsEach: 4, passMark })

describe('gradePaper', () => {
  it('marks in shown indices and adds up', () => {
    expect(
      grade([
        { questionId: 'j', chosen: [0] },
        { questionId: 's', chosen: [0] },
        { questionId: 'm', chosen: [3, 0] },
      ]),
    ).toEqual({
      ok: true,
      items: [
        { questionId: 's', chosen: [0], key: [0], verdict: 'right', earned: 4 },
        // 4 × 2 ÷ 3 = 2.67 → 3
        { questionId: 'm', chosen: [0, 3], key: [0, 2, 3], verdict: 'partial', earned: 3 },
        { questionId: 'j', chosen: [0], key: [1], verdict: 'wrong', earned: 0 },
      ],
      counts: { right: 1, partial: 1, wrong: 1, blank: 0 },
      score: 7,
      maxScore: 12,
      passed: true,
    })
  })

  it('passes at the pass mark and not below', () => {
    const answers = [
      { questionId: 's', chosen: [0] },
      { questionId: 'j', chosen: [1] },
    ]
    expect(grade(answers, 8)).toMatchObject({ score: 8, passed: true })
    expect(grade(answers, 9)).toMatchObject({ score: 8, passed: false })
  })

  it('takes a missing answer and an empty one as blank', () => {
    expect(grade([{ questionId: 's', chosen: [] }])).toMatchObject({
      score: 0,
      passed: false,
      counts: { right: 0, partial: 0, wrong: 0, blank: 3 },
    })
  })

  it.each<[string, GivenAnswer[]]>([
    ['an unknown question', [{ questionId: 'x', chosen: [0] }]],
    ['an index beyond the options', [{ questionId: 'j', chosen: [2] }]],
    ['a negative index', [{ questionId: 's', chosen: [-1] }]],
    ['half an index', [{ questionId: 's', chosen: [0.5] }]],
    ['two choices for single', [{ questionId: 's', chosen: [0, 1] }]],
    ['two choices for judge', [{ questionId: 'j', chosen: [0, 1] }]],
    ['an option twice', [{ questionId: 'm', chosen: [0, 0] }]],
    [
      'a question twice',
      [
        { questionId: 's', chosen: [0] },
        { questionId: 's', chosen: [0] },
      ],
    ],
  ])('refuses %s as a whole', (_, wrong) => {
    expect(grade(wrong)).toEqual({ ok: false, reason: 'ANSWERS_DO_NOT_FIT' })
    expect(grade([{ questionId: 'm', chosen: [0] }, ...wrong])).toEqual({ ok: false, reason: 'ANSWERS_DO_NOT_FIT' })
  })

  it('throws when the record is broken: a dealt question that the quiz does not have', () => {
    const broken = [...dealt, { questionId: 'gone', order: [0] }]
    expect(() => gradePaper({ dealt: broken, questions, answers: [], pointsEach: 4, passMark: 6 })).toThrow(/gone/)
  })
})

describe('markAnswer, multiple', () => {
  it.each([
    // chosen, key, points → verdict, earned
    [[0, 1, 3], [0, 1, 3], 5, 'right', 5],
    [[0], [0, 1, 3], 5, 'partial', 2], // 1.67
    [[0, 1], [0, 1, 3], 5, 'partial', 3], // 3.33
    [[0], [0, 1], 5, 'partial', 3], // 2.5, halves up
    [[0], [0, 1, 2, 3], 2, 'partial', 1], // 0.5, halves up
    [[0], [0, 1, 2, 3, 4], 2, 'partial', 0], // 0.4
    [[0], [0, 1], 1, 'partial', 0], // 0.5 would round to the full point
    [[0, 1, 2, 3], [0, 1, 2, 3, 4], 2, 'partial', 1], // 1.6 would round to full
    [[0, 2], [0, 1, 3], 5, 'wrong', 0],
    [[0, 1, 2, 3], [0, 1, 3], 5, 'wrong', 0],
    [[], [0, 1], 5, 'blank', 0],
  ] as const)('%j of %j for %i points is %s, %i', (chosen, key, points, verdict, earned) => {
    expect(markAnswer(chosen, key, points)).toEqual({ verdict, earned })
  })
})
