import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PersonDoc, ReminderDoc, SendingDoc, SubscriptionDoc } from '../../../cloudfunctions/_data/documents'
import type { Answer } from '../../../src/contracts/action'
import { getHome } from '../../../src/contracts/learn'
import { completeLesson } from '../../../src/contracts/lesson'
import { recordLeave } from '../../../src/contracts/organise'
import { listInbox, readInbox, remindMissing, remindSecretaries } from '../../../src/contracts/remind'
import { listMissing } from '../../../src/contracts/stats'
import { HOUR, NOON, themeDays } from '../../support/county/activities'
import { openidOf, organisations, people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'

vi.setConfig({ testTimeout: 240_000 })

const DAY = 24 * HOUR
const november = { from: '2026-11-01', to: '2026-11-30' }
const lessons = { kind: 'lesson' as const, ...november }

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

/** Each test has days of its own: nobody is reminded twice on one. */
let now = NOON
beforeEach(async () => {
  now += DAY
  await county.cloud.clock(now)
})

const rows = () => county.cloud.all<ReminderDoc>('reminders')
const inbox = async (who: string) => (await county.as(who).ok(listInbox, {})).rows
const timer = async () => {
  const answer = await county.cloud.timer<Answer<{ ended: number; sent: number }>>('remind')
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}
const allow = async (personId: string, template: string, count: number) => {
  await county.cloud.put('subscriptions', [{ _id: `${personId}.${template}`, personId, template, count, keys: [] }])
  if (count > 0) {
    await county.cloud.post('/local/consent', { templateIds: [template], times: count, openid: openidOf(personId) })
  }
}
const consents = async (personId: string, template: string) =>
  (await county.cloud.all<SubscriptionDoc>('subscriptions')).find(({ _id }) => _id === `${personId}.${template}`)?.count
const messagesTo = async (personId: string) =>
  (await county.cloud.outbox()).filter(({ toUser }) => toUser === openidOf(personId))

describe('who has not taken part is reminded', () => {
  test('as many as the list of the missing has, once; a repeat is the same order', async () => {
    const list = await county.as('e0').ok(listMissing, { orgId: 'east', ...lessons })
    const order = { key: 'remind-east-1', orgId: 'east', ...lessons }
    const told = await county.as('e0').ok(remindMissing, order)
    expect(told).toEqual({ reminded: list.missing, already: 0, going: false, waitsUntil: null })
    expect(await county.as('e0').ok(remindMissing, order)).toEqual(told)
    expect(await inbox('e1')).toMatchObject([
      {
        cause: 'missing',
        fromOrgName: '东村支部',
        text: '11 月的微党课，您还没有学。挑一门学完、答对检测题就算参加。',
        read: false,
      },
    ])
    expect(await inbox('w0')).toEqual([])
  })

  test('at most once a day, whoever does it; the next day again', async () => {
    const first = await county.as('e0').ok(remindMissing, { key: 'remind-east-2', orgId: 'east', ...lessons })
    expect(first).toMatchObject({ reminded: 3, already: 0 })
    const town = await county.as('townorg').ok(remindMissing, { key: 'remind-town-2', orgId: 'town', ...lessons })
    expect(town).toMatchObject({ reminded: 2, already: 3 })
    expect((await inbox('w0'))[0]?.fromOrgName).toBe('示例镇党委')
    now += DAY
    await county.cloud.clock(now)
    const again = await county.as('townorg').ok(remindMissing, { key: 'remind-town-3', orgId: 'town', ...lessons })
    expect(again).toMatchObject({ reminded: 5, already: 0 })
  })

  test('two who order at the same moment send one reminder each', async () => {
    const order = (key: string) => ({ key, orgId: 'town', ...lessons })
    const [a, b] = await Promise.all([
      county.as('townorg').ok(remindMissing, order('remind-both-a')),
      county.as('countyorg').ok(remindMissing, order('remind-both-b')),
    ])
    expect(a.reminded + b.reminded).toBe(5)
    const today = (await rows()).filter(({ sentAt }) => (sentAt ?? 0) >= now)
    expect(new Set(today.map(({ personId }) => personId)).size).toBe(today.length)
  })

  test('some of them only; nobody of another branch, whoever is named', async () => {
    const order = { key: 'remind-some-1', orgId: 'east', ...lessons, personIds: ['e1', 'w0', 'nobody'] }
    expect(await county.as('e0').ok(remindMissing, order)).toMatchObject({ reminded: 1 })
    expect(await county.as('e0').code(remindMissing, { ...order, personIds: ['e2'] })).toBe('KEY_USED')
    expect(await county.as('e0').code(remindMissing, { ...order, key: 'remind-some-2', orgId: 'west' })).toBe(
      'FORBIDDEN',
    )
    expect(await county.as('inspector').code(remindMissing, { ...order, key: 'remind-some-3' })).toBe('FORBIDDEN')
  })

  test('not for a time that is over', async () => {
    const past = { kind: 'lesson' as const, from: '2026-10-01', to: '2026-10-31' }
    expect(await county.as('e0').code(remindMissing, { key: 'remind-past-1', orgId: 'east', ...past })).toBe(
      'PERIOD_OVER',
    )
    const org = { key: 'remind-past-2', orgId: 'town', from: past.from, to: past.to }
    expect(await county.as('townorg').code(remindSecretaries, org)).toBe('PERIOD_OVER')
  })
})

describe('the time of rest', () => {
  test('what is ordered at ten in the evening goes out at eight, but not to who took part meanwhile or has left', async () => {
    await county.cloud.clock(now + 12 * HOUR)
    const told = await county.as('e0').ok(remindMissing, { key: 'remind-night-1', orgId: 'east', ...lessons })
    const morning = now - 2 * HOUR + DAY
    expect(told).toMatchObject({ reminded: 3, waitsUntil: morning })
    const before = (await inbox('e1')).length
    await timer()
    expect(await inbox('e1')).toHaveLength(before)
    await county.cloud.clock(now + 13 * HOUR)
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    const day = new Date(now + 8 * HOUR).toISOString().slice(0, 10)
    await county.as('admin').ok(recordLeave, { key: 'leave-e2-night', personId: 'e2', day, reason: 'resigned' })
    await county.cloud.clock(morning + 60_000)
    await timer()
    expect(await inbox('e1')).toHaveLength(before)
    expect((await inbox('e0'))[0]?.sentAt).toBeGreaterThanOrEqual(morning)
    expect((await rows()).filter(({ sendingId, state }) => sendingId !== null && state === 'dropped')).toHaveLength(2)
    // e1's reminder of that morning was not needed: it was none
    now += DAY
  })
})

describe('the evening of the last day', () => {
  test('a reminder that would come when the time is over is refused; an order from before is told of', async () => {
    const last = new Date(now + 8 * HOUR).toISOString().slice(0, 10)
    const order = { orgId: 'east', kind: 'lesson' as const, from: '2026-11-01', to: last }
    const given = { key: 'remind-last-1', ...order }
    const told = await county.as('e0').ok(remindMissing, given)
    await county.cloud.clock(now + 12 * HOUR)
    expect(await county.as('e0').ok(remindMissing, given)).toEqual(told)
    const { answer } = await county.as('e0').call(remindMissing, { ...given, key: 'remind-last-2' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'PERIOD_OVER', message: expect.stringContaining('明早') },
    })
    now += DAY
  })

  test('nobody is reminded of a quiz that will be over by the morning', async () => {
    const quizzes = await county.cloud.all<{ _id: string }>('quizzes')
    const open = quizzes.find(({ _id }) => _id === 'open')
    await county.cloud.put('quizzes', [{ ...open, _id: 'tonight', title: '今晚截止', closesAt: now + 13 * HOUR }])
    await county.cloud.clock(now + 12 * HOUR)
    const to = new Date(now + 3 * DAY).toISOString().slice(0, 10)
    const order = { orgId: 'west', kind: 'quiz' as const, from: '2026-11-01', to }
    await county.as('townorg').ok(remindMissing, { key: 'remind-tonight', ...order })
    await county.cloud.clock(now + 22 * HOUR + 60_000)
    await timer()
    expect((await inbox('w0'))[0]?.text).not.toContain('今晚截止')
    expect((await inbox('w0'))[0]?.kind).toBe('quiz')
    now += DAY
  })
})

