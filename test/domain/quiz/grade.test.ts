import { describe, expect, it } from 'vitest'
import { type GivenAnswer, gradePaper } from '@/domain/quiz'
import { question } from './questions'

const questions = [
  question('s', 'single', [2]),
  question('m', 'multiple', [0, 1, 3]),
  question('j', 'judge', [1]),
  question('f', 'fill', [], { accepted: ['三十二学时', '32课时'] }),
]
// shown: s = 丙甲丁乙 (key at 0), m = 丁丙乙甲 (key at 0, 2, 3), j = 正确 错误 (key at 1)
const dealt = [
  { questionId: 's', order: [2, 0, 3, 1] },
  { questionId: 'm', order: [3, 2, 1, 0] },
  { questionId: 'j', order: [0, 1] },
  { questionId: 'f', order: [] },
]
const grade = (answers: GivenAnswer[], passMark = 6) =>
  gradePaper({ dealt, questions, answers, pointsEach: 4, passMark, partial: 'proportional' })

describe('gradePaper', () => {
  it('marks in shown indices and texts, and adds up', () => {
    expect(
      grade([
        { questionId: 'j', chosen: [0] },
        { questionId: 'f', chosen: [], text: ' ３２学时。' },
        { questionId: 's', chosen: [0] },
        { questionId: 'm', chosen: [3, 0] },
      ]),
    ).toEqual({
      ok: true,
      items: [
        { questionId: 's', chosen: [0], text: null, key: [0], verdict: 'right', earned: 4 },
        // 4 × 2 ÷ 3 = 2.67 → 3
        { questionId: 'm', chosen: [0, 3], text: null, key: [0, 2, 3], verdict: 'partial', earned: 3 },
        { questionId: 'j', chosen: [0], text: null, key: [1], verdict: 'wrong', earned: 0 },
        { questionId: 'f', chosen: [], text: ' ３２学时。', key: [], verdict: 'right', earned: 4 },
      ],
      counts: { right: 2, partial: 1, wrong: 1, blank: 0 },
      score: 11,
      maxScore: 16,
      passed: true,
    })
  })

  it('gives 漏选 what the rule of the quiz says', () => {
    const half = { dealt, questions, answers: [{ questionId: 'm', chosen: [0, 2] }], pointsEach: 5, passMark: 3 }
    expect(gradePaper({ ...half, partial: 'none' })).toMatchObject({ score: 0, passed: false, counts: { partial: 1 } })
    expect(gradePaper({ ...half, partial: 'half' })).toMatchObject({ score: 2, passed: false })
    expect(gradePaper({ ...half, partial: 'proportional' })).toMatchObject({ score: 3, passed: true })
  })

  it('passes at the pass mark and not below', () => {
    const answers = [
      { questionId: 's', chosen: [0] },
      { questionId: 'j', chosen: [1] },
    ]
    expect(grade(answers, 8)).toMatchObject({ score: 8, passed: true })
    expect(grade(answers, 9)).toMatchObject({ score: 8, passed: false })
  })

  it('takes a missing answer, an empty one and a text of blanks as blank', () => {
    expect(
      grade([
        { questionId: 's', chosen: [] },
        { questionId: 'f', chosen: [], text: '　 。' },
      ]),
    ).toMatchObject({
      score: 0,
      passed: false,
      counts: { right: 0, partial: 0, wrong: 0, blank: 4 },
      items: [{}, {}, {}, { verdict: 'blank', text: null }],
    })
  })

  it.each<[string, GivenAnswer[]]>([
    ['an unknown question', [{ questionId: 'x', chosen: [0] }]],
    ['an index beyond the options', [{ questionId: 'j', chosen: [2] }]],
    ['a negative index', [{ questionId: 's', chosen: [-1] }]],
    ['half an index', [{ questionId: 's', chosen: [0.5] }]],
    ['two choices for single', [{ questionId: 's', chosen: [0, 1] }]],
    ['two choices for judge', [{ questionId: 'j', chosen: [0, 1] }]],
    ['a choice for fill', [{ questionId: 'f', chosen: [0], text: '32学时' }]],
    ['a text for single', [{ questionId: 's', chosen: [0], text: '丙' }]],
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
    const paper = { dealt: broken, questions, answers: [], pointsEach: 4, passMark: 6, partial: 'none' as const }
    expect(() => gradePaper(paper)).toThrow(/gone/)
  })
})
