import { describe, expect, test } from 'vitest'
import {
  exportFileName,
  exportTitle,
  figureCells,
  figureColumns,
  levelsOf,
  momentWords,
  remarksOf,
  sourceTable,
  stoodIn,
} from '../../../src/domain/export'
import { metric } from '../../../src/domain/metrics'
import { buildTree, type OrganisationRecord } from '../../../src/domain/participation'

const titles = (code: string) => figureColumns(metric(code)).map(({ title }) => title)

describe('a figure’s columns', () => {
  test('are one for a number, and for a rate also what was divided', () => {
    expect(titles('quiz.people')).toEqual(['参与知识答题党员人数（名）'])
    expect(titles('quiz.rate')).toEqual([
      '知识答题参学率',
      '知识答题参学率：其中本期参加过的',
      '知识答题参学率：期末在册党员',
    ])
  })

  test('are empty without a value, and keep a zero that was counted', () => {
    const rate = metric('quiz.rate')
    const people = metric('quiz.people')
    expect(figureCells({ code: 'quiz.people', value: 0, state: 'ok' }, people)).toEqual([0])
    expect(figureCells({ code: 'quiz.people', value: null, state: 'noSource' }, people)).toEqual([null])
    const half = { code: 'quiz.rate', value: 0.5, state: 'ok' as const, numerator: 1, denominator: 2 }
    expect(figureCells(half, rate)).toEqual([{ percent: 0.5 }, 1, 2])
    const none = { code: 'quiz.rate', value: null, state: 'notDue' as const, numerator: 0, denominator: 0 }
    expect(figureCells(none, rate)).toEqual([null, 0, 0])
    expect(figureCells({ code: 'quiz.rate', value: null, state: 'suppressed' }, rate)).toEqual([null, null, null])
  })

  test('why they are empty is said once each, in words', () => {
    const figures = [
      { code: 'quiz.people', value: 3, state: 'ok' as const },
      { code: 'quiz.rate', value: null, state: 'notDue' as const, numerator: 0, denominator: 0 },
      { code: 'poverty.villages', value: null, state: 'incomplete' as const, reported: 3, due: 12 },
    ]
    expect(remarksOf(figures, metric)).toBe(
      '知识答题参学率：分母为零，不计算；扶贫：贫困村：尚未报齐（已报3个，应报12个）',
    )
    expect(remarksOf(figures.slice(0, 1), metric)).toBeNull()
  })
})

const org = (
  id: string,
  kind: OrganisationRecord['kind'],
  parentId: string | null,
  order: number,
): OrganisationRecord => ({
  id,
  name: id,
  kind,
  category: null,
  parentId,
  order,
  seats: kind === 'branch' ? [[order * 10, order * 10 + 10]] : [],
})

test('organisations of a level share no seat, also where a committee has a committee inside', () => {
  const tree = buildTree([
    org('county', 'county', null, 0),
    org('outer', 'committee', 'county', 1),
    org('inner', 'committee', 'outer', 2),
    org('b1', 'branch', 'inner', 3),
    org('b2', 'branch', 'outer', 4),
    org('other', 'committee', 'county', 5),
  ])
  expect(levelsOf(tree).map(({ kind, nodes }) => [kind, nodes.map(({ id }) => id)])).toEqual([
    ['county', ['county']],
    ['committee', ['outer', 'other']],
    ['committee', ['inner']],
    ['branch', ['b1']],
    ['branch', ['b2']],
  ])
})

test('an organisation is in the file when it stood on a day of the period', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  expect(stoodIn({ foundedOn: null, endedOn: null }, november)).toBe(true)
  expect(stoodIn({ foundedOn: '2026-12-01', endedOn: null }, november)).toBe(false)
  expect(stoodIn({ foundedOn: '2026-11-30', endedOn: null }, november)).toBe(true)
  // the first day on which it is no more
  expect(stoodIn({ foundedOn: null, endedOn: '2026-11-01' }, november)).toBe(false)
  expect(stoodIn({ foundedOn: null, endedOn: '2026-11-02' }, november)).toBe(true)
})

test('the file is called what it is, with nothing in its name that a system refuses', () => {
  const titled = { orgName: '示例县', what: '参与统计', from: '2026-11-01', to: '2026-11-30', slice: {} }
  expect(exportFileName(titled)).toBe('示例县参与统计（2026-11-01至2026-11-30）.xlsx')
  expect(exportTitle({ ...titled, slice: { mobile: true } })).toBe('示例县参与统计（流动党员）')
  expect(exportFileName({ ...titled, orgName: 'a/b\\c:*?"<>|\n' })).toBe(
    'a b c 参与统计（2026-11-01至2026-11-30）.xlsx',
  )
  expect(exportFileName({ ...titled, orgName: '长'.repeat(100) }).length).toBeLessThan(90)
})

test('the sources say period, range, as of when, by whom, what is there and what is not', () => {
  const table = sourceTable({
    title: '参与统计',
    orgName: '示例县',
    from: '2026-11-01',
    to: '2026-11-30',
    slice: { age: 'from61' },
    // 2026-11-30 16:05 UTC is past midnight in Shanghai
    asOf: Date.UTC(2026, 10, 30, 16, 5),
    maker: '测试甲',
    tables: [{ name: '党支部', rows: 180 }],
    records: null,
    entries: [metric('quiz.people')],
    absent: ['台账不在内'],
  })
  const content = new Map(table.rows.map((row) => [row[0], row[4]]))
  expect(content.get('统计截至')).toBe('2026-12-01 00:05，之后补录和更正的不在内')
  expect(content.get('范围')).toBe('61 岁及以上')
  expect(content.get('工作表')).toBe('党支部 180 行')
  expect(content.get('不在内')).toBe('台账不在内')
  expect(content.has('参与记录')).toBe(false)
  expect(table.rows[table.rows.length - 1]?.slice(0, 4)).toEqual([
    'quiz.people',
    metric('quiz.people').name,
    '名',
    '去重计数',
  ])
  expect(momentWords(Date.UTC(2026, 0, 1, 1, 2))).toBe('2026-01-01 09:02')
})
