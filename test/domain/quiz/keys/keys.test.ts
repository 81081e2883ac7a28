import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedKey,
  corrected,
  impactOn,
  joinImpacts,
  type KeyCorrection,
  keyOf,
  type MarkingQuiz,
  noImpact,
  questionsBefore,
  standingMark,
} from '../../../../src/domain/quiz/keys'

const options = ['甲', '乙', '丙', '丁']
const single = { id: 's', kind: 'single' as const, options, key: [2], accepted: [] }
const multiple = { id: 'm', kind: 'multiple' as const, options, key: [0, 1], accepted: [] }
const fill = { id: 'f', kind: 'fill' as const, options: [], key: [], accepted: ['32'] }

describe('another key', () => {
  test('of a choice of one: another option, or two that are each right', () => {
    expect(changedKey(single, { to: 'key', key: [1] })).toEqual({
      ok: true,
      key: { key: [1], accepted: [], full: false },
    })
    expect(changedKey(single, { to: 'key', key: [2, 1] })).toMatchObject({ key: { key: [1, 2] } })
  })
  test('of a choice of several, of a gap, and points for everybody', () => {
    expect(changedKey(multiple, { to: 'key', key: [3, 0, 1] })).toMatchObject({ key: { key: [0, 1, 3] } })
    expect(changedKey(fill, { to: 'accepted', accepted: ['32', ' 32学时 '] })).toMatchObject({
      key: { accepted: ['32', '32学时'] },
    })
    expect(changedKey(single, { to: 'full' })).toMatchObject({ key: { key: [2], full: true } })
  })
  test('is refused when it does not fit: an option that is not there, twice, all of a choice of one, the wrong kind, an empty text', () => {
    const refused = [
      changedKey(single, { to: 'key', key: [4] }),
      changedKey(single, { to: 'key', key: [1, 1] }),
      changedKey(single, { to: 'key', key: [0, 1, 2, 3] }),
      changedKey(single, { to: 'accepted', accepted: ['甲'] }),
      changedKey(fill, { to: 'key', key: [0] }),
      changedKey(fill, { to: 'accepted', accepted: ['32', '。'] }),
    ]
    expect(refused).toEqual(refused.map(() => ({ ok: false, reason: 'KEY_DOES_NOT_FIT' })))
  })
  test('is refused when it is what already holds', () => {
    expect(changedKey(single, { to: 'key', key: [2] })).toEqual({ ok: false, reason: 'KEY_UNCHANGED' })
    expect(changedKey({ ...single, full: true }, { to: 'full' })).toEqual({ ok: false, reason: 'KEY_UNCHANGED' })
    // taking back the points for everybody is a change
    expect(changedKey({ ...single, full: true }, { to: 'key', key: [2] })).toMatchObject({ key: { full: false } })
  })
})

type Keyed = Omit<MarkingQuiz, 'questions' | 'corrections'> & {
  questions: (typeof single)[]
  corrections?: KeyCorrection[]
}
/** Four single questions of 25 points, key 丙 each; 60 passes. */
const quiz: Keyed = {
  questions: ['a', 'b', 'c', 'd'].map((id) => ({ ...single, id })),
  pointsEach: 25,
  passMark: 60,
  partial: 'none',
}
const correction = (id: string, questionId: string, from: number[], to: number[], at: number): KeyCorrection => ({
  id,
  questionId,
  before: { key: from, accepted: [], full: false },
  after: { key: to, accepted: [], full: false },
  reason: '示例原因',
  by: 'p1',
  at,
  impact: noImpact,
})
const dealt = ['a', 'b', 'c', 'd'].map((questionId) => ({ questionId, order: [0, 1, 2, 3] }))
/** What was chosen of a, b, c, d. */
const paper = (chosen: readonly number[], keyVersion?: number) => ({
  dealt,
  ...(keyVersion && { keyVersion }),
  answers: dealt.map(({ questionId }, i) => ({ questionId, chosen: [chosen[i] ?? 0] })),
})
const mark = (of: MarkingQuiz, chosen: readonly number[], keyVersion?: number) => {
  const standing = standingMark(of, paper(chosen, keyVersion))
  if (!standing.ok) throw new Error('the paper does not fit')
  const { grade, regraded } = standing
  return [grade.score, grade.passed, regraded && [regraded.before, regraded.passedBefore, regraded.keptPass]]
}

