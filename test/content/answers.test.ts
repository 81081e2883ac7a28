import { describe, expect, it } from 'vitest'
import { questions } from '../../content'
import { giveaways, sameAnswers } from './support/answers'

describe('answers told elsewhere', () => {
  const about = (id: string, stem: string, right: string, article = '第三条') => ({
    id,
    kind: 'single' as const,
    stem,
    options: [right, '别的说法', '另一说法', '再一说法'],
    key: [0],
    explanation: '示例说明。',
    source: { document: '示例条例', documentId: 'sample', article },
    tags: ['rights' as const],
    difficulty: 1 as const,
  })

  it('finds the answer of one question in the words of another of the same document', () => {
    const told = [about('a', '失去联系的怎样处理？', '停止党籍'), about('b', '超过几年就停止党籍？', '五年', '第四条')]
    expect(giveaways(told)).toEqual([['a', 'b']])
    expect(giveaways([about('a', '失去联系的怎样处理？', '停止党籍'), about('b', '限期多久？', '五年')])).toEqual([])
  })

  it('finds a long answer among the options of another, right there or wrong', () => {
    const asked = about('a', '“齐家”讲的是哪件事？', '带头树立良好家风')
    const other = about('b', '哪一项管每一名党员？', '生活上，坚持节俭', '第四条')
    expect(giveaways([asked, { ...other, options: ['生活上，坚持节俭', '治家时，带头树立良好家风'] }])).toEqual([
      ['a', 'b'],
    ])
    expect(giveaways([asked, other])).toEqual([])
    // Short words are the field's own, and numbers stand everywhere.
    expect(giveaways([about('a', '给什么处分？', '严重警告'), { ...other, options: ['甲', '严重警告'] }])).toEqual([])
  })

  it('finds two that ask for the same answer of the same article', () => {
    expect(sameAnswers([about('a', '多久一次？', '每半年'), about('b', '隔多久开会？', '每半年。')])).toEqual([
      ['a', 'b'],
    ])
    expect(sameAnswers([about('a', '多久一次？', '每半年'), about('b', '隔多久？', '每半年', '第四条')])).toEqual([])
  })

  it('finds neither in the handbook', () => {
    expect(giveaways(questions)).toEqual([])
    expect(sameAnswers(questions)).toEqual([])
  })
})
