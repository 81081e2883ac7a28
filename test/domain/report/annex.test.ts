import { describe, expect, it } from 'vitest'
import { metric } from '@/domain/metrics'
import { composeAnnex, splitTitle } from '@/domain/report'
import { figureOf } from './figures'

describe('the annex', () => {
  it('carries exact values with their units, and what a ratio divided', () => {
    const { rows } = composeAnnex([figureOf('quiz.people', 2847), figureOf('quiz.rate', [2502, 3000])], metric)
    expect(rows.map(({ code, value, division }) => ({ code, value, division }))).toEqual([
      { code: 'quiz.people', value: '2,847名', division: undefined },
      { code: 'quiz.rate', value: '83.4%', division: '2,502÷3,000' },
    ])
    expect(rows[0]?.name).toBe(metric('quiz.people').name)
    expect(rows[0]?.definition).toBe(metric('quiz.people').definition)
  })

  it('counts what has no source and prints no value for it', () => {
    const annex = composeAnnex([figureOf('quiz.people', 0), figureOf('inspection.groups', 'noSource')], metric)
    expect(annex.rows.map(({ value }) => value)).toEqual(['0名'])
    expect(annex.missing).toBe(1)
  })

  it('says in words that a ratio is not due', () => {
    const { rows } = composeAnnex([figureOf('themeday.attendance', 'notDue')], metric)
    expect(rows.map(({ value }) => value)).toEqual(['本期没有应计对象'])
  })
})

describe('the title', () => {
  it('stays on one line of 20 characters', () => {
    expect(splitTitle('示例县主题教育督导情况报告')).toEqual(['示例县主题教育督导情况报告'])
  })

  it('breaks after the name of the organisation', () => {
    expect(splitTitle('示例县新业态综合党委主题教育督导情况报告')).toHaveLength(1)
    expect(splitTitle('示例县新业态行业综合党委主题教育督导情况报告')).toEqual([
      '示例县新业态行业综合党委',
      '主题教育督导情况报告',
    ])
  })
})