describe('by WeChat where it is allowed', () => {
  const remindW = async (key: string) =>
    county.as('townorg').ok(remindMissing, { key, orgId: 'west', ...lessons, personIds: ['w0'] })

  test('one permission is one message; without one, or refused, the inbox has it', async () => {
    await allow('w0', 'reminder', 1)
    await remindW('remind-w0-1')
    expect(await messagesTo('w0')).toMatchObject([
      {
        templateId: 'reminder',
        page: 'mine/pages/inbox/index',
        data: { thing3: { value: '示例镇党委' } },
      },
    ])
    expect(await consents('w0', 'reminder')).toBe(0)
    expect((await rows()).find(({ _id }) => _id.startsWith('w0.') && _id.endsWith(dayText(now)))?.via).toBe('message')
  })

  test('a repeat and the timer send no second one', async () => {
    await allow('w0', 'reminder', 2)
    await remindW('remind-w0-2')
    await remindW('remind-w0-2')
    await timer()
    expect(await messagesTo('w0')).toHaveLength(2)
    expect(await consents('w0', 'reminder')).toBe(1)
  })

  test('WeChat says that there is none left: the inbox has it, and nothing is counted any more', async () => {
    // ours says one, WeChat has had them all: one was left of the test before, and one is used here first
    await county.cloud.put('subscriptions', [
      { _id: 'w1.reminder', personId: 'w1', template: 'reminder', count: 3, keys: [] },
    ])
    await county.as('townorg').ok(remindMissing, { key: 'remind-w1-1', orgId: 'west', ...lessons, personIds: ['w1'] })
    expect(await messagesTo('w1')).toEqual([])
    expect(await consents('w1', 'reminder')).toBe(0)
    expect((await inbox('w1'))[0]?.sentAt).toBeGreaterThanOrEqual(now)
  })

  test('WeChat is busy: the permission stays, the inbox has it', async () => {
    await allow('w1', 'reminder', 1)
    const busy = { next: { 'subscribeMessage.send': [{ json: { errcode: -1, errmsg: 'system error' } }] } }
    await county.cloud.post('/local/openapi', busy, { 'x-local-admin': '1' })
    await county.as('townorg').ok(remindMissing, { key: 'remind-w1-2', orgId: 'west', ...lessons, personIds: ['w1'] })
    expect(await messagesTo('w1')).toEqual([])
    expect(await consents('w1', 'reminder')).toBe(1)
    expect((await inbox('w1'))[0]?.sentAt).toBeGreaterThanOrEqual(now)
  })

  test('who died in between has used one permission at most, and the timer never sends it again', async () => {
    await allow('w0', 'reminder', 5)
    await remindW('remind-w0-3')
    const sent = (await messagesTo('w0')).length
    const [mine] = (await rows()).filter(({ _id }) => _id === `w0.${dayText(now)}`)
    // as it stands when the worker died after it took it up
    await county.cloud.put('reminders', [{ ...mine, state: 'sending', open: true, via: null }])
    const left = await consents('w0', 'reminder')
    await timer()
    expect((await rows()).find(({ _id }) => _id === mine?._id)?.state).toBe('sending')
    await county.cloud.clock(now + HOUR)
    await timer()
    expect((await rows()).find(({ _id }) => _id === mine?._id)).toMatchObject({
      state: 'sent',
      via: 'inbox',
      open: false,
    })
    expect([await consents('w0', 'reminder'), (await messagesTo('w0')).length]).toEqual([left, sent])
  })
})

