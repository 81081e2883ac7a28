import { expect, it } from 'vitest'
import { helpfulBlock } from '@/domain/lesson'

const source = { document: '示例章程', article: '第三条' }
const other = { document: '示例条例', article: '第一条' }
const text = (heading: string, paragraph: string, from = source) =>
  ({ type: 'text', heading, paragraphs: [paragraph], source: from }) as const

it('sends back to the section that says what the explanation says', () => {
  const blocks = [
    text('学习', '先学一步，学好本领'),
    { type: 'picture' as const },
    text('群众', '遇事同大家商量，把意见向党反映'),
  ]
  expect(helpfulBlock(blocks, { explanation: '听到意见要及时向党反映。', source })).toBe(2)
  expect(helpfulBlock(blocks, { explanation: '先学一步。', source })).toBe(0)
  // nothing in common: the first with the source
  expect(helpfulBlock(blocks, { explanation: '甲', source })).toBe(0)
})

it('prefers a section with the same source, and knows when there is none', () => {
  const blocks = [text('甲', '把意见向党反映', other), text('乙', '毫不相干')]
  expect(helpfulBlock(blocks, { explanation: '意见向党反映', source })).toBe(1)
  expect(helpfulBlock(blocks, { explanation: '意见向党反映', source: { ...source, article: '第九条' } })).toBe(0)
  expect(helpfulBlock([{ type: 'picture' }], { explanation: '意见', source })).toBe(null)
})
