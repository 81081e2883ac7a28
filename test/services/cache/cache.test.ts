import { describe, expect, it } from 'vitest'
import { createCache } from '@/services/cache/cache.shared'
import { type Kv, withRoom } from '@/services/storage/kv.shared'
import { memoryKv } from '../support/memory-kv'

function memory() {
  const stored = new Map<string, unknown>()
  const kv: Kv = {
    read: <T>(key: string) => (stored.get(key) ?? null) as T | null,
    write: (key, value) => void stored.set(key, value) === undefined,
    drop: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
  }
  return { stored, kv }
}

describe('the answers kept on the phone', () => {
  it('come back with the time at which they came', () => {
    const cache = createCache(memory().kv, () => 42)
    cache.write('home', { quizzes: 1 })
    expect(cache.read('home')).toEqual({ at: 42, data: { quizzes: 1 } })
    cache.drop('home')
    expect(cache.read('home')).toBeNull()
  })

  it('are at most sixty; the one not written for the longest time goes first', () => {
    const { kv, stored } = memory()
    const cache = createCache(kv, () => 0)
    for (let i = 0; i < 60; i++) cache.write(`page-${i}`, i)
    cache.write('page-0', 'again')
    cache.write('page-60', 60)
    expect(cache.read('page-0')?.data).toBe('again')
    expect(cache.read('page-1')).toBeNull()
    expect([...stored.keys()].filter((key) => key.startsWith('cache:'))).toHaveLength(60)
  })

  it('make room for what cannot be fetched again: the oldest goes first, until it fits', () => {
    const memory = memoryKv()
    const cache = createCache(memory.kv, () => 0)
    for (const name of ['old', 'middle', 'new']) cache.write(name, 'x'.repeat(100))
    memory.state.room = 520
    const roomy = withRoom(memory.kv, () => cache.evictOldest())
    expect(roomy.write('outbox-parcel:a', 'y'.repeat(200))).toBe(true)
    expect([cache.read('old'), cache.read('new')?.data]).toEqual([null, 'x'.repeat(100)])
    expect(roomy.write('outbox-parcel:b', 'y'.repeat(2_000))).toBe(false)
    expect(roomy.read('outbox-parcel:a')).toBe('y'.repeat(200))
  })

  it('end where nothing at all can be written', () => {
    const memory = memoryKv()
    const cache = createCache(memory.kv, () => 0)
    cache.write('old', 1)
    memory.state.full = true
    expect(cache.write('new', 2).data).toBe(2)
    expect(withRoom(memory.kv, () => cache.evictOldest()).write('draft', 1)).toBe(false)
  })
})
