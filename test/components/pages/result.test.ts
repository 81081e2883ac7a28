import { describe, expect, it } from 'vitest'
import type { Result, ResultItem, Verdict } from '@/contracts/quiz'
import {
  correctedLines,
  countedWords,
  countsWords,
  fillLinesOf,
  lateWords,
  linesOf,
  otherWords,
  questionsOf,
  regradedWords,
  unreleasedWords,
  verdictOf,
  waitingWords,
} from '../../../src/pages/result/result.shared'

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
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-22T12:00:00')

describe('a graded question', () => {
  it('shows what was right, what was left out and what was wrong, and no other option', () => {
    expect(notes(graded('right', [0, 1], [0, 1]))).toEqual(['甲 good 您选对了', '乙 good 您选对了'])
    expect(notes(graded('partial', [0, 1], [0]))).toEqual(['甲 good 您选对了', '乙 good 漏选了这一项'])
    expect(notes(graded('wrong', [0], [2]))).toEqual(['甲 good 正确答案', '丙 bad 您选的，不对'])
    expect(notes(graded('blank', [3], []))).toEqual(['丁 good 正确答案'])
  })

  it('shows what was written into a gap, and what fills it', () => {
    const accepted = ['一年', '1年', '12个月']
    expect(fillLinesOf({ text: '1 年', accepted, verdict: 'right' })).toEqual([
      { text: '1 年', state: 'good', note: '您填对了' },
    ])
    expect(fillLinesOf({ text: '两年', accepted, verdict: 'wrong' })).toEqual([
      { text: '两年', state: 'bad', note: '您填的，不对' },
      { text: '一年', state: 'good', note: '正确答案，也可以填：1年、12个月' },
    ])
    expect(fillLinesOf({ text: null, accepted: ['一年'], verdict: 'blank' })).toEqual([
      { text: '一年', state: 'good', note: '正确答案' },
    ])
  })

  it('keeps its number on the paper when only what went wrong is shown', () => {
    const result = { items: [graded('right', [0], [0]), graded('wrong', [0], [1])] } as unknown as Result
    expect(questionsOf(result, true).map(({ number }) => number)).toEqual([2])
  })
})

describe('the counts', () => {
  it('name only what there is', () => {
    expect(countsWords({ right: 18, partial: 1, wrong: 1, blank: 0 })).toBe('对 18 题，部分对 1 题，错 1 题')
    expect(countsWords({ right: 0, partial: 0, wrong: 0, blank: 20 })).toBe('没有答 20 题')
  })
})

describe('how it went', () => {
  const marks = (score: number, more: Partial<Parameters<typeof verdictOf>[0]> = {}) =>
    verdictOf({
      mode: 'exam',
      score,
      maxScore: 100,
      passMark: 60,
      passed: score >= 60,
      counts: { right: 1, partial: 0, wrong: 19, blank: 0 },
      ...more,
    })

  it('is said in the right words for nothing, not enough, enough and everything', () => {
    expect(marks(0)).toBe('这次没有得分，看看解析再来')
    expect(marks(0, { counts: { right: 0, partial: 0, wrong: 0, blank: 20 } })).toBe('这次没有作答')
    expect(marks(55)).toBe('60 分通过，还差 5 分')
    expect(marks(60)).toBe('通过了')
    expect(marks(100)).toBe('全部答对了')
  })

  it('has no pass mark where nothing is to be passed', () => {
    expect(marks(20, { mode: 'practice' })).toBe('答错的看看解析，记住了就好')
    expect(marks(0, { mode: 'daily' })).toBe('这次没有得分，看看解析，记住了就好')
    expect(countedWords({ mode: 'practice' }).text).toBe('练习，不计入参与')
    expect(countedWords({ mode: 'exam' }).text).toBe('已计入参与')
  })
})

describe('a paper that came late', () => {
  it('has both times, and one that came at once has none', () => {
    const submittedAt = at('2026-11-21T20:00:00')
    expect(lateWords({ submittedAt, receivedAt: submittedAt + 59_000 }, now)).toBeNull()
    expect(lateWords({ submittedAt, receivedAt: at('2026-11-22T08:30:00') }, now)).toBe(
      '作答于 昨天 20:00，送达于 今天 08:30，按作答的时间算。',
    )
  })

  it('of another phone is explained', () => {
    const answeredAt = at('2026-11-22T08:00:00')
    expect(otherWords({ other: null }, now)).toBeNull()
    expect(otherWords({ other: { answeredAt, receivedAt: at('2026-11-22T09:00:00'), score: 85 } }, now)).toBe(
      '这次答题收到两份不一样的答卷，只算先送达的那份。另一份（今天 08:00 答完，今天 09:00 送达，85 分）已留存，不计分。',
    )
    // read on the phone whose paper does not count, too; its marks come with the keys
    expect(otherWords({ other: { answeredAt, receivedAt: answeredAt, score: null } }, now)).toBe(
      '这次答题收到两份不一样的答卷，只算先送达的那份。另一份（今天 08:00 送达）已留存，不计分。',
    )
  })
})

describe('explanations that are not there', () => {
  it('are announced, or it is said that there will be none', () => {
    expect(unreleasedWords({ released: { now: true } }, now)).toBeNull()
    expect(unreleasedWords({ released: { now: false, at: at('2026-12-01T00:00:00') } }, now)).toBe(
      '答案和解析在 11 月 30 日 24:00 以后公布，到时再打开这里看。',
    )
    expect(unreleasedWords({ released: { now: false, at: null } }, now)).toBe('这次答题只公布分数，不公布答案和解析。')
  })
})

describe('a paper that waits', () => {
  it('says that nothing is to be done again, and until when it may arrive', () => {
    expect(waitingWords('答题', false, at('2026-12-02T00:00:00'), now)).toBe(
      '《答题》已经交卷。眼下还没有送出，联网后自动上传，12 月 1 日 24:00 前送到都算数，不用重做。送到后在这里看成绩。',
    )
    expect(waitingWords('答题', true, null, now)).toContain('《答题》时间到了，答过的已经替您交卷。')
  })
})

describe('a corrected key', () => {
  const regraded = { before: 75, keptPass: false, at: Date.UTC(2026, 10, 10, 2), questions: [] }
  const now = Date.UTC(2026, 10, 10, 4)
  it('says from what to what', () => {
    expect(regradedWords({ score: 80, regraded }, now)).toBe('答案在 今天 10:00 更正过，您的成绩由 75 分改为 80 分。')
    expect(regradedWords({ score: 50, regraded: { ...regraded, keptPass: true } }, now)).toContain(
      '先前已经通过，仍算通过',
    )
    expect(regradedWords({ score: 75, regraded }, now)).toContain('您的分数没有变')
    expect(regradedWords({ score: 75 }, now)).toBeNull()
  })
  it('and why, of each question', () => {
    const questions = [
      { number: 7, reason: '条文已经修改', at: 1, full: false },
      { number: 9, reason: '题干有歧义', at: 1, full: true },
    ]
    expect(correctedLines({ regraded: { ...regraded, questions } })).toEqual([
      '第 7 题更正了答案：条文已经修改',
      '第 9 题改为全员得分：题干有歧义',
    ])
    expect(correctedLines({})).toEqual([])
  })
})
