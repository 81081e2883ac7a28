import { describe, expect, it } from 'vitest'
import type { Figure } from '@/contracts/stats'
import { changeMark } from '@/organiser/components/big-figure/big-figure.shared'
import { kindView } from '@/organiser/kinds'
import {
  besides,
  byRate,
  comparedWords,
  gapWords,
  incomparable,
  notFetched,
  sliceOfFigure,
} from '@/organiser/pages/figures/figures.shared'

const row = (category: 'village' | 'cityOffice', value: number) => {
  const figure: Figure = {
    code: `imbalance.quiz.${category}`,
    value,
    state: 'ok',
    numerator: Math.round(value * 1000),
    denominator: 1000,
    organisations: 9,
  }
  return { category, figure }
}

describe('the dashboard in words', () => {
  it('marks a change by a sign and a number, never by colour alone', () => {
    expect(changeMark({ way: 'up', by: 3.2, points: true })).toBe('▲ 3.2 百分点')
    expect(changeMark({ way: 'down', by: 1347, points: false })).toBe('▼ 1,347')
    expect(changeMark({ way: 'same', by: 0, points: true })).toBe('持平')
  })

  it('says how far the categories are apart, and whether that grew', () => {
    const now = [row('cityOffice', 0.94), row('village', 0.53)]
    expect(gapWords(now, [row('cityOffice', 0.94), row('village', 0.5)], '上月')).toEqual({
      text: '市直机关比农村高',
      points: 41,
      against: '，差距比上月缩小 3 个',
    })
    expect(gapWords(now, [], '上月')?.against).toBe('')
    expect(gapWords(now.slice(0, 1), [], '上月')).toBeNull()
  })

  it('compares as much of a period as is over', () => {
    expect(comparedWords({ from: '2026-11-01', to: '2026-11-30' }, '2026-11-22')).toBe('上月同期')
    expect(comparedWords({ from: '2026-10-01', to: '2026-10-31' }, '2026-11-22')).toBe('上月')
    expect(comparedWords({ from: '2026-12-01', to: '2026-12-31' }, '2026-11-22')).toBe('')
  })

  it('who is missing of a category are its members, within the slice that is chosen', () => {
    expect(sliceOfFigure('imbalance.quiz.newOrganisation', 'all')).toBe('newOrganisation')
    expect(sliceOfFigure('imbalance.attendance.village', 'mobile')).toBe('mobile.village')
    expect(sliceOfFigure('quiz.rate', 'mobile')).toBe('mobile')
  })

  it('draws categories from the highest to the lowest, and those without a rate last', () => {
    const hidden = { category: 'community' as const, figure: { code: 'x', value: null, state: 'suppressed' as const } }
    const rows = [hidden, row('village', 0.5), row('cityOffice', 0.9)]
    expect(byRate(rows).map(({ category }) => category)).toEqual(['cityOffice', 'village', 'community'])
  })

  it('says why no category has a rate: hidden is not empty', () => {
    const figure = (state: Figure['state']): Figure => ({ code: 'imbalance.attendance.village', value: null, state })
    expect(incomparable([figure('suppressed'), figure('notDue')])).toContain('满五个')
    expect(incomparable([figure('notDue')])).toBe('这段时间没有可以比较的数。')
  })

  it('leaves the gap that is drawn below to its drawing, and nothing else', () => {
    const figures = [row('village', 0.5).figure, { ...row('village', 0.5).figure, code: 'imbalance.lesson.village' }]
    const codes = besides([...figures, { ...figures[0], code: 'quiz.rate' } as Figure], kindView('quiz'))
    expect(codes.map(({ code }) => code)).toEqual(['imbalance.lesson.village', 'quiz.rate'])
  })

  it('says what did not come, and whose figures are in sight instead', () => {
    const november = { days: '11 月 1 日 — 22 日', slice: 'all' }
    expect(notFetched({ days: '10 月 1 日 — 31 日', slice: 'all' }, november)).toBe(
      '10 月 1 日 — 31 日的数字没有取到，下面是 11 月 1 日 — 22 日的。',
    )
    expect(notFetched({ ...november, slice: 'newOrganisation' }, november)).toBe(
      '11 月 1 日 — 22 日两新组织的数字没有取到，下面是 11 月 1 日 — 22 日全体党员的。',
    )
  })
})
