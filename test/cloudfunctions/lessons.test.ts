import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactDoc, LessonBodyDoc, LessonDoc } from '../../cloudfunctions/_data/documents'
import { completeLesson, getLesson, getMedia } from '../../src/contracts/lesson'
import { dayOf } from '../../src/domain/time'
import { HOUR, lessons, NOON } from '../support/county/activities'
import { type County, startCounty } from '../support/county/start-county'

const source = { document: '示例章程', article: '第一条' }
const first = lessons[0] as LessonDoc

/** A lesson of every kind of block, with a sound file that is really in storage. */
const rich: LessonDoc = {
  ...first,
  _id: 'rich',
  title: '有声有图的课',
  publishedAt: NOON - 24 * HOUR,
  questions: ['q1', 'q2'],
  chapter: 'sample-chapter',
  media: ['picture', 'slides', 'audio', 'video'],
  check: { ...first.check, helps: 1 },
}
const richBody = (fileId: string): LessonBodyDoc => ({
  _id: 'rich',
  blocks: [
    { type: 'picture', svg: '<svg/>', alt: '一张图', caption: '图说' },
    { type: 'text', heading: '一', paragraphs: ['段落'], source },
    { type: 'slides', title: '三步', slides: [{ svg: '<svg/>', alt: '一', text: '第一步' }] },
    { type: 'audio', title: '录音', seconds: 3, bytes: 12, captions: [{ at: 0, text: '听' }], fileId },
    {
      type: 'video',
      title: '视频',
      poster: { svg: '<svg/>', alt: '图' },
      seconds: 3,
      bytes: 9,
      captions: [],
      fileId: 'cloud://local-env.local/lessons/gone.mp4',
    },
  ],
})

let county: County
beforeAll(async () => {
  county = await startCounty()
  const elective = {
    ...first,
    track: 'elective' as const,
    _id: 'elective',
    title: '选修课',
    publishedAt: NOON - 90 * HOUR,
  }
  await county.cloud.put('lessons', [rich, elective])
  await county.cloud.put('lessonBodies', [richBody('cloud://local-env.local/lessons/sound.m4a')])
})
afterAll(() => county.cloud.stop())

describe('a lesson', () => {
  test('is given with its drawings, without files and key, in one request; and says what comes next', async () => {
    const { answer, databaseRequests } = await county.as('e1').call(getLesson, { lessonId: 'rich' })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(1)
    expect(answer.data).toMatchObject({
      id: 'rich',
      questions: ['q1', 'q2'],
      chapter: 'sample-chapter',
      completedAt: null,
      note: null,
      // required, and older than this one; the elective comes later although it is older still
      next: { id: 'lesson1', title: '测试微党课' },
    })
    expect(answer.data.blocks.map(({ type }) => type)).toEqual(['picture', 'text', 'slides', 'audio', 'video'])
    expect(JSON.stringify(answer.data)).not.toMatch(/fileId|cloud:\/\/|"key"|检查题解析/)
  })

  test('answered wrong says which block helps; answered right is done, and the next one moves on', async () => {
    const e1 = county.as('e1')
    expect(await e1.ok(completeLesson, { lessonId: 'rich', chosen: [2] })).toEqual({ correct: false, helps: 1 })
    const done = await e1.call(completeLesson, { lessonId: 'rich', chosen: [1] })
    expect(done.databaseRequests).toBe(2)
    expect((await e1.ok(getLesson, { lessonId: 'rich' })).completedAt).toBeGreaterThanOrEqual(NOON)
    await e1.ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    expect((await e1.ok(getLesson, { lessonId: 'rich' })).next).toEqual({ id: 'elective', title: '选修课' })
    await e1.ok(completeLesson, { lessonId: 'elective', chosen: [1] })
    expect((await e1.ok(getLesson, { lessonId: 'rich' })).next).toBe(null)
    // nobody else's completions count
    expect((await county.as('e2').ok(getLesson, { lessonId: 'rich' })).next?.id).toBe('lesson1')
  })

  test('whose completion was taken back is due again', async () => {
    const w1 = county.as('w1')
    await w1.ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    const facts = await county.cloud.all<{ _id: string; activityId: string }>('facts')
    const fact = facts.find(({ _id }) => _id === 'lesson.lesson1.w1')
    await county.cloud.put('facts', [{ ...fact, _id: 'lesson.lesson1.w1.1', revision: 1, withdrawn: true }])
    expect((await w1.ok(getLesson, { lessonId: 'rich' })).next?.id).toBe('lesson1')
    expect((await w1.ok(getLesson, { lessonId: 'lesson1' })).completedAt).toBe(null)
  })
})

