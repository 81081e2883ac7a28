import { describe, expect, it } from 'vitest'
import type { Document } from '../../content'
import { documents, type Lesson, lessons, questions } from '../../content'
import { parseNumeral, sourceProblems } from './support/sources'

/** The sources of a lesson's texts. */
const sourcesOf = ({ blocks }: Lesson) => blocks.flatMap((one) => (one.type === 'text' ? [one.source] : []))

const cited = [
  ...questions.map(({ id, source }) => ({ id, source })),
  ...lessons.flatMap((one) => [...sourcesOf(one), one.check.source].map((source) => ({ id: one.id, source }))),
]

describe('parseNumeral', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十九', 19],
    ['二十', 20],
    ['五十五', 55],
    ['一百', 100],
    ['一百零八', 108],
    ['一百一十', 110],
    ['一百二十二', 122],
    ['一百五十八', 158],
  ])('reads %s as %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(['', '零', '零八', '一十', '一百八', '一百十', '一百零十', '二二', '3', '第三', '三之一'])(
    'refuses %s',
    (text) => {
      expect(parseNumeral(text)).toBeNull()
    },
  )
})

describe('citations', () => {
  it.each(cited)('$id cites $source.document $source.article, which exists', ({ source }) => {
    expect(sourceProblems(source, documents)).toEqual([])
  })

  it('finds an unlisted document, another title, an article or a section that does not exist', () => {
    const list: Document[] = [
      { id: 'articles', title: '示例条例', year: 2020, unit: 'article', units: 20 },
      { id: 'sections', title: '示例准则', year: 2020, unit: 'section', units: 12 },
      { id: 'whole', title: '示例公报', year: 2020, unit: 'none', units: 0 },
    ]
    const problems = (documentId: string, document: string, article: string): string[] =>
      sourceProblems({ documentId, document, article }, list)
    expect(problems('articles', '示例条例', '第二十条')).toEqual([])
    expect(problems('sections', '示例准则', '十二、最后一节')).toEqual([])
    expect(problems('whole', '示例公报', '全文')).toEqual([])
    expect(problems('other', '示例条例', '第一条')).toEqual(['other is not listed'])
    expect(problems('articles', '示例办法', '第一条')).toEqual(['articles is not titled 示例办法'])
    expect(problems('articles', '示例条例', '第二十一条')).toEqual(['第二十一条 is beyond 20'])
    expect(problems('articles', '示例条例', '第20条')).toEqual(['第20条 is no article'])
    expect(problems('articles', '示例条例', '总则')).toEqual(['总则 is no article'])
    expect(problems('sections', '示例准则', '十三、没有这一节')).toEqual(['十三、没有这一节 is beyond 12'])
    expect(problems('sections', '示例准则', '第三条')).toEqual(['第三条 is no section'])
  })

  it('asks the check question of a lesson about one of its texts', () => {
    for (const one of lessons) expect(sourcesOf(one)).toContainEqual(one.check.source)
  })
})

describe('documents of which one copy only was at hand', () => {
  const singleCopies = ['fazhan-dangyuan-2026']

  it('marks exactly the questions from them for review', () => {
    for (const { id, source, needsReview } of questions) {
      expect([id, needsReview ?? false]).toEqual([id, singleCopies.includes(source.documentId)])
    }
    expect(questions.some((one) => one.needsReview)).toBe(true)
  })

  it('keeps them out of the lessons, which cannot be marked', () => {
    expect(cited.filter(({ id, source }) => !id.startsWith('q-') && singleCopies.includes(source.documentId))).toEqual(
      [],
    )
  })
})
