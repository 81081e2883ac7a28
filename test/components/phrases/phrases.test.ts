import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf, phrasesOf, tied } from '../../../src/components/phrases/phrases.shared'

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

test.each([
  ['点“新建报告”，选好时间段，正文会按记录自动写好。', ['点“新建报告”，', '选好时间段，', '正文会按记录自动写好。']],
  ['换一段时间再看。', ['换一段时间再看。']],
  ['他说“不去。”那就算了。', ['他说“不去。”', '那就算了。']],
  // one clause is longer than a line: it flows
  [
    '在“参与统计”“未参加名单”等页面的下方点“导出”，做好的文件会在这里。',
    ['在“参与统计”“未参加名单”等页面的下方点“导出”，做好的文件会在这里。'],
  ],
  ['', ['']],
])('clauses of %s', (text, clauses) => {
  expect(clausesOf(text)).toEqual(clauses)
})

test('nothing of a sentence is lost or added', () => {
  const sentence = fc.string({ unit: fc.constantFrom('，', '。', '党', '”', ' ', 'a', '！'), maxLength: 40 })
  fc.assert(fc.property(sentence, (text) => clausesOf(text).join('') === text))
})

test('a number stays on the line of its unit', () => {
  expect(tied('比上月缩小 5.4 个')).toBe('比上月缩小 5.4\u00a0个')
  expect(tied('微党课参学率 19.3%，高 8 个百分点')).toBe('微党课参学率 19.3%，高 8\u00a0个百分点')
  expect(tied('11 月 3 日')).toBe('11\u00a0月 3\u00a0日')
})
