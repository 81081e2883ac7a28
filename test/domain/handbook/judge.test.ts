import { expect, test } from 'vitest'
import { isRight } from '@/domain/handbook'

test('a choice is right when it is the whole key and nothing else, in any order', () => {
  const item = { kind: 'multiple' as const, key: [0, 2], accepted: [] }
  expect(isRight(item, { chosen: [2, 0], text: '' })).toBe(true)
  expect(isRight(item, { chosen: [0], text: '' })).toBe(false)
  expect(isRight(item, { chosen: [0, 1, 2], text: '' })).toBe(false)
  expect(isRight(item, { chosen: [], text: '' })).toBe(false)
})

test('a gap is filled by any accepted form, as the quizzes judge it', () => {
  const item = { kind: 'fill' as const, key: [], accepted: ['32学时'] }
  expect(isRight(item, { chosen: [], text: ' ３２ 学时。' })).toBe(true)
  expect(isRight(item, { chosen: [], text: '30学时' })).toBe(false)
  expect(isRight(item, { chosen: [], text: '' })).toBe(false)
})
