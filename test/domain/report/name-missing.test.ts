import { describe, expect, it } from 'vitest'
import { nameMissing } from '@/domain/report/name-missing'

const names: Record<string, string> = {
  a: '督导组数',
  b: '整改率',
  'p.1': '扶贫：贫困村',
  'p.2': '扶贫：第一书记',
  'd.1': '整风肃纪：检查次数',
}
const metric = (code: string) => ({ name: names[code] ?? '', unit: '个', kind: 'count' as const, definition: '' })
const nameAll = (...codes: string[]) =>
  nameMissing(
    codes.map((code) => ({ code })),
    metric,
  )
const textOf = (...codes: string[]) =>
  nameAll(...codes)
    .map(({ text }) => text)
    .join('')

describe('naming what has no source', () => {
  it('is one sentence', () => {
    expect(textOf('a', 'b')).toBe('督导组数、整改率：暂无数据来源。')
    expect(textOf('a')).toBe('督导组数：暂无数据来源。')
  })

  it('says a family once', () => {
    expect(textOf('p.1', 'p.2')).toBe('扶贫（贫困村、第一书记）：暂无数据来源。')
    expect(textOf('a', 'p.1', 'p.2', 'd.1', 'b')).toBe(
      '督导组数、扶贫（贫困村、第一书记）、整风肃纪（检查次数）、整改率：暂无数据来源。',
    )
  })

  it('says a name once', () => {
    expect(textOf('a', 'a', 'b')).toBe('督导组数、整改率：暂无数据来源。')
    const together = nameMissing([{ called: '各类到会率' }, { called: '各类到会率' }], metric)
    expect(together.map(({ text }) => text).join('')).toBe('各类到会率：暂无数据来源。')
  })

  it('marks every run as missing and lets every name open its figure', () => {
    const runs = nameAll('a', 'p.1')
    expect(runs.every(({ missing }) => missing)).toBe(true)
    expect(runs.filter(({ figure }) => figure)).toEqual([
      { text: '督导组数', figure: 'a', missing: true },
      { text: '贫困村', figure: 'p.1', missing: true },
    ])
  })
})
