import { describe, expect, it } from 'vitest'
import type { Reflection } from '@/contracts/writing'
import { addRows } from '@/organiser/pages/reflections/reflections.shared'
import { lackWords, viewOf } from '@/study/pages/reflect/reflect.shared'
import { noteRows, reflectionRows } from '@/study/pages/writings/writings.shared'

const about = { kind: 'lesson' as const, id: 'lesson1' }
const known: Reflection = {
  id: 'lesson.lesson1.e1',
  about,
  title: '测试微党课',
  text: '交上去的一稿，写了一些',
  writtenAt: 100,
  state: 'shown',
  returned: null,
}

describe('the page of a reflection', () => {
  it('shows what the branch has, or a field', () => {
    expect(viewOf(null, null, false)).toEqual({ view: 'writing', text: '', base: null })
    expect(viewOf(known, null, false)).toEqual({ view: 'handedIn', reflection: known })
    expect(viewOf(known, null, true)).toEqual({ view: 'writing', text: known.text, base: 100 })
  })

  it('goes on with a draft that was built on it', () => {
    expect(viewOf(known, { text: '改', base: 100 }, false)).toEqual({ view: 'writing', text: '改', base: 100 })
    expect(viewOf(null, { text: '没有网络时写的', base: null }, false)).toMatchObject({ view: 'writing', base: null })
    // the phone's own text has arrived, and its draft says the same
    expect(viewOf(known, { text: `${known.text} `, base: null }, false)).toMatchObject({ view: 'writing', base: 100 })
  })

  it('shows both when another phone handed in something else', () => {
    expect(viewOf(known, { text: '这部手机上的', base: null }, false)).toEqual({
      view: 'two',
      text: '这部手机上的',
      other: known,
    })
    expect(viewOf(known, { text: '这部手机上的', base: 99 }, true).view).toBe('two')
  })

  it('says how much is still to write', () => {
    expect(lackWords('')).toBe('写满 10 个字就能交')
    expect(lackWords('  四个字呢 ')).toBe('再写 6 个字就能交')
    expect(lackWords('一二三四五六七八九十')).toBe(null)
  })
})

describe('what one has written', () => {
  it('has what waits on the phone in the place of what the server has', () => {
    const server = [
      { lessonId: 'a', title: '甲课', text: '旧', updatedAt: 1 },
      { lessonId: 'b', title: '乙课', text: '乙', updatedAt: 2 },
    ]
    const waiting = [
      { title: '甲课', storedAt: 9, input: { lessonId: 'a', text: '新' } },
      { title: '乙课', storedAt: 9, input: { lessonId: 'b', text: '' } },
    ]
    expect(noteRows(server, waiting)).toEqual([
      { lessonId: 'a', title: '甲课', text: '新', updatedAt: 9, waiting: true },
    ])
    expect(noteRows(server, []).map(({ waiting }) => waiting)).toEqual([false, false])
    const rows = reflectionRows([known], [{ title: '测试微党课', storedAt: 9, input: { about, text: '新的一稿' } }])
    expect(rows.map(({ text, state }) => [text, state])).toEqual([['新的一稿', 'waiting']])
    expect(reflectionRows([known], [])).toEqual([known])
  })

  it('is shown to the secretary once, however the pages overlap', () => {
    const row = { ...known, name: '测试甲' }
    expect(addRows([row], [row, { ...row, id: 'lesson.lesson2.e1' }]).map(({ id }) => id)).toEqual([
      'lesson.lesson1.e1',
      'lesson.lesson2.e1',
    ])
  })
})
