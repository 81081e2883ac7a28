import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LessonDoc } from '../../../cloudfunctions/_data/documents'
import { getStudy } from '../../../src/contracts/learn'
import { completeLesson, getLesson } from '../../../src/contracts/lesson'
import { listLessonsForDesk, publishLesson, scheduleLesson } from '../../../src/contracts/plan-lessons'
import { SHELVED_AT } from '../../../src/domain/lesson'
import { HOUR, lessonBody, lessons, NOON } from '../../support/county/activities'
import { type County, type Player, startCounty } from '../../support/county/start-county'
import { lesson } from './support'

let county: County
let e0: Player
let member: Player
beforeAll(async () => {
  county = await startCounty()
  e0 = county.as('e0')
  member = county.as('e1')
})
afterAll(() => county.cloud.stop())

let orders = 0
const publish = (change: Partial<typeof lesson> = {}) => {
  orders += 1
  return e0.ok(publishLesson, { key: `lesson-${orders}-order`, orgId: 'east', ...lesson, ...change })
}
const onPhone = async (who: Player) => (await who.ok(getStudy, {})).lessons.map(({ id }) => id)
const shelf = { type: 'shelf' } as const

describe('a lesson that is written at the desk', () => {
  test('is on the members’ phones with its text, its source and its check question, and is completed', async () => {
    const row = await publish()
    expect(row).toMatchObject({
      title: lesson.title,
      state: 'published',
      people: 0,
      members: 3,
      minutes: 1,
      canWithdraw: true,
    })
    expect(await onPhone(member)).toContain(row.id)
    expect(await onPhone(county.as('w0'))).not.toContain(row.id)
    const read = await member.ok(getLesson, { lessonId: row.id })
    expect(read.blocks).toEqual([{ type: 'text', ...lesson.sections[0] }])
    expect(read.check.options).toEqual(['5 号', '15 号'])
    expect(JSON.stringify(read)).not.toContain(lesson.check.explanation)
    expect(await member.ok(completeLesson, { lessonId: row.id, chosen: [0] })).toEqual({ correct: false, helps: 0 })
    expect(await member.ok(completeLesson, { lessonId: row.id, chosen: [1] })).toMatchObject({ correct: true })
    const listed = (await e0.ok(listLessonsForDesk, { orgId: 'east' })).lessons.find(({ id }) => id === row.id)
    expect(listed).toMatchObject({ people: 1, canWithdraw: false })
  })

  test('sent again is the same lesson; what is unfinished is none', async () => {
    const order = { key: 'lesson-again', orgId: 'east', ...lesson }
    const { id } = await e0.ok(publishLesson, order)
    expect((await e0.ok(publishLesson, order)).id).toBe(id)
    expect((await county.cloud.all<LessonDoc>('lessons')).filter(({ _id }) => _id === id)).toHaveLength(1)
    const section = lesson.sections[0]
    const bad = [
      { sections: [{ ...section, heading: ' ' }] },
      { sections: [{ ...section, paragraphs: [' '] }] },
      { sections: [{ ...section, source: { document: '示例章程', article: '' } }] },
      { check: { ...lesson.check, key: [] } },
      { check: { ...lesson.check, explanation: '' } },
    ]
    for (const change of bad) {
      expect(await e0.code(publishLesson, { ...order, key: 'lesson-bad-1', ...change })).toBe('LESSON_INCOMPLETE')
    }
    const risky = { ...order, key: 'lesson-bad-2', title: '测试违规' }
    expect(await e0.code(publishLesson, risky)).toBe('TEXT_REFUSED')
    const far = { ...order, key: 'lesson-bad-3', publishedAt: NOON + 400 * 24 * HOUR }
    expect(await e0.code(publishLesson, far)).toBe('PLAN_TIMES')
    expect(await e0.code(publishLesson, { ...order, orgId: 'town' })).toBe('FORBIDDEN')
    expect(await member.code(publishLesson, order)).toBe('FORBIDDEN')
  })
})

describe('when it is published', () => {
  test('later: on no phone before; moved; by whoever saw the last time', async () => {
    const at = NOON + 24 * HOUR
    const { id, state } = await publish({ publishedAt: at })
    expect(state).toBe('scheduled')
    expect(await onPhone(member)).not.toContain(id)
    expect(await member.code(getLesson, { lessonId: id })).toBe('NOT_FOUND')
    const move = { lessonId: id, was: at, to: { type: 'at' as const, at: at + HOUR } }
    expect((await e0.ok(scheduleLesson, move)).publishedAt).toBe(at + HOUR)
    expect((await e0.ok(scheduleLesson, move)).publishedAt).toBe(at + HOUR)
    expect(await e0.code(scheduleLesson, { ...move, to: { type: 'now' } })).toBe('CHANGED_MEANWHILE')
    expect((await e0.ok(scheduleLesson, { ...move, was: at + HOUR, to: { type: 'now' } })).state).toBe('published')
    expect(await onPhone(member)).toContain(id)
  })

  test('from the shelf: a prepared lesson with its drawings and sound, when its time has come', async () => {
    await county.cloud.put('lessons', [{ ...lessons[0], _id: 'prepared', orgId: 'east', publishedAt: SHELVED_AT }])
    await county.cloud.put('lessonBodies', [lessonBody('prepared')])
    expect(await onPhone(member)).not.toContain('prepared')
    const [row] = (await e0.ok(listLessonsForDesk, { orgId: 'east' })).lessons.filter(({ id }) => id === 'prepared')
    expect(row).toMatchObject({ state: 'shelved', publishedAt: null, canWithdraw: false })
    await e0.ok(scheduleLesson, { lessonId: 'prepared', was: null, to: { type: 'now' } })
    expect((await member.ok(getLesson, { lessonId: 'prepared' })).blocks).toHaveLength(2)
  })
})

describe('taking it back', () => {
  test('as long as nobody has completed it; published again it is the same lesson', async () => {
    const { id, publishedAt } = await publish()
    expect(await e0.ok(scheduleLesson, { lessonId: id, was: publishedAt, to: shelf })).toMatchObject({
      state: 'shelved',
    })
    expect(await e0.ok(scheduleLesson, { lessonId: id, was: publishedAt, to: shelf })).toMatchObject({
      state: 'shelved',
    })
    expect(await onPhone(member)).not.toContain(id)
    expect(await member.code(completeLesson, { lessonId: id, chosen: [1] })).toBe('NOT_FOUND')
    // answered without a network while it stood
    expect(await member.ok(completeLesson, { lessonId: id, chosen: [1], answeredAt: publishedAt ?? 0 })).toMatchObject({
      correct: true,
    })
    await e0.ok(scheduleLesson, { lessonId: id, was: null, to: { type: 'now' } })
    expect((await member.ok(getLesson, { lessonId: id })).completedAt).not.toBeNull()
  })

  test('not once somebody has, and trying changes nothing', async () => {
    const { id, publishedAt } = await publish()
    await member.ok(completeLesson, { lessonId: id, chosen: [1] })
    expect(await e0.code(scheduleLesson, { lessonId: id, was: publishedAt, to: shelf })).toBe('LESSON_TAKEN')
    expect(await onPhone(county.as('e2'))).toContain(id)
  })
})
