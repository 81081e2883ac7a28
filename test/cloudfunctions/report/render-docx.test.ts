import { beforeAll, describe, expect, it } from 'vitest'
import { metric } from '@/domain/metrics'
import { composeAnnex, composeReport, reportCodes, textOfBlock } from '@/domain/report'
import { renderDocx } from '../../../cloudfunctions/report/render-docx'
import { byCode, figuresOf } from '../../domain/report/figures'
import { all, attribute, numbers, one, openWordFile, paragraphsOf, styleOf, type WordFile } from './word-file'

const given = {
  'quiz.people': 2847,
  'quiz.times': 4316,
  'quiz.rate': [2847, 3600],
  'lesson.people': 0,
  'themeday.sessions': 171,
  'themeday.attendance': [3100, 3717],
} as const
const figures = figuresOf(given)
const asOf = Date.UTC(2026, 10, 22, 1, 30)

const reportOf = (name: string) =>
  composeReport({
    org: { name, kind: 'county' },
    from: '2026-11-01',
    to: '2026-11-22',
    asOf,
    day: '2026-11-22',
    figures: byCode(figures),
    metric,
  }).document
const render = (name = '示例县') => renderDocx(reportOf(name), composeAnnex(figures, metric), asOf)

let file: WordFile
let document: Document
let styles: Document
beforeAll(() => {
  file = openWordFile(render())
  document = file.part('word/document.xml')
  styles = file.part('word/styles.xml')
})

describe('the page (GB/T 9704-2012)', () => {
  // 1 mm is 1440 / 25.4 = 56.69 twips
  it('is A4', () => {
    expect(numbers(one(document, 'w:pgSz'), 'w', 'h')).toEqual({ w: 11906, h: 16838 })
  })

  it('has margins of 37, 26, 35 and 28 mm', () => {
    const margins = numbers(one(document, 'w:pgMar'), 'top', 'right', 'bottom', 'left')
    expect(margins).toEqual({ top: 2098, right: 1474, bottom: 1984, left: 1587 })
  })

  it('leaves a text block of 156 × 225 mm', () => {
    const { w = 0, h = 0 } = numbers(one(document, 'w:pgSz'), 'w', 'h')
    const {
      top = 0,
      right = 0,
      bottom = 0,
      left = 0,
    } = numbers(one(document, 'w:pgMar'), 'top', 'right', 'bottom', 'left')
    expect(((w - left - right) * 25.4) / 1440).toBeCloseTo(156, 1)
    expect(((h - top - bottom) * 25.4) / 1440).toBeCloseTo(225, 1)
  })

  it('has a grid of 22 lines of 28.95 pt and 28 characters', () => {
    const grid = one(document, 'w:docGrid')
    expect(attribute(grid, 'w:type')).toBe('linesAndChars')
    expect(attribute(grid, 'w:linePitch')).toBe('579')
    // a character of 16 pt narrowed to 156 mm / 28 = 15.79 pt, in 1/4096 pt
    expect(attribute(grid, 'w:charSpace')).toBe('-842')
  })
})

