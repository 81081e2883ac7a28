import { expect, it } from 'vitest'
import type { HandbookItem } from '@/contracts/handbook'
import { growChapter } from '@/services/handbook/grow-chapter.shared'

const items = (...ids: string[]) => ids.map((id) => ({ id }) as HandbookItem)
const part = (from: number, ids: string[], version = 1) => ({
  ...{ id: 'a', title: '示例条例', order: 0, version, from, count: 3 },
  items: items(...ids),
})

it('puts the parts of a chapter together, and is whole at its count', () => {
  const first = growChapter(null, part(0, ['1', '2']))
  expect([first.begun?.items.length, first.whole]).toEqual([2, null])
  const last = growChapter(first.begun, part(2, ['3']))
  expect(last.begun).toBeNull()
  expect(last.whole).toEqual({ id: 'a', title: '示例条例', order: 0, version: 1, items: items('1', '2', '3') })
})

it('begins anew when the chapter was changed on the way', () => {
  const { begun } = growChapter(null, part(0, ['1', '2']))
  expect(growChapter(begun, part(2, ['3'], 2))).toEqual({ begun: null, whole: null })
  expect(growChapter(begun, part(0, ['x', 'y'], 2)).begun?.items).toEqual(items('x', 'y'))
  expect(growChapter(begun, null)).toEqual({ begun: null, whole: null })
})
