import { expect, it } from 'vitest'
import { fromWords, joinInbox, wayOf } from '../../../src/mine/pages/inbox/inbox.shared'

it('says who reminds, and leads to what it is about', () => {
  expect(fromWords({ fromOrgName: '东村支部' })).toBe('东村支部提醒您')
  expect(fromWords({ fromOrgName: null })).toBe('您订的提醒')
  expect(wayOf({ cause: 'missing', kind: 'quiz', activityId: 'q1' })?.target).toEqual({ page: 'quiz', quizId: 'q1' })
  expect(wayOf({ cause: 'missing', kind: 'quiz', activityId: null })?.target).toEqual({ page: 'study' })
  expect(wayOf({ cause: 'themeDay', kind: 'themeday', activityId: 't1' })?.target).toEqual({ page: 'activities' })
  const entry = { orgId: 'town', code: 'discipline.checks', period: '2026-Q3' }
  expect(wayOf({ cause: 'register', kind: null, activityId: null, entry })?.target).toEqual({ page: 'entry', ...entry })
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
