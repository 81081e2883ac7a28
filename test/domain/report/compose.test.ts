import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrganisationKind } from '@/contracts/identity'
import type { ReportDocument } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import { composeReport, countCharacters, lintReport, reportCodes, runsOfBlock, textOfBlock } from '@/domain/report'
import { byCode, figureOf, figuresOf, type Given, isRatio } from './figures'

const compose = (figures: readonly Figure[], kind: OrganisationKind = 'county', name = '示例县') =>
  composeReport({
    org: { name, kind },
    from: '2026-11-01',
    to: '2026-11-22',
    asOf: Date.UTC(2026, 10, 22, 1, 30),
    day: '2026-11-22',
    figures: byCode(figures),
    metric,
  }).document

const linesOf = ({ blocks }: ReportDocument) => blocks.map(textOfBlock)

const november: Record<string, Given> = {
  'quiz.people': 2847,
  'quiz.times': 4316,
  'quiz.rate': [2847, 3600],
  'quiz.mobile.people': 204,
  'quiz.mobile.times': 260,
  'lesson.people': 1930,
  'lesson.times': 2500,
  'lesson.count': 12,
  'lesson.rate': [1930, 3600],
  'lesson.mobile.people': 0,
  'themeday.sessions': 171,
  'themeday.people': 2600,
  'themeday.times': 3100,
  'themeday.mobile.people': 88,
  'themeday.rate': [2600, 3600],
  'themeday.attendance': [3100, 3717],
  'themeday.coverage': [171, 180],
}

describe('the report of a county', () => {
  const document = compose(figuresOf(november))
  const lines = linesOf(document)

  it('has its title, signature and day', () => {
    expect(document).toMatchObject({ title: '示例县主题教育督导情况报告', signature: '示例县', day: '2026-11-22' })
  })

  it('opens with the period and the state of the data', () => {
    expect(lines[0]).toContain('现将示例县2026年11月1日至2026年11月22日主题教育督导情况报告如下。')
    expect(lines[0]).toContain('数据截至2026年11月22日9时30分')
  })

  it('says what was counted', () => {
    expect(lines).toContain(
      '本期全县有2,847名党员参与知识答题，计4,316人次，参学率为79.1%。204名流动党员在手机上学习和答题，计260人次。',
    )
    // no mobile member finished a lesson: the clause on them is not said
    expect(lines).toContain('本期全县有1,930名党员学完微党课，涉及12门，计2,500人次，参学率为53.6%。')
    expect(lines).toContain(
      '本期全县开展主题党日活动171场次，2,600名党员参加，计3,100人次，参与率为72.2%，到会率为83.4%。参加活动的党员中有流动党员88名。',
    )
  })

  it('names what has no source', () => {
    expect(lines).toContain('督导组数、被督导党委（总支）数、较上一轮提升的单位、整改率：暂无数据来源。')
    expect(lines).toContain(
      '扶贫（贫困村、第一书记、驻村队员、硬化道路、文化广场、产业项目、办实事）、流程再造：暂无数据来源。',
    )
    expect(lines).toContain('各类组织主题党日覆盖率和到会率：暂无数据来源。')
  })

  it('numbers parts, sections and steps', () => {
    expect(lines.filter((line) => /^[一二三四]、/.test(line))).toEqual([
      '一、总体情况',
      '二、特色亮点',
      '三、问题和下一步',
    ])
    expect(lines.filter((line) => /^（[一二三四五六]）/.test(line)).slice(4, 7)).toEqual([
      '（一）应知应会答题',
      '（二）微党课学习',
      '（三）主题党日',
    ])
    expect(lines.filter((line) => /^\d\./.test(line)).map((line) => line.slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
    ])
  })

  it('is short and sound', () => {
    expect(countCharacters(document)).toBeLessThanOrEqual(1500)
    expect(lintReport({ document, figures: figuresOf(november), metric })).toEqual([])
  })

  it('carries the code of every figure that it prints', () => {
    const figures = document.blocks.flatMap(runsOfBlock)
    const printed = new Map(figures.filter((run) => run.figure && !run.missing).map((run) => [run.figure, run.text]))
    // every figure with a source, but the one whose clause is only said when there is someone
    const expected = Object.keys(november).filter((code) => code !== 'lesson.mobile.people')
    expect([...printed.keys()].sort()).toEqual(expected.sort())
    expect(printed.get('quiz.people')).toBe('2,847')
    expect(printed.get('themeday.attendance')).toBe('83.4%')
  })
})

