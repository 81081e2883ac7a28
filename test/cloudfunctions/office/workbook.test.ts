import { read, type WorkSheet } from '@e965/xlsx'
import { afterEach, expect, test, vi } from 'vitest'
import { type Cell, writeWorkbook } from '../../../cloudfunctions/_office'

afterEach(() => vi.useRealTimers())

const column = (title: string) => ({ title })
const open = async (rows: readonly (readonly Cell[])[], titles = ['编码', '数值']): Promise<WorkSheet> => {
  const file = await writeWorkbook([{ name: '表', columns: titles.map(column), rows }])
  return read(file, { cellNF: true }).Sheets.表 as WorkSheet
}

test('text is text, however it begins: nothing becomes a formula, and leading zeros stay', async () => {
  const texts = [
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    '007',
    '1e5',
    "'quoted",
    '\t=1',
    '<b>&"',
    'constructor',
    '__proto__',
    'org_x00ab_1',
  ]
  const sheet = await open(texts.map((text) => [text, 1]))
  texts.forEach((text, i) => {
    const cell = sheet[`A${i + 2}`]
    expect(cell.t).toBe('s')
    expect(cell.f).toBeUndefined()
    expect(cell.v.replace('\u200b', '')).toBe(text)
  })
})

test('numbers are numbers with their format; nothing is an empty cell and not 0', async () => {
  const sheet = await open([
    ['整数', 2847],
    ['小数', 1.25],
    ['比率', { percent: 0.834 }],
    ['没有', null],
    ['零', 0],
    ['不是数', Number.NaN],
    ['', 3],
  ])
  expect(sheet.B2).toMatchObject({ t: 'n', v: 2847, w: '2,847' })
  expect(sheet.B3).toMatchObject({ t: 'n', v: 1.25 })
  expect(sheet.B4).toMatchObject({ t: 'n', v: 0.834, w: '83.40%' })
  expect(sheet.B5).toBeUndefined()
  expect(sheet.B6).toMatchObject({ t: 'n', v: 0 })
  expect(sheet.B7).toBeUndefined()
  expect(sheet.A8).toBeUndefined()
})

test('what XML does not know is taken out, whole characters stay, and a cell holds what Excel lets it', async () => {
  const sheet = await open([
    ['a\u0000b\u001fc\ufffed', 1],
    ['半\ud83d字', 1],
    ['全😀字', 1],
    ['长'.repeat(40_000), 1],
  ])
  expect(sheet.A2.v).toBe('abcd')
  expect(sheet.A3.v).toBe('半字')
  expect(sheet.A4.v).toBe('全😀字')
  expect(sheet.A5.v).toHaveLength(32_767)
})

test('the heading is frozen, and the first column or as many as are asked for', async () => {
  const columns = ['甲', '乙', '丙'].map(column)
  const file = await writeWorkbook([
    { name: '一', columns, rows: [] },
    { name: '二', columns, rows: [], frozenColumns: 2 },
  ])
  const { files } = read(file, { bookFiles: true }) as unknown as { files: Record<string, { content: Uint8Array }> }
  const xml = (n: number) => Buffer.from(files[`xl/worksheets/sheet${n}.xml`]?.content ?? []).toString('utf8')
  expect(xml(1)).toMatch(/<pane ySplit="1" xSplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/)
  expect(xml(2)).toMatch(/<pane ySplit="1" xSplit="2" topLeftCell="C2"/)
})

test('names of sheets are what Excel takes, each of them once', async () => {
  const names = ['a/b:c?*[d]\\', '', '党支部'.repeat(20), '党支部'.repeat(20), 'X', 'x']
  const file = await writeWorkbook(names.map((name) => ({ name, columns: [column('甲')], rows: [] })))
  const { SheetNames } = read(file)
  expect(SheetNames).toHaveLength(6)
  expect(new Set(SheetNames.map((name) => name.toLowerCase())).size).toBe(6)
  for (const name of SheetNames) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[[\]:*?/\\]/)
  }
  await expect(writeWorkbook([])).rejects.toThrow(RangeError)
})

test('columns are as wide as what stands in them, and no wider than a screen', async () => {
  const sheet = await open([['示例镇东村党支部', 5]])
  const file = await writeWorkbook([
    { name: '表', columns: [column('名称'), column('说明')], rows: [['示例镇东村党支部', '说'.repeat(300)]] },
  ])
  const widths = read(file, { cellStyles: true }).Sheets.表?.['!cols']?.map((one) => one?.width)
  expect(sheet.A2.v).toBe('示例镇东村党支部')
  // eight characters of two, and two beside them
  expect(widths?.[0]).toBeCloseTo(18, 0)
  expect(widths?.[1]).toBeLessThanOrEqual(51)
})

test('the same sheets are the same bytes, whenever they are written', async () => {
  const write = () => writeWorkbook([{ name: '表', columns: [column('甲')], rows: [['一'], [2]] }])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
  const first = await write()
  vi.setSystemTime(Date.UTC(2031, 5, 7, 8, 9, 10))
  expect((await write()).equals(first)).toBe(true)
})
