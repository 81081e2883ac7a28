import { expect, it } from 'vitest'
import { fromWords, joinInbox, wayOf } from '../../../src/mine/pages/inbox/inbox.shared'

it('says who reminds, and leads to what it is about', () => {
  expect(fromWords({ fromOrgName: '东村支部', cause: 'missing' })).toBe('东村支部提醒您')
  expect(fromWords({ fromOrgName: null, cause: 'quiz' })).toBe('您订的提醒')
  expect(wayOf({ cause: 'missing', kind: 'quiz', activityId: 'q1' })?.target).toEqual({ page: 'quiz', quizId: 'q1' })
  expect(wayOf({ cause: 'missing', kind: 'quiz', activityId: null })?.target).toEqual({ page: 'study' })
  expect(wayOf({ cause: 'themeDay', kind: 'themeday', activityId: 't1' })?.target).toEqual({ page: 'activities' })
  const entry = { orgId: 'town', code: 'discipline.checks', period: '2026-Q3' }
  expect(wayOf({ cause: 'register', kind: null, activityId: null, entry })?.target).toEqual({ page: 'entry', ...entry })
  expect(fromWords({ fromOrgName: '东村支部', cause: 'themeDayChanged' })).toBe('东村支部告诉您')
  const changed = { cause: 'themeDayChanged' as const, kind: null, activityId: 't1' }
  expect(wayOf(changed)).toEqual({ text: '看活动', target: { page: 'checkin', themeDayId: 't1' } })
  const paper = { cause: 'keyCorrected' as const, kind: null, activityId: 'q1', attemptId: 'q1.p1.1' }
  expect(wayOf(paper)).toEqual({ text: '看成绩', target: { page: 'result', attemptId: 'q1.p1.1' } })
  const report = { orgId: 'town', from: '2026-11-01', to: '2026-11-30', version: 2 }
  const waits = { cause: 'reportStep' as const, kind: null, activityId: 'town', report }
  expect(wayOf(waits)).toEqual({ text: '看报告', target: { page: 'report', ...report, version: '2' } })
  expect(wayOf({ cause: 'holding', kind: null, activityId: null })?.target).toEqual({ page: 'activities' })
  expect(wayOf({ cause: 'register', kind: null, activityId: null })).toBeNull()
})

it('joins older ones without repeating any', () => {
  const page = { rows: [{ id: 'a' }, { id: 'b' }], next: 5 as number | null }
  expect(joinInbox(page, { rows: [{ id: 'b' }, { id: 'c' }], next: null })).toEqual({
    rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    next: null,
  })
})
