import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseFill, sameFill } from '@/domain/quiz'

describe('normaliseFill', () => {
  it.each([
    [' 党 支 部　', '党支部'],
    ['“两个维护”', '两个维护'],
    ['《中国共产党章程》。', '中国共产党章程'],
    ['（一）', '一'],
    ['３２学时', '32学时'],
    ['ＡｂＣ', 'abc'],
    ['第 三 条', '第三条'],
    ['1—3人', '1-3人'],
    ['讲‘三个’务必', "讲'三个'务必"],
    ['\u200b\ufeff纪律\u00a0', '纪律'],
    ['。“”', ''],
    ['', ''],
  ])('%j becomes %j', (text, normal) => {
    expect(normaliseFill(text)).toBe(normal)
  })

  it('done twice changes nothing more, and blanks, width and quotes around it never matter', () => {
    const piece = fc.constantFrom('党', '第', '三', '3', 'A', 'z', '-', '(', '》', '　', ' ', '，', '：', '·', '“')
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, '　')
    fc.assert(
      fc.property(texts, (text) => {
        const normal = normaliseFill(text)
        expect(normaliseFill(normal)).toBe(normal)
        expect(normaliseFill(wide(text))).toBe(normal)
        expect(normaliseFill(`  “${Array.from(text).join(' ')}”。`)).toBe(normal)
      }),
    )
  })
})

describe('sameFill', () => {
  it.each([
    ['三十二学时', ['32学时']],
    ['32 学时', ['32学时']],
    ['32学时', ['三十二学时']],
    ['两年', ['2年']],
    ['二年', ['两年']],
    ['二〇二六年', ['2026年']],
    ['二零二六年', ['2026年']],
    ['二○二六年', ['2026年']],
    ['廿三', ['23']],
    ['卅', ['三十']],
    ['十', ['10']],
    ['一百零五人', ['105人']],
    ['一百五', ['150']],
    ['一千零五十', ['1050']],
    ['三万五', ['35000']],
    ['十八亿亩', ['18亿亩']],
    ['1800000000亩', ['十八亿亩']],
    ['一万亿', ['1000000000000']],
    ['贰拾叁', ['23']],
    ['第3条', ['第三条']],
    ['1/3', ['１／３']],
    ['3分之2', ['三分之二']],
    ['千方百计', ['千方百计']],
    ['三会一课', ['“三会一课”']],
    ['支部', ['党支部', '支部']],
  ])('%j is among %j', (text, accepted) => {
    expect(sameFill(text, accepted)).toBe(true)
  })

  it.each([
    ['32', ['32学时']],
    ['32学时', ['32']],
    ['32天', ['32学时']],
    ['三', ['第三']],
    ['二十三', ['32']],
    ['一百零五', ['150']],
    ['1.5万', ['15000']],
    ['15', ['1.5']],
    ['百计', ['100计']],
    ['党支', ['党支部']],
    ['', ['党支部']],
    ['。', ['。']],
  ])('%j is not among %j', (text, accepted) => {
    expect(sameFill(text, accepted)).toBe(false)
  })

  /** A number in Chinese numerals, by the rules of GB/T 15835-2011; written for this test by sections of four digits. */
  function written(number: number): string {
    if (number === 0) return '零'
    const digits = '零一二三四五六七八九'
    const section = (value: number): string => {
      let text = ''
      let gap = false
      for (const [unit, sign] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(value / unit) % 10
        if (digit === 0) gap = text !== ''
        else {
          text += (gap ? '零' : '') + digits[digit] + sign
          gap = false
        }
      }
      return text
    }
    let text = ''
    let gap = false
    for (const [unit, sign] of [
      [1e8, '亿'],
      [1e4, '万'],
      [1, ''],
    ] as const) {
      const value = Math.floor(number / unit) % 10_000
      if (value === 0) gap = text !== ''
      else {
        text += (gap || (text !== '' && value < 1000) ? '零' : '') + section(value) + sign
        gap = false
      }
    }
    return text.replace(/^一十/, '十')
  }

  it('a whole number written out is the one in digits, with the same unit, and no other number', () => {
    expect([10, 115, 20305, 1_000_050].map(written)).toEqual(['十', '一百一十五', '二万零三百零五', '一百万零五十'])
    const numbers = fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 99_999 }), fc.nat({ max: 999_999_999_999 }))
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('', '年', '学时', '名党员', '条'), (number, other, unit) => {
        expect(sameFill(`${written(number)}${unit}`, [`${number}${unit}`])).toBe(true)
        expect(sameFill(`${number} ${unit}`, [`${written(number)}${unit}`])).toBe(true)
        if (other !== number) expect(sameFill(`${written(other)}${unit}`, [`${number}${unit}`])).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('whatever is accepted is taken as it is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: 'grapheme' }), (text) => {
        expect(sameFill(text, [text])).toBe(normaliseFill(text) !== '')
      }),
    )
  })
})