describe('marks after a correction', () => {
  const once = corrected(quiz, correction('k1', 'a', [2], [1], 200))

  test('rise and fall by the newest key', () => {
    expect(mark(quiz, [1, 2, 2, 0])).toEqual([50, false, null])
    expect(mark(once, [1, 2, 2, 0])).toEqual([75, true, [50, false, false]])
    expect(mark(once, [2, 2, 2, 2])).toEqual([75, true, [100, true, false]])
  })
  test('a pass that was told stays, though the points say otherwise', () => {
    expect(mark(once, [2, 2, 2, 0])).toEqual([50, true, [75, true, true]])
  })
  test('a paper that was told by the newer key knows only the newer key', () => {
    expect(mark(once, [2, 2, 2, 0], 1)).toEqual([50, false, null])
    expect(mark(once, [1, 2, 2, 0], 1)).toEqual([75, true, null])
  })
  test('of a paper without the question nothing is said', () => {
    const without = { ...paper([2, 2, 2, 2]), dealt: dealt.slice(1), answers: paper([2, 2, 2, 2]).answers.slice(1) }
    expect(standingMark(once, without)).toMatchObject({ ok: true, grade: { score: 75 }, regraded: null })
  })
  test('corrected back: the points are what they were, and a pass that was told in between stays', () => {
    const back = corrected(once, correction('k2', 'a', [1], [2], 300))
    expect(back.questions.map(keyOf)).toEqual(quiz.questions.map(keyOf))
    expect(mark(back, [1, 2, 2, 0])).toEqual([50, true, [50, false, true]])
    expect(mark(back, [2, 2, 2, 0])).toEqual([75, true, [75, true, false]])
    // who came between the two was told by the key in between
    expect(mark(back, [1, 2, 2, 0], 1)).toEqual([50, true, [75, true, true]])
  })
  test('points for everybody, also for who left it empty', () => {
    const all: KeyCorrection = {
      ...correction('k1', 'a', [2], [2], 200),
      after: { key: [2], accepted: [], full: true },
    }
    const given = corrected(quiz, all)
    const empty = { ...paper([]), answers: [] }
    expect(standingMark(given, empty)).toMatchObject({ grade: { score: 25, counts: { right: 1, blank: 3 } } })
  })
  test('of a choice of one two options can each be right by themselves', () => {
    const both = corrected(quiz, correction('k1', 'a', [2], [1, 2], 200))
    expect([1, 2, 0].map((a) => mark(both, [a, 0, 0, 0])[0])).toEqual([25, 25, 0])
  })
  test('the keys of any time can be had again', () => {
    const twice = corrected(once, correction('k2', 'b', [2], [0], 300))
    const keys = (version: number) =>
      questionsBefore(twice.questions, twice.corrections.slice(version)).map(({ key }) => key[0])
    expect([keys(0), keys(1), keys(2)]).toEqual([
      [2, 2, 2, 2],
      [1, 2, 2, 2],
      [1, 0, 2, 2],
    ])
  })
  test('what it does, counted: one passes now, one falls, one keeps the pass, one has not changed', () => {
    const papers = [
      [1, 2, 2, 0],
      [2, 2, 2, 2],
      [2, 2, 2, 0],
      [0, 2, 2, 0],
    ]
    const counts = papers.map((chosen) => impactOn(quiz, once, 'a', paper(chosen))).reduce(joinImpacts, noImpact)
    expect(counts).toEqual({ papers: 4, touched: 4, rise: 1, fall: 2, nowPass: 1, keptPass: 1 })
    const other = { ...paper([1, 1, 1, 1]), dealt: dealt.slice(1), answers: [] }
    expect(impactOn(quiz, once, 'a', other)).toEqual({ ...noImpact, papers: 1 })
  })
})

test('whatever is corrected in whatever order, nobody loses a pass that they were told, and points are those of the newest key', () => {
  const change = fc.record({ question: fc.nat(3), to: fc.nat(3) })
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      fc.nat(6),
      (changes, chosen, first) => {
        const came = Math.min(first, changes.length)
        let now: Keyed = quiz
        let told = false
        changes.forEach(({ question, to }, i) => {
          // told by every key that held at some time since it came
          if (came <= i) told = told || mark(now, chosen, came)[1] === true
          const { id = '', key = [] } = now.questions[question] ?? {}
          now = corrected(now, correction(`k${i}`, id, [...key], [to], i))
        })
        const right = now.questions.filter(({ key }, i) => key[0] === chosen[i]).length
        const [score, passed] = mark(now, chosen, came)
        expect(score).toBe(right * 25)
        if (told) expect(passed).toBe(true)
      },
    ),
  )
})
