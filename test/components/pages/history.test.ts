import { describe, expect, it } from 'vitest'
import { type Attempt, attemptWords, byMonth, joinPages } from '../../../src/study/pages/history/history.shared'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-22T12:00:00')
const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  attemptId: 'quiz.p1.1',
  quizId: 'quiz',
  title: '十一月答题',
  mode: 'exam',
  number: 1,
  dealtAt: at('2026-11-03T09:00:00'),
  state: 'submitted',
  arriveBy: null,
  submittedAt: at('2026-11-03T09:12:00'),
  score: 85,
  maxScore: 100,
  passed: true,
  ...more,
})

describe('my attempts', () => {
  it('stand by the month in Shanghai in which they were begun', () => {
    const rows = [
      attempt({ attemptId: 'a', dealtAt: at('2026-11-01T00:00:00') }),
      attempt({ attemptId: 'b', dealtAt: at('2026-10-31T23:59:59') }),
      attempt({ attemptId: 'c', dealtAt: at('2025-12-31T10:00:00') }),
    ]
    expect(byMonth(rows).map(({ month, rows: own }) => [month, own.map(({ attemptId }) => attemptId)])).toEqual([
      ['2026 年 11 月', ['a']],
      ['2026 年 10 月', ['b']],
      ['2025 年 12 月', ['c']],
    ])
  })

  it('come once, also when a page was read again meanwhile', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((attemptId) => attempt({ attemptId }))
    const pages = [
      { rows: [a, b].flatMap((row) => row ?? []), next: 1 },
      { rows: [b, c].flatMap((row) => row ?? []), next: null },
    ]
    expect(joinPages(pages).map(({ attemptId }) => attemptId)).toEqual(['a', 'b', 'c'])
  })

  it('say when and how, and lead to what can be seen', () => {
    expect(attemptWords(attempt(), now)).toEqual({
      note: '第 1 次，11 月 3 日 09:12，85 / 100 分',
      tag: { text: '已通过', tone: 'ok' },
      target: { page: 'result', attemptId: 'quiz.p1.1' },
    })
    expect(attemptWords(attempt({ passed: false, score: 40 }), now).tag.text).toBe('未通过')
    expect(attemptWords(attempt({ mode: 'daily', number: 4, passed: false }), now)).toMatchObject({
      note: '第 4 天，11 月 3 日 09:12，85 / 100 分',
      tag: { text: '已答' },
    })
    const open = { state: 'open', submittedAt: null, score: null, passed: null } as const
    expect(attemptWords(attempt(open), now).target).toEqual({ page: 'quiz', quizId: 'quiz' })
    expect(attemptWords(attempt({ ...open, state: 'expired' }), now)).toMatchObject({
      note: '第 1 次，11 月 3 日 09:00 开始，到时没有交卷',
      target: null,
    })
  })
})

it('of an attempt that ran out says that a paper may still come, and until when; without marks nothing is said of passing', () => {
  const arriveBy = at('2026-11-23T09:20:00')
  const waited = attemptWords(
    attempt({ state: 'mayArrive', arriveBy, submittedAt: null, score: null, passed: null }),
    now,
  )
  expect(waited).toMatchObject({ tag: { text: '没收到' }, target: null })
  expect(waited.note).toContain('让那部手机连上网，明天 09:20 前送到都算数')
  expect(attemptWords(attempt({ score: null, passed: null }), now).tag.text).toBe('已交卷')
})
