import { describe, expect, it } from 'vitest'
import type { RecordEntry } from '@/contracts/me'
import {
  correctionWords,
  entryNote,
  joinMonths,
  type MonthOfRecord,
  monthCounts,
  wrongEntryLetter,
} from '../../../src/mine/pages/record/record.shared'

const today = '2026-11-22'
const at = Date.parse('2026-11-09T09:05:00+08:00')
const entry = (more: Partial<RecordEntry> = {}): RecordEntry => ({
  kind: 'themeday',
  activityId: 'day-1',
  title: '集中学习',
  day: '2026-11-09',
  occurredAt: at,
  recordedAt: at,
  channel: 'self',
  orgName: '示例支部',
  mobile: false,
  withdrawn: false,
  corrected: false,
  reason: null,
  ...more,
})
const month = (more: Partial<MonthOfRecord> = {}): MonthOfRecord => ({
  month: '2026-11',
  quizzes: 0,
  lessons: 0,
  themeDays: 0,
  expected: null,
  entries: [],
  ...more,
})

describe('an entry', () => {
  it('says when, and how it came to be known', () => {
    expect(entryNote(entry(), today)).toBe('11 月 9 日 09:05 · 本人')
    expect(entryNote(entry({ channel: 'proxy', reason: '年老体弱' }), today)).toBe(
      '11 月 9 日 09:05 · 代录（年老体弱）',
    )
    expect(entryNote(entry({ channel: 'remote' }), '2027-01-01')).toBe('2026 年 11 月 9 日 09:05 · 线上')
  })

  it('says what was set right, and why', () => {
    expect(correctionWords(entry({ channel: 'proxy', reason: '年老体弱' }))).toBeNull()
    expect(correctionWords(entry({ corrected: true, reason: '日期更正' }))).toBe('更正过：日期更正')
    expect(correctionWords(entry({ corrected: true, withdrawn: true, reason: '录入有误' }))).toBe(
      '已更正为未参加，不计入：录入有误',
    )
  })

  it('that is wrong begins a letter about it', () => {
    expect(wrongEntryLetter(entry(), today)).toBe('主题党日“集中学习”（11 月 9 日）这条记录不对：')
  })
})

describe('a month', () => {
  it('says what there is, with the theme days that expected one', () => {
    expect(monthCounts(month({ quizzes: 1, lessons: 2, themeDays: 1, expected: 2 }))).toBe(
      '答题 1 次 · 微党课 2 门 · 主题党日 1 次（应到 2 次）',
    )
    expect(monthCounts(month({ expected: 1 }))).toBe('主题党日 0 次（应到 1 次）')
    expect(monthCounts(month({ expected: 0 }))).toBe('这个月没有记录')
  })

  it('that comes twice is shown once, as it came last', () => {
    const joined = joinMonths(
      { months: [month(), month({ month: '2026-10' })], next: '2026-10' },
      { months: [month({ month: '2026-10', quizzes: 1 }), month({ month: '2026-09' })], next: null },
    )
    expect(joined.months.map(({ month: name, quizzes }) => [name, quizzes])).toEqual([
      ['2026-11', 0],
      ['2026-10', 1],
      ['2026-09', 0],
    ])
    expect(joined.next).toBeNull()
  })
})
