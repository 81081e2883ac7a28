import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HandbookItem } from '@/contracts/handbook'
import { excerptOf, foldText, markHits, searchable, searchItems, termsOf } from '@/domain/handbook'

const item = (id: string, more: Partial<HandbookItem>): HandbookItem => ({
  id,
  kind: 'single',
  stem: '',
  options: [],
  key: [],
  accepted: [],
  explanation: '',
  source: { document: '示例条例', article: '第一条' },
  tags: [],
  difficulty: 1,
  ...more,
})
const items = [
  item('explained', { stem: '题干甲', explanation: '预备期一年' }),
  item('asked', { stem: '预备党员的预备期从哪天算？' }),
  item('optional', { stem: '题干乙', options: ['预备期满', '别的'] }),
  item('cited', { stem: '题干丙', source: { document: '预备期规定', article: '第二条' } }),
  item('filled', { kind: 'fill', stem: '每年不少于 ____ 学时', accepted: ['32学时'] }),
].map(searchable)

describe('the search', () => {
  test('looks in stem, options, explanation and source, and puts what is asked first', () => {
    expect(searchItems(items, termsOf('预备期'))).toEqual(['asked', 'optional', 'explained', 'cited'])
  })

  test('wants every word, wherever it stands', () => {
    expect(searchItems(items, termsOf('题干 预备期'))).toEqual(['optional', 'explained', 'cited'])
    expect(searchItems(items, termsOf('题干 没有的'))).toEqual([])
  })

  test('takes full-width forms and capitals as what they are', () => {
    expect(searchItems(items, termsOf('３２学时'))).toEqual(['filled'])
    expect(termsOf('　ＡＢ　ｃD ')).toEqual(['ab', 'cd'])
  })

  test('of nothing finds nothing; a pasted page is cut to five short words', () => {
    expect(searchItems(items, termsOf('   '))).toEqual([])
    expect(termsOf(`${'长'.repeat(500)} b c d e f g`).map((term) => term.length)).toEqual([20, 1, 1, 1, 1])
  })

  test('goes through 2,000 questions in no time that one would notice', () => {
    const many = Array.from({ length: 2_000 }, (_, i) =>
      searchable(item(`q${i}`, { stem: `第${i}题，${'题干文字'.repeat(10)}`, explanation: '解析文字'.repeat(40) })),
    )
    const began = performance.now()
    for (let i = 0; i < 10; i += 1) expect(searchItems(many, termsOf('解析 1999'))).toEqual(['q1999'])
    console.log(`search of 2,000 questions: ${((performance.now() - began) / 10).toFixed(2)} ms`)
  })
})

describe('the marks of a hit', () => {
  test('cut the text where the terms are; overlapping ones are one', () => {
    expect(markHits('预备期一年，预备', ['预备', '备期'])).toEqual([
      { text: '预备期', hit: true },
      { text: '一年，', hit: false },
      { text: '预备', hit: true },
    ])
    expect(markHits('', ['预备'])).toEqual([])
  })

  test('folding keeps places, and the pieces joined are the text', () => {
    const signs = fc.constantFrom('预', '备', '期', 'Ａ', 'b', 'İ', 'ß', '　', '\ud83d', '\ude00', ' ', '３')
    const texts = (maxLength: number) => fc.array(signs, { maxLength }).map((list) => list.join(''))
    fc.assert(
      fc.property(texts(30), fc.array(texts(3), { maxLength: 4 }), (text, terms) => {
        const folded = foldText(text)
        const joined = markHits(text, terms).map((piece) => piece.text)
        return folded.length === text.length && foldText(folded) === folded && joined.join('') === text
      }),
    )
  })
})

test('an excerpt shows the first hit with a little before it, and where it was cut', () => {
  expect(excerptOf('短', ['短'], 10)).toBe('短')
  expect(excerptOf('一二三四五六七八九十甲乙丙', ['九'], 6)).toBe('…七八九十甲乙…')
  expect(excerptOf('一二三四五六七八九十甲乙丙', ['丙'], 6)).toBe('…八九十甲乙丙')
  expect(excerptOf('一二三四五六七八九十甲乙丙', [], 6)).toBe('一二三四五六…')
})
