import { describe, expect, it } from 'vitest'
import { createCache } from '@/services/cache/cache.shared'
import type { Kv } from '@/services/storage/kv.shared'

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
})
