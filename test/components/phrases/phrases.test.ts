import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrasesOf } from '../../../src/components/phrases/phrases.shared'

test.each([
  ['十一月主题党日：走访服务群众', ['十一月主题党日：', '走访服务群众']],
  ['党员的八项义务', ['党员的八项义务']],
  // nothing behind it
  ['主题党日：', ['主题党日：']],
  ['', ['']],
  // too long to stay together: it flows
  ['主题党日：学习党员教育管理工作条例第三章', ['主题党日：学习党员教育管理工作条例第三章']],
  // only the first colon
  ['学习：一：二', ['学习：', '一：二']],
])('%s', (title, parts) => {
  expect(phrasesOf(title)).toEqual(parts)
})

test('nothing of a title is lost or added', () => {
  const title = fc.string({ unit: fc.constantFrom('：', '党', '日', ' ', 'a', '1'), maxLength: 40 })
  fc.assert(fc.property(title, (text) => phrasesOf(text).join('') === text))
})