describe('secretaries of branches that held no theme day', () => {
  test('are told, and branches without a secretary are counted', async () => {
    const told = await county.as('townorg').ok(remindSecretaries, { key: 'remind-sec-1', orgId: 'town', ...november })
    expect(told).toEqual({ reminded: 1, already: 0, going: false, waitsUntil: null, vacant: 1 })
    expect((await inbox('e0'))[0]).toMatchObject({
      cause: 'holding',
      fromOrgName: '示例镇党委',
      text: '东村支部 11 月还没有主题党日的参加记录。还没开的请安排，开过的请补录。',
    })
  })
})

describe('what one asked for oneself', () => {
  test('tomorrow’s theme day, once, however often it is looked for; not on leave, not for other branches', async () => {
    const [sample] = themeDays
    const tomorrow = { ...sample, _id: 'tomorrowday', title: '集中学习', startsAt: now + DAY, endsAt: now + DAY + HOUR }
    await county.cloud.put('themeDays', [tomorrow, { ...tomorrow, _id: 'westtomorrow', orgId: 'west' }])
    for (const who of ['e0', 'e1', 'w1']) await allow(who, 'themeDay', 1)
    const leave = { reason: 'work', note: '', at: now, by: 'self', recorder: null }
    await county.cloud.put('attendances', [
      { _id: 'tomorrowday.e1', themeDayId: 'tomorrowday', personId: 'e1', leave, lateScan: null },
    ])
    await timer()
    await timer()
    await county.cloud.clock(now + 5 * HOUR)
    await timer()
    const found = (await rows()).filter(({ cause }) => cause === 'themeDay')
    expect(found.map(({ _id, via }) => [_id, via]).sort()).toEqual([
      [`e0.themeDay-${dayText(now + DAY)}.tomorrowday`, 'message'],
      [`w1.themeDay-${dayText(now + DAY)}.westtomorrow`, 'message'],
    ])
    expect((await inbox('e0'))[0]).toMatchObject({
      fromOrgName: null,
      activityId: 'tomorrowday',
      text: '明天 10:00，集中学习，在活动室。来不了可以先请假。',
    })
  })

  test('one that was moved after it was reminded of comes up again', async () => {
    const [sample] = themeDays
    const held = (at: number) => ({ ...sample, _id: 'moving', startsAt: at, endsAt: at + HOUR })
    await county.cloud.put('themeDays', [held(now + DAY)])
    await allow('e0', 'themeDay', 2)
    await timer()
    await county.cloud.put('themeDays', [held(now + 2 * DAY)])
    now += DAY
    await county.cloud.clock(now)
    await timer()
    await timer()
    const mine = (await rows()).filter(({ activityId, personId }) => activityId === 'moving' && personId === 'e0')
    expect(mine).toHaveLength(2)
    await county.cloud.put('themeDays', [{ ...held(now - DAY), status: 'closed' }])
  })

  test('a quiz that closes within two days, to who has not answered', async () => {
    const quizzes = await county.cloud.all<{ _id: string }>('quizzes')
    const open = quizzes.find(({ _id }) => _id === 'open')
    await county.cloud.put('quizzes', [{ ...open, _id: 'closing', title: '快截止的答题', closesAt: now + DAY }])
    await allow('d0', 'quiz', 1)
    await timer()
    expect(await inbox('d0')).toMatchObject([{ cause: 'quiz', kind: 'quiz', activityId: 'closing' }])
    expect(await messagesTo('d0')).toMatchObject([{ templateId: 'quiz', page: 'pages/quiz/index?quizId=closing' }])
    // closed by hand nobody can begin in it
    await county.cloud.put('quizzes', [{ ...open, _id: 'shut', closesAt: now + DAY, closedAt: now - HOUR }])
    await allow('d0', 'quiz', 1)
    await county.cloud.clock(now + 5 * HOUR)
    await timer()
    expect((await inbox('d0')).map(({ activityId }) => activityId)).toEqual(['closing'])
  })
})