describe('the styles', () => {
  const fontOf = (id: string) => attribute(one(styleOf(styles, id), 'w:rFonts'), 'w:eastAsia')
  const sizeOf = (id: string) => attribute(one(styleOf(styles, id), 'w:sz'), 'w:val')
  const lineOf = (id: string) => {
    const [paragraph] = all(styleOf(styles, id), 'w:spacing').filter((s) => s.hasAttribute('w:line'))
    return [paragraph?.getAttribute('w:line'), paragraph?.getAttribute('w:lineRule')]
  }

  it.each([
    ['ReportTitle', '方正小标宋简体', '44'],
    ['ReportBody', '仿宋_GB2312', '32'],
    ['ReportHeading1', '黑体', '32'],
    ['ReportHeading2', '楷体_GB2312', '32'],
    ['ReportPageNumber', '宋体', '28'],
  ])('%s is %s in %s half-points', (id, font, size) => {
    expect([fontOf(id), sizeOf(id)]).toEqual([font, size])
  })

  it.each(['ReportTitle', 'ReportBody', 'ReportLine', 'ReportHeading1', 'ReportHeading2'])(
    '%s has lines of exactly 28.95 pt',
    (id) => {
      expect(lineOf(id)).toEqual(['579', 'exact'])
    },
  )

  it('fits 28 characters and not 29 into a line, without the grid', () => {
    const body = styleOf(styles, 'ReportBody')
    const spacing = all(body, 'w:spacing').find((s) => s.hasAttribute('w:val'))
    const character = 16 * 20 + Number(spacing?.getAttribute('w:val'))
    const width = 11906 - 1474 - 1587
    expect(28 * character).toBeLessThanOrEqual(width)
    expect(29 * character).toBeGreaterThan(width)
    expect(attribute(all(body, 'w:snapToGrid')[0] as Element, 'w:val')).toBe('0')
  })

  it('begins a paragraph two characters in', () => {
    const indent = one(styleOf(styles, 'ReportBody'), 'w:ind')
    expect(numbers(indent, 'firstLineChars', 'firstLine')).toEqual({ firstLineChars: 200, firstLine: 640 })
  })

  it('names a font that stands in for each', () => {
    const fonts = all(file.part('word/fontTable.xml'), 'w:font')
    const instead = fonts.map((font) => [attribute(font, 'w:name'), attribute(one(font, 'w:altName'), 'w:val')])
    expect(Object.fromEntries(instead)).toMatchObject({ 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体' })
    expect(fonts).toHaveLength(5)
  })

  it('are all defined that are used', () => {
    const defined = new Set(all(styles, 'w:style').map((style) => attribute(style, 'w:styleId')))
    const parts = ['word/document.xml', 'word/footer-odd.xml', 'word/footer-even.xml'].map((path) => file.part(path))
    const used = parts.flatMap((part) => all(part, 'w:pStyle').map((style) => attribute(style, 'w:val')))
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((id) => !defined.has(id))).toEqual([])
  })
})

describe('page numbers', () => {
  const footerOf = (type: string) => {
    const id = all(document, 'w:footerReference')
      .find((one) => attribute(one, 'w:type') === type)
      ?.getAttribute('r:id')
    const relation = all(file.part('word/_rels/document.xml.rels'), 'Relationship').find(
      (r) => r.getAttribute('Id') === id,
    )
    return file.part(`word/${relation?.getAttribute('Target')}`)
  }

  it('stand right on odd pages and left on even ones, one character of 14 pt in', () => {
    expect(all(file.part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1)
    const odd = footerOf('default')
    const even = footerOf('even')
    expect(attribute(one(odd, 'w:jc'), 'w:val')).toBe('right')
    expect(attribute(one(odd, 'w:ind'), 'w:right')).toBe('280')
    expect(attribute(one(even, 'w:jc'), 'w:val')).toBe('left')
    expect(attribute(one(even, 'w:ind'), 'w:left')).toBe('280')
  })

  it('read — 1 —', () => {
    for (const type of ['default', 'even']) {
      const footer = footerOf(type)
      expect(attribute(one(footer, 'w:fldSimple'), 'w:instr')?.trim()).toBe('PAGE')
      expect(paragraphsOf(footer).map(({ text }) => text)).toEqual(['— 1 —'])
    }
  })
})

describe('the text', () => {
  it('is the report, block by block', () => {
    const report = reportOf('示例县')
    const texts = report.blocks.map(textOfBlock)
    const printed = paragraphsOf(document)
    expect(printed[0]).toMatchObject({ style: 'ReportTitle', text: report.title })
    expect(printed.slice(2, 2 + texts.length).map(({ text }) => text)).toEqual(texts)
  })

  it('sets headings in their styles', () => {
    const headings = (style: string) => paragraphsOf(document).filter((p) => p.style === style)
    expect(headings('ReportHeading1').map(({ text }) => text)).toEqual([
      '一、总体情况',
      '二、特色亮点',
      '三、问题和下一步',
    ])
    expect(headings('ReportHeading2').every(({ text }) => text.startsWith('（'))).toBe(true)
  })

  it('prints every figure that has a value, and 暂无数据来源 for what has none', () => {
    const text = paragraphsOf(document).map((paragraph) => paragraph.text)
    const body = text.slice(0, text.indexOf('附件')).join('\n')
    for (const printed of ['2,847', '4,316', '79.1%', '171', '83.4%']) expect(body).toContain(printed)
    expect(body).toContain('督导组数、被督导党委（总支）数、较上一轮提升的单位、整改率：暂无数据来源。')
    expect(body).toContain('本期没有党员学完微党课的记录。')
  })

  it('ends with signature and day, right-aligned, four characters free right of the day', () => {
    const printed = paragraphsOf(document)
    const at = printed.findIndex(({ text }) => text === '2026年11月22日')
    const [signature, day] = printed.slice(at - 1, at + 1)
    expect(signature?.text).toBe('示例县')
    for (const line of [signature, day]) expect(attribute(one(line?.element as Element, 'w:jc'), 'w:val')).toBe('right')
    expect(attribute(one(day?.element as Element, 'w:ind'), 'w:right')).toBe(String(4 * 320))
    // the day is 7 characters wide (8 digits of half a one, 3 汉字), the signature 3: centred on it, two more stay free
    expect(attribute(one(signature?.element as Element, 'w:ind'), 'w:right')).toBe(String(6 * 320))
  })

  it('keeps the signature together with the end of the text', () => {
    const printed = paragraphsOf(document)
    const at = printed.findIndex(({ text }) => text === '2026年11月22日')
    const before = printed.slice(at - 6, at)
    expect(before[0]?.style).toBe('ReportBody')
    expect(before.map(({ element }) => all(element, 'w:keepNext').length)).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('breaks a long title after the name', () => {
    const long = openWordFile(render('示例县新业态行业综合党委')).part('word/document.xml')
    const titles = paragraphsOf(long).filter(({ style }) => style === 'ReportTitle')
    expect(titles.slice(0, 2).map(({ text }) => text)).toEqual(['示例县新业态行业综合党委', '主题教育督导情况报告'])
  })

  it('carries a name with special characters unharmed', () => {
    // XML 1.0 cannot carry the bell
    const odd = openWordFile(render('示例<A&B>\u0007党委'))
    expect(paragraphsOf(odd.part('word/document.xml'))[0]?.text).toBe('示例<A&B>党委主题教育督导情况报告')
    expect(one(odd.part('docProps/core.xml'), 'dc:title').textContent).toBe('示例<A&B>党委主题教育督导情况报告')
  })
})

describe('the annex', () => {
  it('begins a page and lists exact values with their definitions', () => {
    const printed = paragraphsOf(document)
    const label = printed.find(({ text }) => text === '附件')
    expect(all(label?.element as Element, 'w:pageBreakBefore')).toHaveLength(1)
    const rows = all(one(document, 'w:tbl'), 'w:tr').map((row) =>
      all(row, 'w:tc').map((cell) =>
        all(cell, 'w:t')
          .map((t) => t.textContent)
          .join(' '),
      ),
    )
    expect(rows[0]).toEqual(['指标和代码', '数值', '口径'])
    expect(rows.find(([name]) => name?.includes('quiz.people'))).toEqual([
      '参与知识答题党员人数 quiz.people',
      '2,847名',
      metric('quiz.people').definition,
    ])
    expect(rows.find(([name]) => name?.includes('themeday.attendance'))?.[1]).toBe('83.4% 3,100÷3,717')
    expect(rows).toHaveLength(1 + Object.keys(given).length)
    const missing = reportCodes().length - Object.keys(given).length
    expect(printed.some(({ text }) => text === `另有${missing}项指标暂无数据来源，名称见正文。`)).toBe(true)
  })
})

describe('the file', () => {
  it('names no person in its properties', () => {
    const core = file.part('docProps/core.xml')
    expect(one(core, 'dc:creator').textContent).toBe('初心学堂')
    expect(one(core, 'cp:lastModifiedBy').textContent).toBe('初心学堂')
    expect(one(core, 'dcterms:created').textContent).toBe('2026-11-22T01:30:00Z')
  })

  it('has only well-formed parts, all of them declared', () => {
    const declared = all(file.part('[Content_Types].xml'), 'Override').map((part) => attribute(part, 'PartName'))
    for (const path of file.texts.keys()) expect(() => file.part(path)).not.toThrow()
    expect(declared.filter((path) => !file.texts.has((path ?? '').slice(1)))).toEqual([])
  })

  it('is the same for the same report, byte by byte', () => {
    expect(render().equals(render())).toBe(true)
    expect(render().equals(render('示例县城关镇党委'))).toBe(false)
  })
})
