import { describe, expect, it } from 'vitest'
import type { Chapter, HandbookItem } from '@/contracts/handbook'
import { createHandbookStore } from '@/services/handbook/handbook-store.shared'
import { Killed, memoryKv } from './storage'

const item = (id: string, explanation = '解析'): HandbookItem => ({
  id,
  kind: 'judge',
  stem: `题干${id}`,
  options: ['正确', '错误'],
  key: [0],
  accepted: [],
  explanation,
  source: { document: '示例条例', article: '第一条' },
  tags: [],
  difficulty: 1,
})
const chapter = (id: string, order: number, version: number, count = 2): Chapter => ({
  id,
  title: `示例条例${id}`,
  order,
  version,
  items: Array.from({ length: count }, (_, i) => item(`${id}-${version}-${i}`)),
})
const answer = (all: Chapter[], changed: Chapter[]) => ({
  chapters: all.map(({ id, version }) => ({ id, version })),
  changed,
  part: null,
  more: false,
  lessons: [{ id: 'lesson', title: '测试微党课', questions: ['a-1-0'] }],
})
const namesOf = (store: ReturnType<typeof createHandbookStore>) =>
  store.read()?.chapters.map(({ id, version, items }) => `${id}${version}:${items.length}`)

describe('the handbook on a phone', () => {
  it('is not there before it was opened', () => {
    expect(createHandbookStore(memoryKv().kv).read()).toBeNull()
  })

  it('takes what changed, drops what is no longer in it, and leaves no rest in the storage', () => {
    const { kv, values } = memoryKv()
    const store = createHandbookStore(kv)
    const [a, b] = [chapter('a', 1, 1), chapter('b', 0, 1)]
    expect(store.take(answer([a, b], [a, b]))).toBe(true)
    expect(namesOf(store)).toEqual(['b1:2', 'a1:2'])
    const a2 = chapter('a', 1, 2, 3)
    store.take(answer([a2, b], [a2]))
    expect(namesOf(store)).toEqual(['b1:2', 'a2:3'])
    store.take(answer([a2], []))
    expect(namesOf(store)).toEqual(['a2:3'])
    expect([...values.keys()].sort()).toEqual(['handbook', 'handbook:a:2:0'])
    expect(store.have()).toEqual([{ id: 'a', version: 2 }])
    expect(store.read()?.lessons).toHaveLength(1)
  })

  it('of a chapter with 1,000 long items takes less than 1 MB a key', () => {
    const { kv, sizes } = memoryKv()
    const large = {
      ...chapter('a', 0, 1),
      items: Array.from({ length: 1000 }, (_, i) => item(`i${i}`, '长'.repeat(800))),
    }
    expect(createHandbookStore(kv).take(answer([large], [large]))).toBe(true)
    // 3 bytes a Chinese character, as the platform counts
    expect(Math.max(...sizes()) * 3).toBeLessThan(1_000_000 * 3)
    expect(Math.max(...sizes())).toBeLessThan(330_000)
    expect(createHandbookStore(kv).read()?.chapters[0]?.items).toHaveLength(1000)
  })

  it('when the storage is full keeps what it had and says so', () => {
    const { kv } = memoryKv({ room: 900 })
    const store = createHandbookStore(kv)
    const a = chapter('a', 0, 1)
    expect(store.take(answer([a], [a]))).toBe(true)
    const b = chapter('b', 1, 1, 50)
    expect(store.take(answer([a, b], [b]))).toBe(false)
    expect(namesOf(store)).toEqual(['a1:2'])
    expect(store.have()).toEqual([{ id: 'a', version: 1 }])
  })

  it('is whole in the old version or in the new one wherever the app is killed', () => {
    const [old, other, next] = [chapter('a', 0, 1, 300), chapter('b', 1, 1), chapter('a', 0, 2, 600)]
    for (let killAt = 1; killAt < 12; killAt += 1) {
      const { kv, live, values } = memoryKv()
      createHandbookStore(kv).take(answer([old, other], [old, other]))
      const killing = memoryKv({ killAt })
      for (const [key, text] of values) killing.values.set(key, text)
      try {
        createHandbookStore(killing.kv).take(answer([next, other], [next]))
      } catch (thrown) {
        if (!(thrown instanceof Killed)) throw thrown
      }
      live()
      killing.live()
      expect([
        ['a1:300', 'b1:2'],
        ['a2:600', 'b1:2'],
      ]).toContainEqual(namesOf(createHandbookStore(killing.kv)))
    }
  })
})
