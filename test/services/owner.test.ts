import { beforeEach, expect, test, vi } from 'vitest'

const phone = vi.hoisted(() => ({ storage: new Map<string, unknown>(), done: [] as string[] }))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
  },
}))
vi.mock('@/services/outbox/outbox', () => ({
  outbox: {
    adopt: async () => void phone.done.push('adopt'),
    // as the outbox does it: everything of the person
    forget() {
      phone.done.push('forget')
      for (const key of [...phone.storage.keys()]) if (key.startsWith('v1:me:')) phone.storage.delete(key)
    },
  },
}))

import { forgetAnswers, noteOwner, welcome } from '@/services/owner'

const keep = (key: string) => phone.storage.set(`v1:me:${key}`, { data: 1 })
const kept = () => [...phone.storage.keys()].map((key) => key.replace('v1:me:', '')).sort()

beforeEach(() => {
  phone.storage.clear()
  phone.done.length = 0
})

test('whoever is not bound any more sees no answers; drafts and what waits stay for them', () => {
  for (const key of ['cache:home', 'cache-index', 'draft:q.1', 'outbox:1', 'owner']) keep(key)
  forgetAnswers()
  expect(kept()).toEqual(['draft:q.1', 'outbox:1', 'owner'])
})

test('the same person comes back to what they had, and it is sent', async () => {
  await welcome('p1')
  keep('draft:q.1')
  await welcome('p1')
  expect(kept()).toEqual(['draft:q.1', 'owner'])
  expect(phone.done).toEqual(['adopt', 'adopt'])
})

test('another person finds nothing of the one before: no answer is handed in under another name', async () => {
  noteOwner('p1')
  keep('draft:q.1')
  keep('outbox:1')
  await welcome('p2')
  expect(kept()).toEqual(['owner'])
  expect(phone.storage.get('v1:me:owner')).toBe('p2')
  // forgotten before anything could be sent
  expect(phone.done).toEqual(['forget', 'adopt'])
})

test('a scan from before anybody was known here goes with the first who is bound', async () => {
  keep('outbox:1')
  await welcome('p1')
  expect(kept()).toEqual(['outbox:1', 'owner'])
  expect(phone.done).toEqual(['adopt'])
})

test('what the server says on the way names an owner only where there was none', () => {
  noteOwner('p1')
  noteOwner('p2')
  expect(phone.storage.get('v1:me:owner')).toBe('p1')
})
