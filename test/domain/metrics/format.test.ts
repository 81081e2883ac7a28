import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFigure, formatNumber, formatPercent, metric, roundDownDuo } from '../../../src/domain/metrics'

describe('figures on screen', () => {
  it('are numbers with thousands, percentages, or words', () => {
    const people = (value: number) => formatFigure({ code: 'quiz.people', value, state: 'ok' }, metric('quiz.people'))
    expect(people(2847)).toBe('2,847')
    expect(people(0)).toBe('0')
    const rate = metric('quiz.rate')
    expect(formatFigure({ code: 'quiz.rate', value: 0.834, state: 'ok' }, rate)).toBe('83.4%')
    expect(formatFigure({ code: 'quiz.rate', value: null, state: 'notDue' }, rate)).toBe('—')
    const groups = metric('inspection.groups')
    expect(formatFigure({ code: 'inspection.groups', value: null, state: 'noSource' }, groups)).toBe('暂无数据来源')
  })

  it('write amounts with at most two decimals', () => {
    expect([999, 1000, 1234567, 12.5, 1234.567, 0.1 + 0.2].map(formatNumber)).toEqual([
      '999',
      '1,000',
      '1,234,567',
      '12.5',
      '1,234.57',
      '0.3',
    ])
  })

  it('say 100% only when nobody is missing, and 0% only when nobody came', () => {
    expect([0, 1, 0.8, 0.8345, 0.83449, 2 / 3].map(formatPercent)).toEqual([
      '0%',
      '100%',
      '80%',
      '83.5%',
      '83.4%',
      '66.7%',
    ])
    expect(formatPercent(9999 / 10_000)).toBe('99.9%')
    expect(formatPercent(1 / 10_000)).toBe('0.1%')
  })
})

describe('X多', () => {
  it('rounds down to two leading digits, and says 多 only when something is left off', () => {
    const table: [number, string][] = [
      [0, '0'],
      [7, '7'],
      [10, '10'],
      [47, '40多'],
      [99, '90多'],
      [100, '100'],
      [347, '340多'],
      [2847, '2800多'],
      [2800, '2800'],
      [9999, '9900多'],
      [10_000, '1万'],
      [28_473, '2.8万多'],
      [120_000, '12万'],
      [123_456, '12万多'],
      [1_299_999, '120万多'],
    ]
    for (const [n, text] of table) expect(roundDownDuo(n)).toBe(text)
    expect(() => roundDownDuo(1.5)).toThrow(RangeError)
    expect(() => roundDownDuo(-1)).toThrow(RangeError)
  })

  it('never rounds up, and loses less than a tenth from 100 on', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), (n) => {
        const text = roundDownDuo(n)
        const said = Number.parseFloat(text) * (text.includes('万') ? 10_000 : 1)
        expect(said).toBeLessThanOrEqual(n + 1e-6)
        if (n >= 100) expect(n - said).toBeLessThan(n / 10 + 1e-6)
        expect(text.endsWith('多')).toBe(Math.round(said) < n)
      }),
    )
  })
})