describe('other reports', () => {
  it('a branch reads of itself, without what only its superiors do', () => {
    const document = compose(figuresOf(november), 'branch', '示例县城关镇测试社区党支部')
    const text = linesOf(document).join('\n')
    expect(text).toContain('本期本支部有2,847名党员参与知识答题')
    expect(text).not.toMatch(/督导组数|扶贫|查扣车辆|各类组织/)
    // 督导开展 has gone, so the next one is （二）
    expect(
      linesOf(document)
        .filter((line) => line.startsWith('（'))
        .slice(0, 2),
    ).toEqual(['（一）基本情况', '（二）制度落实'])
  })

  it('says in words that nothing was held', () => {
    const lines = linesOf(compose(figuresOf({ ...november, 'themeday.sessions': 0, 'themeday.people': 0 })))
    expect(lines.find((line) => line.includes('主题党日活动'))).toMatch(/^本期没有开展主题党日活动的记录。/)
  })

  it('says no step that no figure calls for', () => {
    const full: Record<string, Given> = Object.fromEntries(
      reportCodes().map((code) => [code, isRatio(code) ? [4, 4] : 4] as const),
    )
    const lines = linesOf(compose(figuresOf(full)))
    expect(lines.filter((line) => /^\d\./.test(line))).toEqual([
      '1.参与情况只用于发现薄弱环节、安排帮助，不以答题次数和学习时长评价党员个人。',
    ])
    expect(lines.join('')).not.toContain('：暂无数据来源')
  })

  it('refuses to be composed without a figure that it needs', () => {
    expect(() => compose(figuresOf(november).slice(1))).toThrow(/the report needs the figure/)
  })
})

const givenFor = (code: string): fc.Arbitrary<Given> =>
  isRatio(code)
    ? fc.oneof(fc.constantFrom<Given>('noSource', 'notDue'), fc.tuple(fc.nat(500), fc.integer({ min: 500, max: 900 })))
    : fc.oneof(fc.constant<Given>('noSource'), fc.nat(9_999_999))

const anyFigures: fc.Arbitrary<Figure[]> = fc
  .tuple(...reportCodes().map((code) => givenFor(code).map((given) => figureOf(code, given))))
  .map((figures) => figures)

describe('whatever the figures are', () => {
  const kinds = fc.constantFrom<OrganisationKind>('county', 'committee', 'generalBranch', 'branch', 'group')

  it('nothing is left of the template and no missing figure is printed as a number', () => {
    fc.assert(
      fc.property(anyFigures, kinds, (figures, kind) => {
        const rules = lintReport({ document: compose(figures, kind), figures, metric }).map(({ rule }) => rule)
        expect(rules.filter((rule) => rule !== 'peopleOverTimes' && rule !== 'partOverWhole')).toEqual([])
      }),
    )
  })

  it('every figure without a source is named, by itself or with its like', () => {
    fc.assert(
      fc.property(anyFigures, kinds, (figures, kind) => {
        const blocks = compose(figures, kind).blocks
        const missing = blocks.flatMap(runsOfBlock).filter((run) => run.missing)
        const named = new Set(missing.map(({ figure }) => figure))
        const codes = new Set(reportCodes(kind))
        const sourceless = figures.filter(({ code, state }) => codes.has(code) && state === 'noSource')
        const alone = sourceless.map(({ code }) => code).filter((code) => !code.startsWith('imbalance.'))
        expect(alone.filter((code) => !named.has(code))).toEqual([])
        const together = sourceless.some(({ code }) => /^imbalance\.(coverage|attendance)\./.test(code))
        expect(missing.some(({ text }) => text.includes('各类组织'))).toBe(together)
      }),
    )
  })

  it('the order in which figures are given does not matter', () => {
    fc.assert(
      fc.property(anyFigures, kinds, (figures, kind) => {
        expect(compose([...figures].reverse(), kind)).toEqual(compose(figures, kind))
      }),
    )
  })
})