describe('a lesson that was done without a network', () => {
  const DAY = 24 * HOUR
  const factsOf = async (id: string) =>
    (await county.cloud.all<FactDoc>('facts'))
      .filter(({ _id }) => _id.startsWith(id))
      .sort((a, b) => a.revision - b.revision)
      .map(({ occurredAt, recordedAt, day }) => ({ occurredAt, recordedAt, day }))

  test('counts on the day on which it was answered; both instants are kept; sent again it is the same', async () => {
    const e0 = county.as('e0')
    await county.cloud.clock(NOON)
    const answeredAt = NOON - 20 * HOUR
    const done = await e0.call(completeLesson, { lessonId: 'rich', chosen: [1], answeredAt })
    expect(done.databaseRequests).toBe(2)
    expect(done.answer).toMatchObject({ ok: true, data: { correct: true, completedAt: answeredAt } })
    const [fact] = await factsOf('lesson.rich.e0')
    expect(fact).toMatchObject({ occurredAt: answeredAt, recordedAt: expect.any(Number), day: dayOf(answeredAt) })
    expect(fact?.recordedAt).toBeGreaterThanOrEqual(NOON)
    expect(await e0.ok(completeLesson, { lessonId: 'rich', chosen: [1], answeredAt })).toMatchObject({
      completedAt: answeredAt,
    })
    expect(await factsOf('lesson.rich.e0')).toHaveLength(1)
  })

  test('counts when it came in, when the phone’s time cannot be', async () => {
    const w0 = county.as('w0')
    await county.cloud.clock(NOON)
    await w0.ok(completeLesson, { lessonId: 'rich', chosen: [1], answeredAt: NOON + 9 * DAY })
    await w0.ok(completeLesson, { lessonId: 'elective', chosen: [1], answeredAt: NOON - 8 * DAY })
    for (const id of ['lesson.rich.w0', 'lesson.elective.w0']) {
      const [fact] = await factsOf(id)
      expect(fact?.occurredAt).toBeGreaterThanOrEqual(NOON)
      expect(fact?.occurredAt).toBe(fact?.recordedAt)
    }
  })

  test('answered yesterday on one phone and today on another counts yesterday, in whatever order they arrive', async () => {
    const w0 = county.as('w0')
    await county.cloud.clock(NOON)
    const yesterday = NOON - DAY
    await w0.ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    const late = await w0.call(completeLesson, { lessonId: 'lesson1', chosen: [1], answeredAt: yesterday })
    expect(late.databaseRequests).toBeLessThanOrEqual(3)
    expect(late.answer).toMatchObject({ ok: true, data: { completedAt: yesterday } })
    expect((await factsOf('lesson.lesson1.w0')).map(({ day }) => day)).toEqual([dayOf(NOON), dayOf(yesterday)])
    // a wrong answer of another phone moves nothing
    await w0.ok(completeLesson, { lessonId: 'lesson1', chosen: [0], answeredAt: yesterday - DAY })
    expect(await factsOf('lesson.lesson1.w0')).toHaveLength(2)
  })
})

describe('sound and film', () => {
  test('are given out by an address that ends after an hour, and that can be heard from the middle', async () => {
    await county.cloud.clock(NOON)
    const { answer, databaseRequests } = await county.as('e1').call(getMedia, { lessonId: 'rich', block: 3 })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(1)
    const { url, expiresAt } = answer.data
    expect(expiresAt - NOON).toBeGreaterThanOrEqual(HOUR)
    expect(expiresAt - NOON).toBeLessThan(HOUR + 60_000)
    const whole = await fetch(url)
    expect([whole.status, await whole.text(), whole.headers.get('accept-ranges')]).toEqual([
      200,
      'sound-bytes!',
      'bytes',
    ])
    const part = await fetch(url, { headers: { range: 'bytes=6-' } })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'bytes!',
      'bytes 6-11/12',
    ])
    await county.cloud.clock(NOON + HOUR + 61_000)
    expect((await fetch(url)).status).toBe(403)
    await county.cloud.clock(NOON)
  })

  test('are not found where there are none', async () => {
    const e1 = county.as('e1')
    expect(await e1.code(getMedia, { lessonId: 'rich', block: 0 })).toBe('NOT_FOUND')
    expect(await e1.code(getMedia, { lessonId: 'rich', block: 99 })).toBe('NOT_FOUND')
    expect(await e1.code(getMedia, { lessonId: 'nothing', block: 0 })).toBe('NOT_FOUND')
    expect(await e1.code(getMedia, { lessonId: 'later', block: 1 })).toBe('NOT_FOUND')
    expect(await e1.code(getMedia, { lessonId: 'officelesson', block: 1 })).toBe('FORBIDDEN')
    expect(await e1.code(getMedia, { lessonId: 'rich', block: -1 })).toBe('BAD_INPUT')
    // the file itself is gone: nothing of the inside is told
    expect(await e1.code(getMedia, { lessonId: 'rich', block: 4 })).toBe('INTERNAL')
  })
})
