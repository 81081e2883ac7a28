import { beforeEach, describe, expect, it, vi } from 'vitest'

const phone = vi.hoisted(() => ({ stored: new Map<string, string>(), room: Number.POSITIVE_INFINITY }))
const used = () => [...phone.stored.values()].reduce((sum, text) => sum + text.length, 0)
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../../support/taro-phone')
  return {
    default: taroPhone(
      phone.stored,
      (key, text) => used() - (phone.stored.get(key) ?? '').length + text.length <= phone.room,
    ),
  }
})

const { notes, notesOf } = await import('@/services/writing/notes')
const { reflectionDrafts } = await import('@/services/writing/reflection-drafts')
const { remoteDrafts } = await import('@/services/writing/remote-drafts')
const { lessonPlace } = await import('@/services/lesson/lesson-place')
const { cache } = await import('@/services/cache/cache')
const { wipePerson, NOBODY } = await import('@/services/storage/kv')

const note = (text: string) => ({ text, known: '', base: null })
const about = { kind: 'lesson', id: 'duties' } as const

beforeEach(() => {
  wipePerson(NOBODY)
  phone.stored.clear()
  phone.room = Number.POSITIVE_INFINITY
})

describe('a full phone', () => {
  it('drops what can be fetched again for whatever a person writes, and for where they are', () => {
    const writes = [
      () => notes.write('duties', note('记'.repeat(300))),
      () => reflectionDrafts.write(about, { text: '写'.repeat(300), base: null }),
      () => remoteDrafts.write('day', '参'.repeat(300)),
      () => lessonPlace.write('duties', { at: 3, reached: 4 }),
    ]
    for (const write of writes) {
      cache.write('home', 'x'.repeat(2_000))
      phone.room = used()
      expect(write()).toBe(true)
      expect(cache.read('home')).toBeNull()
      phone.room = Number.POSITIVE_INFINITY
    }
  })

  it('has what was typed last, says that it is not stored, and stores it when there is room', () => {
    notes.write('duties', note('旧'))
    phone.room = used()
    expect(notes.write('duties', note('旧的和新的'))).toBe(false)
    expect([notes.read('duties')?.text, notes.isStored('duties')]).toEqual(['旧的和新的', false])
    // what the outbox settles is the very same note
    notesOf(NOBODY).acknowledge('duties', '旧的和新的', { text: '旧的和新的', updatedAt: 7 })
    expect(notes.read('duties')).toEqual({ text: '旧的和新的', known: '旧的和新的', base: 7 })

    phone.room = Number.POSITIVE_INFINITY
    expect(notes.write('duties', note('旧的和新的。'))).toBe(true)
    expect(notes.isStored('duties')).toBe(true)
    expect(phone.stored.get('v1:me:note:duties')).toContain('旧的和新的。')
  })

  it('keeps nothing in memory of somebody who has left', () => {
    phone.room = 0
    reflectionDrafts.write(about, { text: '只在内存里', base: null })
    expect(reflectionDrafts.read(about)?.text).toBe('只在内存里')
    wipePerson(NOBODY)
    expect(reflectionDrafts.read(about)).toBeNull()
    expect(reflectionDrafts.isStored(about)).toBe(true)
  })
})
