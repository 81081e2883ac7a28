import { describe, expect, it } from 'vitest'
import { metrics } from '@/domain/metrics'
import { numberSize } from '@/organiser/components/big-figure/big-figure.shared'
import { ratioText } from '@/organiser/components/figure-sheet/figure-sheet.shared'
import { figureWords, shortRate, whyNoValue } from '@/organiser/figure-words'
import { kindViews } from '@/organiser/kinds'

describe('a figure in words', () => {
  it('takes name, unit and definition from the registry', () => {
    const entry = metrics.find((one) => one.code === 'quiz.people')
    const words = figureWords({ code: 'quiz.people', value: 2847, state: 'ok' })
    expect(words).toEqual({ name: entry?.name, unit: '名', definition: entry?.definition, text: '2,847' })
  })

  it('shows rates in percent, and zero as zero', () => {
    expect(figureWords({ code: 'quiz.rate', value: 0.791, state: 'ok' }).text).toBe('79.1%')
    expect(figureWords({ code: 'quiz.people', value: 0, state: 'ok' }).text).toBe('0')
  })

  it('says what is lacking instead of zero', () => {
    expect(figureWords({ code: 'poverty.villages', value: null, state: 'noSource' }).text).toBe('暂无数据来源')
    expect(figureWords({ code: 'themeday.attendance', value: null, state: 'notDue' }).text).toBe('本期无应到')
    expect(whyNoValue('noSource')).toMatch('不等于零')
    expect(whyNoValue('notDue')).toMatch('不算比率')
    expect(whyNoValue('ok')).toBeNull()
  })

  it('survives a figure that this version does not know', () => {
    expect(figureWords({ code: 'later.figure', value: 3, state: 'ok' })).toMatchObject({
      name: 'later.figure',
      text: '3',
    })
  })

  it('shortens the name of a rate to its last words', () => {
    expect(shortRate('知识答题参学率')).toBe('参学率')
    expect(shortRate('主题党日场次')).toBe('主题党日场次')
  })

  it('shows what was divided, also when nothing could be', () => {
    const rate = { code: 'quiz.rate', value: 0.7908, state: 'ok' as const, numerator: 2847, denominator: 3600 }
    expect(ratioText(rate, '79.1%')).toBe('2,847 ÷ 3,600 = 79.1%')
    expect(ratioText({ ...rate, value: null, state: 'notDue', numerator: 0, denominator: 0 }, '本期无应到')).toBe(
      '0 ÷ 0',
    )
    expect(ratioText({ code: 'quiz.people', value: 1, state: 'ok' }, '1')).toBeNull()
  })

  it('makes long numbers smaller, so that three stand side by side', () => {
    expect(['2,847', '36,000', '100.1%', '100,000', '1,036,000'].map(numberSize)).toEqual(['l', 'm', 'm', 'm', 's'])
  })
})

describe('the kinds on the switch', () => {
  it('use only figures that the registry computes', () => {
    const live = new Set(metrics.filter((one) => one.source !== null).map((one) => one.code))
    const used = kindViews.flatMap((view) => [view.people, view.times, view.rate, ...view.more])
    expect(used.filter((code) => !live.has(code))).toEqual([])
    expect(metrics.filter((one) => kindViews.some((view) => view.rate === one.code)).map((one) => one.kind)).toEqual([
      'ratio',
      'ratio',
      'ratio',
    ])
  })
})
