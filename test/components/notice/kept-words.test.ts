import { expect, it } from 'vitest'
import { keptWords } from '@/components/notice/kept-words.shared'

it('promises only what is stored', () => {
  expect(keptWords('心得', '交给支部', false)).toBe('心得已存在手机里，联网后自动交给支部。')
  expect(keptWords('心得', '交给支部', true)).toBe('手机存储满了，心得还没存下。请先别关小程序，连上网就交给支部。')
})
