import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoteDoc, ReflectionDoc } from '../../cloudfunctions/_data/documents'
import type { OutputOf } from '../../src/contracts/action'
import { getLesson } from '../../src/contracts/lesson'
import {
  judgeReflection,
  keepNote,
  listNotes,
  listOwnReflections,
  listReflections,
  submitReflection,
} from '../../src/contracts/writing'
import { NOON } from '../support/county/activities'
import { type Called, type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const phoneA = 'phone000a'
const phoneB = 'phone000b'
const steer = (given: object) => county.cloud.post('/local/openapi', given, { 'x-local-admin': '1' })
const reflectionsOf = async (personId: string) =>
  (await county.cloud.all<{ _id: string } & ReflectionDoc>('reflections')).filter((one) => one.personId === personId)

describe('a note', () => {
  const note = (text: string, phone = phoneA, at = 1, base: number | null = null) => ({
    lessonId: 'lesson1',
    text,
    pen: { phone, at },
    base,
  })
  const kept = async (personId: string) =>
    (await county.cloud.all<{ _id: string } & NoteDoc>('notes')).find(({ _id }) => _id === `lesson1.${personId}`)

  test('is kept in two requests, comes with the lesson and in the list, for nobody else', async () => {
    const e1 = county.as('e1')
    const { answer, databaseRequests } = await e1.call(keepNote, note('  记一笔  '))
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(2)
    expect(answer.data.text).toBe('记一笔')
    expect((await e1.ok(getLesson, { lessonId: 'lesson1' })).note).toEqual(answer.data)
    const list = await e1.call(listNotes, {})
    expect(list.databaseRequests).toBe(3)
    expect(list.answer).toMatchObject({
      ok: true,
      data: { rows: [{ lessonId: 'lesson1', title: '测试微党课', text: '记一笔' }] },
    })
    expect((await county.as('e0').ok(getLesson, { lessonId: 'lesson1' })).note).toBe(null)
    expect((await county.as('countyorg').ok(listNotes, {})).rows).toEqual([])
  })

  test('sent again changes nothing; an earlier one that comes late does not come back', async () => {
    const e1 = county.as('e1')
    const first = await e1.ok(keepNote, note('记一笔'))
    const second = await e1.ok(keepNote, note('记一笔，再记一笔', phoneA, 5))
    expect(await e1.ok(keepNote, note('记一笔，再记一笔', phoneA, 5))).toEqual(second)
    expect(await e1.ok(keepNote, note('记一笔', phoneA, 1))).toEqual(second)
    expect(second.updatedAt).toBeGreaterThan(first.updatedAt)
  })

  test('written on another phone that had not seen it keeps both sides; one that had, replaces it', async () => {
    const e1 = county.as('e1')
    const both = await e1.ok(keepNote, note('车上写的', phoneB, 1))
    expect(both.text).toBe('记一笔，再记一笔\n—— 以下写于另一部手机 ——\n车上写的')
    // it goes on without having seen that: its own side grows, and no third copy comes
    await e1.ok(keepNote, note('车上写的，下车接着', phoneB, 2))
    const grown = await e1.ok(keepNote, note('车上写的，下车接着写', phoneB, 3))
    expect(grown.text).toBe('记一笔，再记一笔\n—— 以下写于另一部手机 ——\n车上写的，下车接着写')
    const clean = await e1.ok(keepNote, note('理了一遍', phoneB, 4, grown.updatedAt))
    expect(clean.text).toBe('理了一遍')
    // from the first phone, which still builds on what it knew
    expect((await e1.ok(keepNote, note('家里写的', phoneA, 6, 1))).text).toContain('理了一遍')
  })

  test('is removed by an empty text, and what was removed does not come back by a repeat', async () => {
    const e2 = county.as('e2')
    const { updatedAt } = await e2.ok(keepNote, note('写错了'))
    await e2.ok(keepNote, note('', phoneA, 2, updatedAt))
    expect((await e2.ok(listNotes, {})).rows).toEqual([])
    expect((await e2.ok(keepNote, note('写错了'))).text).toBe('')
    expect((await kept('e2'))?.text).toBe('')
  })

  test('of many comes in pages that an answer carries, each once, without the removed ones', async () => {
    const e2 = county.as('e2')
    const text = '很长的笔记'.repeat(600)
    const old = (i: number, more: object = {}): NoteDoc => ({
      _id: `old${i}.e2`,
      personId: 'e2',
      lessonId: `old${i}`,
      text,
      // the 19th to the 24th were written at one instant, over the end of the first page
      updatedAt: NOON - (i >= 18 && i < 24 ? 18 : i),
      pen: null,
      ...more,
    })
    await county.cloud.put('notes', [...Array.from({ length: 130 }, (_, i) => old(i)), old(130, { text: '' })])
    const seen: string[] = []
    let before: number | null = null
    do {
      const { answer, databaseRequests }: Called<OutputOf<typeof listNotes>> = await e2.call(listNotes, { before })
      if (!answer.ok) throw new Error(answer.error.code)
      expect(databaseRequests).toBe(3)
      expect(answer.data.rows.length).toBeLessThanOrEqual(40)
      seen.push(...answer.data.rows.map(({ lessonId }) => lessonId))
      before = answer.data.next
    } while (before !== null)
    expect(seen).toEqual(expect.arrayContaining(Array.from({ length: 130 }, (_, i) => `old${i}`)))
    expect(seen).toHaveLength(130)
    await county.cloud.put(
      'notes',
      Array.from({ length: 131 }, (_, i) => old(i, { text: '' })),
    )
  })

  test('of both sides that is too long says so, and both stay', async () => {
    const w0 = county.as('w0')
    await w0.ok(keepNote, note('长'.repeat(2900)))
    expect(await w0.code(keepNote, note('另'.repeat(200), phoneB))).toBe('NOTE_TOO_LONG')
    expect((await kept('w0'))?.text).toBe('长'.repeat(2900))
    expect(await w0.code(keepNote, note('长'.repeat(3001), phoneA, 3))).toBe('BAD_INPUT')
  })

  test('with what the check refuses is not kept, however far behind it stands; current politics and a silent check are no reason', async () => {
    const w1 = county.as('w1')
    expect(await w1.code(keepNote, note('测试违规'))).toBe('TEXT_REFUSED')
    // beyond the 2,500 characters that WeChat takes at once, and over the seam of two pieces
    expect(await w1.code(keepNote, note(`${'字'.repeat(2398)}测试违规`))).toBe('TEXT_REFUSED')
    expect(await kept('w1')).toBe(undefined)
    await w1.ok(keepNote, note('测试时政', phoneA, 2))
    await steer({ next: { 'security.msgSecCheck': [{ systemError: -604101 }] } })
    expect((await w1.ok(keepNote, note('查不了', phoneA, 3))).text).toBe('查不了')
  })

  test('written by twenty calls at once loses none of them', async () => {
    const d0 = county.as('d0')
    const texts = Array.from({ length: 6 }, (_, i) => `第${i}部手机`)
    const calls = await Promise.all(texts.map((text, i) => d0.call(keepNote, note(text, `phone000${i}`))))
    const text = (await kept('d0'))?.text ?? ''
    for (const [i, { answer }] of calls.entries()) {
      if (answer.ok) expect(text).toContain(texts[i])
      else expect(answer.error.code).toBe('BUSY')
    }
  })

  test('refuses with its own code', async () => {
    const w1 = county.as('w1')
    expect(await w1.code(keepNote, { ...note('x'), lessonId: 'nothing' })).toBe('NOT_FOUND')
    expect(await w1.code(keepNote, { ...note('x'), lessonId: 'later' })).toBe('NOT_FOUND')
    expect(await w1.code(keepNote, { ...note('x'), lessonId: 'officelesson' })).toBe('FORBIDDEN')
    expect(await w1.code(keepNote, { ...note('x'), pen: { phone: 'X!', at: 1 } })).toBe('BAD_INPUT')
  })
})

describe('a reflection', () => {
  const lesson = { kind: 'lesson' as const, id: 'lesson1' }
  const hand = (text: string, phone = phoneA, at = 1, base: number | null = null, about: object = lesson) => ({
    about,
    text,
    pen: { phone, at },
    base,
  })
  const long = '学了这一课，我打算多走几户人家。'

  test('is handed in to one’s own branch in two requests, and shown', async () => {
    const e1 = county.as('e1')
    const { answer, databaseRequests } = await e1.call(submitReflection, hand(long))
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(2)
    expect(answer.data).toMatchObject({
      id: 'lesson.lesson1.e1',
      title: '测试微党课',
      text: long,
      state: 'shown',
      returned: null,
    })
    expect(await reflectionsOf('e1')).toMatchObject([{ orgId: 'east', pen: { phone: phoneA, at: 1 }, judgedBy: null }])
    expect(await e1.ok(submitReflection, hand(long))).toEqual(answer.data)
    expect((await e1.ok(listOwnReflections, {})).rows).toEqual([answer.data])
  })

  test('on a theme day is for who was invited', async () => {
    const about = { kind: 'themeday' as const, id: 'eastday' }
    expect(await county.as('e2').ok(submitReflection, hand(long, phoneA, 1, null, about))).toMatchObject({
      title: '测试主题党日eastday',
      state: 'shown',
    })
    expect(await county.as('w0').code(submitReflection, hand(long, phoneA, 1, null, about))).toBe('FORBIDDEN')
  })

  test('waits for a person when the check says politics, nothing or the wrong thing; what it refuses is not kept', async () => {
    const e2 = county.as('e2')
    expect(await e2.code(submitReflection, hand('这里写了测试违规的话，写得很长'))).toBe('TEXT_REFUSED')
    expect((await reflectionsOf('e2')).map(({ about }) => about.kind)).toEqual(['themeday'])
    const waiting = await e2.ok(submitReflection, hand('这里谈到测试时政，是常有的事', phoneA, 2))
    expect(waiting.state).toBe('review')
    const busy = { json: { errcode: -1, errmsg: 'system error' } }
    await steer({ next: { 'security.msgSecCheck': [busy] } })
    const rewritten = await e2.ok(submitReflection, hand('改了一遍，检查正忙着呢', phoneA, 3, waiting.writtenAt))
    expect(rewritten.state).toBe('review')
    await steer({ next: { 'security.msgSecCheck': [{ json: { errcode: 0, errmsg: 'ok' } }] } })
    expect((await e2.ok(submitReflection, hand('又改了一遍，检查没说什么', phoneA, 4))).state).toBe('review')
    await steer({ next: { 'security.msgSecCheck': [{ json: { errcode: 87014, errmsg: 'risky content' } }] } })
    expect(await e2.code(submitReflection, hand('再改一遍，旧的答复方式', phoneA, 5))).toBe('TEXT_REFUSED')
  })

  test('of another phone that had not seen the first is refused, and taken once it had', async () => {
    const w0 = county.as('w0')
    const first = await w0.ok(submitReflection, hand(long))
    expect(await w0.code(submitReflection, hand(`${long}另一稿`, phoneB))).toBe('CHANGED_MEANWHILE')
    expect(await reflectionsOf('w0')).toMatchObject([{ text: long }])
    const chosen = await w0.ok(submitReflection, hand(`${long}另一稿`, phoneB, 1, first.writtenAt))
    expect(chosen.text).toBe(`${long}另一稿`)
    // the first phone's call, sent again by the platform, does not bring the old text back
    expect(await w0.code(submitReflection, hand(long, phoneA, 1))).toBe('CHANGED_MEANWHILE')
    expect(await reflectionsOf('w0')).toHaveLength(1)
  })

  test('refuses with its own code', async () => {
    const w1 = county.as('w1')
    const about = (kind: string, id: string) => hand(long, phoneA, 1, null, { kind, id })
    expect(await w1.code(submitReflection, about('lesson', 'nothing'))).toBe('NOT_FOUND')
    expect(await w1.code(submitReflection, about('lesson', 'later'))).toBe('NOT_FOUND')
    expect(await w1.code(submitReflection, about('themeday', 'nothing'))).toBe('NOT_FOUND')
    expect(await w1.code(submitReflection, about('themeday', 'lesson1'))).toBe('NOT_FOUND')
    expect(await w1.code(submitReflection, about('lesson', 'officelesson'))).toBe('FORBIDDEN')
    expect(await w1.code(submitReflection, about('quiz', 'open'))).toBe('BAD_INPUT')
    expect(await w1.code(submitReflection, hand('  太短了  '))).toBe('BAD_INPUT')
    expect(await reflectionsOf('w1')).toEqual([])
  })
})

describe('the secretary', () => {
  const show = { show: true as const }
  const giveBack = { show: false as const, reason: '请写得再具体些' }

  test('reads those of the branch with names, those that wait first, in at most five requests', async () => {
    const { answer, databaseRequests } = await county.as('e0').call(listReflections, { orgId: 'east', before: null })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBeLessThanOrEqual(5)
    expect(answer.data).toMatchObject({ orgName: '东村支部', waiting: 1, next: null })
    expect(answer.data.rows.map(({ name, state, about }) => [name, state, about.kind])).toEqual([
      ['测试e2', 'review', 'lesson'],
      ['测试e2', 'shown', 'themeday'],
      ['测试e1', 'shown', 'lesson'],
    ])
    expect(await county.as('inspector').code(listReflections, { orgId: 'east', before: null })).toBe('FORBIDDEN')
    expect(await county.as('e0').code(listReflections, { orgId: 'nothing', before: null })).toBe('NOT_FOUND')
  })

  test('shows or returns, undoes it, and is written down; the same call again changes nothing', async () => {
    const e0 = county.as('e0')
    const [row] = (await e0.ok(listReflections, { orgId: 'east', before: null })).rows
    if (!row) throw new Error('nothing waits')
    const judge = (was: string, verdict: object) => ({ id: row.id, writtenAt: row.writtenAt, was, verdict })
    const call = await e0.call(judgeReflection, judge('review', giveBack))
    expect([call.databaseRequests, call.answer]).toEqual([3, { ok: true, data: { state: 'returned' } }])
    expect(await e0.ok(judgeReflection, judge('review', giveBack))).toEqual({ state: 'returned' })
    expect((await county.as('e2').ok(listOwnReflections, {})).rows[0]).toMatchObject({
      state: 'returned',
      returned: '请写得再具体些',
    })
    expect(await e0.ok(judgeReflection, judge('returned', show))).toEqual({ state: 'shown' })
    expect(await reflectionsOf('e2')).toContainEqual(expect.objectContaining({ _id: row.id, returned: null }))
    const audit = await county.cloud.all<{ _id: string; object: string; action: string }>('audit')
    expect(
      audit
        .filter(({ object }) => object === row.id)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['returnReflection', 'showReflection'])
  })

  test('does not overrule unseen who was faster, nor judge a text that has been written anew', async () => {
    const [row] = (await county.as('e0').ok(listReflections, { orgId: 'east', before: null })).rows
    if (!row) throw new Error('no reflection')
    const judge = (verdict: object) => ({ id: row.id, writtenAt: row.writtenAt, was: row.state, verdict })
    const both = await Promise.all([
      county.as('e0').call(judgeReflection, judge(giveBack)),
      county.as('townorg').call(judgeReflection, judge({ ...giveBack, reason: '另一个意见' })),
    ])
    const codes = both.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()
    expect(codes).toEqual(['CHANGED_MEANWHILE', 'ok'])

    const writer = county.as(row.id.endsWith('e2') ? 'e2' : 'e1')
    const anew = {
      about: row.about,
      text: '重新写了一遍，说得更具体',
      pen: { phone: phoneA, at: NOON },
      base: row.writtenAt,
    }
    expect(await writer.ok(submitReflection, anew)).toMatchObject({ state: 'shown', returned: null })
    const seen = { id: row.id, writtenAt: row.writtenAt, was: 'returned', verdict: show }
    expect(await county.as('e0').code(judgeReflection, seen)).toBe('CHANGED_MEANWHILE')
    expect(await county.as('e0').code(judgeReflection, { ...seen, id: 'lesson.lesson1.nobody' })).toBe('NOT_FOUND')
  })

  test('of another branch sees and judges nothing', async () => {
    const [row] = (await county.as('townorg').ok(listReflections, { orgId: 'west', before: null })).rows
    if (!row) throw new Error('no reflection')
    const input = { id: row.id, writtenAt: row.writtenAt, was: row.state, verdict: show }
    expect(await county.as('e0').code(judgeReflection, input)).toBe('FORBIDDEN')
    expect(await county.as('e0').code(listReflections, { orgId: 'west', before: null })).toBe('FORBIDDEN')
    expect(await county.as('w0').code(judgeReflection, input)).toBe('FORBIDDEN')
  })

  test('pages through hundreds without losing or repeating one, those that wait on top', async () => {
    const doc = (i: number): ReflectionDoc & { _id: string } => ({
      _id: `lesson.many${i}.w1`,
      personId: 'w1',
      orgId: 'west',
      about: { kind: 'lesson', id: `many${i}` },
      title: '很多篇',
      text: '字'.repeat(1500),
      writtenAt: NOON - 1000 * i - 1,
      pen: null,
      state: i % 3 === 0 ? 'review' : 'shown',
      returned: null,
      judgedBy: null,
    })
    await county.cloud.put(
      'reflections',
      Array.from({ length: 180 }, (_, i) => doc(i)),
    )
    const seen: string[] = []
    let before: number | null = null
    let waiting = 0
    do {
      const page: { rows: { id: string; state: string }[]; next: number | null; waiting: number } = await county
        .as('townorg')
        .ok(listReflections, { orgId: 'west', before })
      waiting = page.waiting
      expect(page.rows.length).toBeLessThanOrEqual(50)
      seen.push(...page.rows.map(({ id }) => id))
      before = page.next
    } while (before !== null)
    expect(waiting).toBe(60)
    expect(new Set(seen).size).toBe(seen.length)
    // fifty of those that wait stand on the first page; the others show when these are done. 120 + w0's one are judged
    expect(seen).toHaveLength(50 + 120 + 1)
  })
})