describe('the inbox', () => {
  test('is one’s own; home says how many are unread, still in three requests', async () => {
    const { unread, rows: mine } = await county.as('e0').ok(listInbox, {})
    expect(unread).toBeGreaterThan(0)
    const home = await county.as('e0').call(getHome, {})
    if (!home.answer.ok) throw new Error(home.answer.error.code)
    expect([home.answer.data.unread, home.databaseRequests]).toEqual([unread, 3])
    // what comes after what was seen stays unread
    const seen = mine[1]?.sentAt ?? 0
    const left = mine.filter(({ sentAt }) => sentAt > seen).length
    expect(await county.as('e0').ok(readInbox, { until: seen })).toEqual({ unread: left })
    expect(await county.as('e0').ok(readInbox, { until: now + DAY })).toEqual({ unread: 0 })
    expect((await county.as('e0').ok(getHome, {})).unread).toBe(0)
  })

  test('page by page nothing is left out, also of what came in the same moment', async () => {
    const [some] = await rows()
    const at = now - 30 * DAY
    const told = Array.from({ length: 130 }, (_, i) => ({
      ...{ ...some, _id: `w1.2026-10-01-${i}`, personId: 'w1', state: 'sent', open: false, readAt: null },
      sentAt: at - (i < 45 ? i : i < 60 ? 45 : i),
    }))
    await county.cloud.put('reminders', told)
    const seen: string[] = []
    let before: number | null = null
    do {
      const page: { rows: { id: string; sentAt: number }[]; next: number | null } = await county
        .as('w1')
        .ok(listInbox, { before })
      seen.push(...page.rows.flatMap(({ id, sentAt }) => (sentAt <= at ? [id] : [])))
      before = page.next
    } while (before !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(130)
  })
})

describe('a large order', () => {
  test('goes on by the timer after a death, and reminds everyone once', async () => {
    const many = Array.from({ length: 450 }, (_, i): PersonDoc => person(`m${i}`, 'desk', 1000 + i))
    const desk = organisations.find(({ _id }) => _id === 'desk')
    const stored = await county.cloud.all<PersonDoc>('people')
    await county.cloud.put('organisations', [
      {
        ...desk,
        seats: [
          [20, 30],
          [1000, 1450],
        ],
      },
    ])
    await putPeople(county.cloud, [...stored.filter(({ _id }) => people.some((one) => one._id === _id)), ...many])
    const order = { key: 'remind-large', orgId: 'desk', ...lessons, to: '2026-12-31' }
    await county.as('countyorg').ok(remindMissing, order)
    const orders = async () =>
      (await county.cloud.all<SendingDoc>('sendings')).find(({ orgId }) => orgId === 'desk') as SendingDoc
    // whoever ordered does not wait for the rest
    while ((await orders()).open) await timer()
    const sending = await orders()
    // as it stands when its worker died after it wrote a step's reminders, and before it wrote where it ended
    await county.cloud.put('sendings', [{ ...sending, after: 1199, step: sending.step + 1, open: true }])
    while ((await orders()).open || (await timer()).sent > 0) await timer()
    const told = await county.as('countyorg').ok(remindMissing, order)
    expect(told).toMatchObject({ going: false, already: 0 })
    const desks = (await rows()).filter(({ sendingId }) => sendingId === sending._id)
    expect(new Set(desks.map(({ personId }) => personId)).size).toBe(told.reminded)
    expect(told.reminded).toBe(450 + 5)
    expect(desks.every(({ state }) => state === 'sent')).toBe(true)
  })
})

const dayText = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 10)
