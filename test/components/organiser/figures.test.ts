import { describe, expect, it } from 'vitest'
import type { OrgNode } from '@/contracts/stats'
import { kindOfCode, kindView } from '@/organiser/kinds'
import { childrenTitle, figureOf, sizeParts, trendStops } from '@/organiser/pages/figures/figures.shared'

const org = (kind: OrgNode['kind']): { org: OrgNode } => ({ org: { id: kind, name: kind, kind, category: null } })

describe('the page of an organisation’s figures', () => {
  it('says how large it is, by the levels that it has', () => {
    expect(sizeParts({ committees: 12, branches: 180, members: 3600, mobile: 204 }, 'county')).toEqual([
      '12 个党委',
      '180 个支部',
      '3,600 名党员',
    ])
    const committee = sizeParts({ committees: 1, branches: 18, members: 320, mobile: 0 }, 'committee')
    expect(committee).toEqual(['18 个支部', '320 名党员'])
    expect(sizeParts({ committees: 1, branches: 1, members: 25, mobile: 0 }, 'branch')).toEqual(['25 名党员'])
    const large = sizeParts({ committees: 110, branches: 1660, members: 1_036_000, mobile: 0 }, 'county')
    expect(large).toEqual(['110 个党委', '1,660 个支部', '1,036,000 名党员'])
  })

  it('names the level below, and no level when there are several', () => {
    expect(childrenTitle([org('committee'), org('committee')])).toBe('各党委')
    expect(childrenTitle([org('branch')])).toBe('各党支部')
    expect(childrenTitle([org('branch'), org('generalBranch')])).toBe('下级组织')
    expect(childrenTitle([])).toBe('下级组织')
  })

  it('takes a figure that the answer lacks for one without a source, never for zero', () => {
    const figures = [{ code: 'quiz.people', value: 0, state: 'ok' as const }]
    expect(figureOf(figures, 'quiz.people').value).toBe(0)
    expect(figureOf(figures, 'quiz.times')).toEqual({ code: 'quiz.times', value: null, state: 'noSource' })
  })

  it('shows the weeks of one kind and which of them are short', () => {
    const none = { people: 0, times: 0 }
    const trend = [
      { from: '2026-11-01', to: '2026-11-01', quiz: { people: 3, times: 4 }, lesson: none, themeday: none },
      { from: '2026-11-02', to: '2026-11-08', quiz: { people: 9, times: 12 }, lesson: none, themeday: none },
    ]
    expect(trendStops({ trend, trendUnit: 'week' }, 'quiz')).toEqual([
      { from: '2026-11-01', to: '2026-11-01', people: 3, times: 4, short: true },
      { from: '2026-11-02', to: '2026-11-08', people: 9, times: 12, short: false },
    ])
    expect(trendStops({ trend, trendUnit: 'week' }, 'lesson').map((week) => week.people)).toEqual([0, 0])
  })

  it('shows the months of a long period, and which of them are cut off', () => {
    const none = { people: 0, times: 0 }
    const month = (from: string, to: string) => ({ from, to, quiz: none, lesson: none, themeday: none })
    const trend = [
      month('2026-08-10', '2026-08-31'),
      month('2026-09-01', '2026-09-30'),
      month('2026-11-01', '2026-11-22'),
    ]
    expect(trendStops({ trend, trendUnit: 'month' }, 'quiz').map(({ short }) => short)).toEqual([true, false, true])
  })

  it('knows the kind of a figure by its code', () => {
    expect(kindOfCode('quiz.mobile.people')).toBe('quiz')
    expect(kindOfCode('themeday.attendance')).toBe('themeday')
    expect(kindOfCode('poverty.villages')).toBeNull()
    expect(kindView('lesson').rate).toBe('lesson.rate')
    expect(kindView('nonsense').kind).toBe('quiz')
    expect(kindView(undefined).kind).toBe('quiz')
  })
})
