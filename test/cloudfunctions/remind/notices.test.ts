import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { QuizDoc, ReminderDoc, SendingDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import type { Answer } from '../../../src/contracts/action'
import { applyKey, proposeKey } from '../../../src/contracts/analysis'
import { cancelThemeDay, changeThemeDay, planThemeDays, restoreThemeDay } from '../../../src/contracts/plan-days'
import { listInbox } from '../../../src/contracts/remind'
import { askLeave } from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { openidOf } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { keyed, paper, work } from '../analysis/support'

vi.setConfig({ testTimeout: 240_000 })

const DAY = 24 * HOUR
/** A change has settled by then: ten minutes, and what the calls before took. */
const SETTLED = 11 * 60_000

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

/** Each test has a week of its own. */
let now = NOON
beforeEach(async () => {
  now += 7 * DAY
  await county.cloud.clock(now)
})

const timer = async (at: number) => {
  await county.cloud.clock(at)
  const answer = await county.cloud.timer<Answer<{ ended: number; sent: number }>>('remind')
  if (!answer.ok) throw new Error(answer.error.code)
}
/** What a person was told from a moment on, latest first. */
const told = async (who: string, since: number) =>
  (await county.as(who).ok(listInbox, {})).rows.filter(({ sentAt }) => sentAt >= since)
const day = async (id: string) =>
  (await county.cloud.all<ThemeDayDoc>('themeDays')).find(({ _id }) => _id === id) as ThemeDayDoc

const content = {
  title: '测试党日',
  place: '活动室',
  forms: ['groupStudy' as const],
  agenda: [],
  remote: true,
}
let orders = 0
/** In three days, at ten in the morning, of east, by its secretary. */
async function plan() {
  orders += 1
  const times = { startsAt: now + 3 * DAY, endsAt: now + 3 * DAY + 2 * HOUR }
  const { ids } = await county
    .as('e0')
    .ok(planThemeDays, { key: `notice-${orders}-plan`, orgId: 'east', ...content, times: [times] })
  return { themeDayId: ids[0] ?? '', ...times }
}
const change = async (themeDayId: string, to: object) => {
  const { changedAt = null, startsAt, endsAt } = await day(themeDayId)
  return county.as('e0').ok(changeThemeDay, { themeDayId, was: changedAt, ...content, startsAt, endsAt, ...to })
}

describe('a planned theme day that is changed', () => {
  test('is told to those whom it is for, when it has settled, once; not to whoever changed it, nor to others', async () => {
    const { themeDayId, startsAt, endsAt } = await plan()
    await county.as('e2').ok(askLeave, { themeDayId, reason: 'illness', note: '' })
    await change(themeDayId, { place: '村委会' })
    await county.cloud.clock(now + 60_000)
    await change(themeDayId, { place: '村委会', startsAt: startsAt + HOUR, endsAt: endsAt + HOUR })
    await timer(now + 60_000)
    expect(await told('e1', now)).toEqual([])

    const later = now + 60_000 + SETTLED
    await timer(later)
    await timer(later + 60_000)
    const text = /^“测试党日”有变动：时间改到 \d+ 月 \d+ 日 11:00，地点改到村委会。$/
    expect(await told('e1', now)).toMatchObject([
      { cause: 'themeDayChanged', fromOrgName: '东村支部', activityId: themeDayId, text: expect.stringMatching(text) },
    ])
    expect((await told('e2', now))[0]?.text).toMatch(/您请的假还算数；能来的话，到场签到就行。$/)
    for (const who of ['e0', 'w0', 'countyorg']) expect(await told(who, now), who).toEqual([])
    expect((await day(themeDayId)).untold).toBeNull()
  })

  test('but not when it is as it was, or nobody would come otherwise', async () => {
    const { themeDayId } = await plan()
    await change(themeDayId, { place: '村委会' })
    await change(themeDayId, {})
    const other = await plan()
    await change(other.themeDayId, { title: '测试党日二', agenda: ['讨论'] })
    const slip = await plan()
    await county.as('e0').ok(cancelThemeDay, { themeDayId: slip.themeDayId, reason: '按错了' })
    await county.as('e0').ok(restoreThemeDay, { themeDayId: slip.themeDayId })
    await timer(now + SETTLED)
    expect(await told('e1', now)).toEqual([])
    expect((await day(slip.themeDayId)).untold).toBeNull()
  })

  test('called off, and after that held all the same: both are told, the first also by WeChat where that is allowed', async () => {
    const subscription = { _id: 'e1.themeDay', personId: 'e1', template: 'themeDay', count: 1, keys: [] }
    await county.cloud.put('subscriptions', [subscription])
    await county.cloud.post('/local/consent', { templateIds: ['themeDay'], times: 1, openid: openidOf('e1') })
    const { themeDayId } = await plan()
    await county.as('e0').ok(cancelThemeDay, { themeDayId, reason: '防汛' })
    await timer(now + SETTLED)
    await county.as('e0').ok(restoreThemeDay, { themeDayId })
    await timer(now + 3 * SETTLED)
    const texts = (await told('e1', now)).map(({ text }) => text)
    expect(texts).toEqual([
      expect.stringMatching(/^“测试党日”照常开：.*，在活动室。$/),
      expect.stringMatching(/^“测试党日”取消了，原定 .*。原因：防汛。$/),
    ])
    const sent = (await county.cloud.outbox()).filter(({ toUser }) => toUser === openidOf('e1'))
    expect(sent).toHaveLength(1)
    expect(await told('e2', now)).toHaveLength(2)
  })

  test('late in the evening before it is told at once, or it would be too late', async () => {
    const { themeDayId, startsAt } = await plan()
    const evening = startsAt - 12 * HOUR
    await county.cloud.clock(evening)
    await change(themeDayId, { startsAt: startsAt - 3 * HOUR })
    await timer(evening + 60_000)
    expect(await told('e1', evening)).toHaveLength(1)
    expect((await county.cloud.outbox()).filter(({ toUser }) => toUser === openidOf('e2'))).toEqual([])
  })

  test('whoever dies between the order and its mark, or in the middle of telling, tells nobody twice', async () => {
    const { themeDayId } = await plan()
    await change(themeDayId, { place: '村委会' })
    const changed = await day(themeDayId)
    await timer(now + SETTLED)
    const sending = (await county.cloud.all<SendingDoc>('sendings')).find(({ _id }) => _id.includes(themeDayId))
    if (!sending) throw new Error('no order')
    // as if the mark had not been taken away, and the step had not been written
    await county.cloud.put('themeDays', [{ ...(await day(themeDayId)), untold: changed.untold ?? null }])
    await county.cloud.put('sendings', [{ ...sending, after: null, step: 0, open: true }])
    await timer(now + SETTLED + 60_000)
    expect(await told('e1', now)).toHaveLength(1)
    expect((await county.cloud.all<SendingDoc>('sendings')).filter(({ _id }) => _id.includes(themeDayId))).toHaveLength(
      1,
    )
  })
})

describe('a corrected key', () => {
  test('is told to those whose marks it changed, once each however often the job runs, with the way to the paper', async () => {
    await county.cloud.put('quizzes', [{ ...(keyed as QuizDoc), opensAt: now - DAY, closesAt: now + DAY }])
    // e1 gains, e2 and w0 lose, w1 and d0 stay; e1 has a second paper
    await county.cloud.put('attempts', [
      paper('e1', [1, 2, 2, 0]),
      paper('e1', [1, 1, 1, 1], { number: 2 }),
      paper('e2', [2, 2, 2, 0]),
      paper('w0', [2, 2, 2, 2]),
      paper('w1', [0, 2, 0, 0]),
    ])
    const change = { to: 'key' as const, key: [1] }
    const asked = { quizId: 'keyed', questionId: 'a', version: 0, change, reason: '条文已经修改' }
    const organiser = county.as('countyorg')
    const { correctionId, jobId } = await organiser.ok(proposeKey, { key: 'notice-key-1', ...asked })
    await work(county, 'countyorg', jobId)
    await timer(now)
    expect(await told('e1', now)).toEqual([])

    const applied = await organiser.ok(applyKey, { correctionId })
    expect(await work(county, 'countyorg', applied.jobId)).toBe('done')
    // one that was handed in and told by the new key
    const late = paper('d0', [2, 2, 2, 2])
    const submission = { ...late.submission, keyVersion: 1 }
    await county.cloud.put('attempts', [{ ...late, submission }])
    // as when its worker died after the key held: the job does its last step again
    const [job] = (await county.cloud.all<{ _id: string }>('jobs')).filter(({ _id }) => _id === applied.jobId)
    await county.cloud.put('jobs', [{ ...job, open: true, state: 'running', leaseUntil: 0 }])
    expect(await work(county, 'countyorg', applied.jobId)).toBe('done')
    await timer(now + 60_000)
    await timer(now + 120_000)

    expect(await told('e1', now)).toMatchObject([
      {
        cause: 'keyCorrected',
        fromOrgName: '示例县',
        activityId: 'keyed',
        attemptId: 'keyed.e1.1',
        text: '《测试答题》有一道题的答案更正了，您的成绩已经重新计算。打开能看到改了哪道题、为什么改。',
      },
    ])
    for (const who of ['e2', 'w0']) expect(await told(who, now), who).toHaveLength(1)
    for (const who of ['w1', 'd0', 'countyorg']) expect(await told(who, now), who).toEqual([])
    const rows = (await county.cloud.all<ReminderDoc>('reminders')).filter(({ cause }) => cause === 'keyCorrected')
    expect(rows.every(({ via }) => via === 'inbox')).toBe(true)
  })
})
