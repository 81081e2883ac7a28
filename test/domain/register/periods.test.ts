import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cycle } from '../../../src/contracts/register'
import {
  daysOf,
  isOfCycle,
  isOver,
  lastOver,
  periodKeyOf,
  periodName,
  periodsEndingIn,
  previous,
} from '../../../src/domain/register'
import { addDays } from '../../../src/domain/time'

describe('reporting periods', () => {
  test('of a day', () => {
    expect(periodKeyOf('month', '2026-11-22')).toBe('2026-11')
    expect(periodKeyOf('quarter', '2026-11-22')).toBe('2026-Q4')
    expect(periodKeyOf('quarter', '2026-03-31')).toBe('2026-Q1')
    expect(periodKeyOf('year', '2026-11-22')).toBe('2026')
    expect(periodKeyOf('once', '2026-11-22')).toBe('once')
  })

  test('and their days', () => {
    expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysOf('2026-Q2')).toEqual({ from: '2026-04-01', to: '2026-06-30' })
    expect(daysOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(daysOf('once').to).toBe('2099-12-31')
  })

  test('belong to the span in which they end', () => {
    const span = { from: '2026-01-15', to: '2026-04-29' }
    expect(periodsEndingIn('month', span)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(periodsEndingIn('quarter', span)).toEqual(['2026-Q1'])
    expect(periodsEndingIn('year', span)).toEqual([])
    expect(periodsEndingIn('once', span)).toEqual(['once'])
    expect(periodsEndingIn('month', { from: '2026-04-02', to: '2026-04-01' })).toEqual([])
  })

  test('are over on their last day', () => {
    expect(isOver('2026-11', '2026-11-29')).toBe(false)
    expect(isOver('2026-11', '2026-11-30')).toBe(true)
    expect(lastOver('quarter', '2026-11-22')).toBe('2026-Q3')
    expect(lastOver('year', '2026-12-31')).toBe('2026')
    expect(previous('month', '2026-01')).toBe('2025-12')
    expect(previous('quarter', '2026-Q1')).toBe('2025-Q4')
  })

  test('a key of one cycle is none of another', () => {
    expect(isOfCycle('2026-11', 'month')).toBe(true)
    expect(isOfCycle('2026-11', 'quarter')).toBe(false)
    expect(isOfCycle('2026', 'month')).toBe(false)
    expect(isOfCycle('once', 'year')).toBe(false)
    expect(isOfCycle('2026', 'once')).toBe(false)
  })

  test('are named as people name them', () => {
    expect(['2026-03', '2026-Q4', '2026', 'once'].map(periodName)).toEqual([
      '2026年3月',
      '2026年第四季度',
      '2026年度',
      '一次性',
    ])
  })

  test('spans that follow each other share them out without a gap or a repeat', () => {
    const cycle = fc.constantFrom<Cycle>('month', 'quarter', 'year')
    const number = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(cycle, number, number, number, (of, skip, first, second) => {
        const a = addDays('2024-01-01', skip)
        const b = addDays(a, first)
        const c = addDays(b, second + 1)
        const both = [
          ...periodsEndingIn(of, { from: a, to: b }),
          ...periodsEndingIn(of, { from: addDays(b, 1), to: c }),
        ]
        expect(both).toEqual(periodsEndingIn(of, { from: a, to: c }))
      }),
    )
  })
})
