import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { getHome } from '../../../src/contracts/learn'
import {
  cancelThemeDay,
  changeThemeDay,
  listPlannedDays,
  planThemeDays,
  restoreThemeDay,
} from '../../../src/contracts/plan-days'
import { getOverview } from '../../../src/contracts/stats'
import {
  askLeave,
  checkIn,
  checkInRemotely,
  getCheckInBoard,
  getThemeDay,
  listThemeDays,
  openCheckIn,
  recordProxy,
  reopenCheckIn,
} from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, type Player, startCounty } from '../../support/county/start-county'

let county: County
let e0: Player
let member: Player
let away: Player
beforeAll(async () => {
  county = await startCounty()
  e0 = county.as('e0')
  member = county.as('e1')
  away = county.as('e2')
})
afterAll(() => county.cloud.stop())

const content = {
  title: '十一月主题党日',
  place: '村党群服务中心',
  forms: ['groupStudy' as const],
  agenda: ['集中学习', '讨论下月工作'],
  remote: true,
}
const tomorrow = { startsAt: NOON + 24 * HOUR, endsAt: NOON + 26 * HOUR }
let orders = 0
const plan = async (times = tomorrow, orgId = 'east') => {
  orders += 1
  const { ids } = await e0.ok(planThemeDays, {
    key: `plan-${String(orders).padStart(6, '0')}`,
    orgId,
    ...content,
    times: [times],
  })
  return ids[0] ?? ''
}
const listed = async (id: string) =>
  (await e0.ok(listPlannedDays, { orgId: 'east', year: 2026 })).days.find((day) => day.id === id)
const mineOf = async (who: Player, id: string) =>
  (await who.ok(listThemeDays, { before: null })).coming.find((row) => row.id === id)

describe('planning', () => {
  test('members see it at once; its secret is its own, and nobody is told', async () => {
    const id = await plan()
    const other = await plan()
    const seen = await member.ok(getThemeDay, { themeDayId: id })
    const { remote: _remote, ...told } = content
    expect(seen).toMatchObject({ ...told, ...tomorrow, status: 'planned', expected: true, cancelled: null })
    expect(await mineOf(member, id)).toMatchObject({ mine: 'due', status: 'planned' })
    expect(await mineOf(county.as('w0'), id)).toBeUndefined()
    const days = await county.cloud.all<ThemeDayDoc>('themeDays')
    const secrets = days.filter(({ _id }) => [id, other].includes(_id)).map(({ secret }) => secret)
    expect(new Set(secrets).size).toBe(2)
    expect(secrets.every((secret) => secret.length === 32)).toBe(true)
    expect(JSON.stringify(await e0.ok(listPlannedDays, { orgId: 'east', year: 2026 }))).not.toContain(secrets[0])
    expect(await listed(id)).toMatchObject({ ...content, opened: false, canChange: true, canRestore: false, leaves: 0 })
  })

  test('the same order sent again, or after a call that died half way, is the same theme days', async () => {
    const times = [0, 1, 2].map((month) => ({
      startsAt: NOON + month * 720 * HOUR + 24 * HOUR,
      endsAt: NOON + month * 720 * HOUR + 26 * HOUR,
    }))
    const order = { key: 'plan-the-year', orgId: 'east', ...content, times }
    const { ids } = await e0.ok(planThemeDays, order)
    expect(ids).toHaveLength(3)
    await e0.ok(cancelThemeDay, { themeDayId: ids[1] ?? '', reason: '与县里的会冲突' })
    expect((await e0.ok(planThemeDays, order)).ids).toEqual(ids)
    expect((await listed(ids[1] ?? ''))?.cancelled?.reason).toBe('与县里的会冲突')
  })

  test('refuses times that cannot be, words that WeChat refuses, and who does not answer for the organisation', async () => {
    const order = { key: 'plan-refused', orgId: 'east', ...content, times: [tomorrow] }
    const wrong = [
      { startsAt: NOON + 2 * HOUR, endsAt: NOON + HOUR },
      { startsAt: NOON - 3 * HOUR, endsAt: NOON - HOUR },
      { startsAt: NOON + HOUR, endsAt: NOON + 40 * HOUR },
      { startsAt: NOON + 700 * 24 * HOUR, endsAt: NOON + 700 * 24 * HOUR + HOUR },
    ]
    for (const times of wrong) expect(await e0.code(planThemeDays, { ...order, times: [times] })).toBe('PLAN_TIMES')
    expect(await e0.code(planThemeDays, { ...order, title: '测试违规' })).toBe('TEXT_REFUSED')
    expect(await e0.code(planThemeDays, { ...order, title: ' ' })).toBe('BAD_INPUT')
    for (const who of ['e1', 'w0', 'inspector', 'admin']) {
      expect(await county.as(who).code(planThemeDays, order)).toBe('FORBIDDEN')
    }
    expect(await e0.code(planThemeDays, { ...order, orgId: 'town' })).toBe('FORBIDDEN')
  })

  test('a committee holds a joint one: everyone below it is invited', async () => {
    const order = { key: 'plan-joint', orgId: 'town', ...content, times: [tomorrow] }
    const { ids } = await county.as('townorg').ok(planThemeDays, order)
    for (const who of ['e1', 'w1']) {
      expect(await mineOf(county.as(who), ids[0] ?? '')).toMatchObject({ mine: 'due' })
    }
    expect(await e0.code(cancelThemeDay, { themeDayId: ids[0], reason: '不归他管' })).toBe('FORBIDDEN')
  })
})

describe('changing', () => {
  test('before the opening; leave stays, and of two the slower is told', async () => {
    const themeDayId = await plan()
    await member.ok(askLeave, { themeDayId, reason: 'work', note: '' })
    const later = { startsAt: tomorrow.startsAt + HOUR, endsAt: tomorrow.endsAt + HOUR }
    const change = { themeDayId, was: null, ...content, title: '改到下午', ...later }
    const changed = await e0.ok(changeThemeDay, change)
    expect(changed).toMatchObject({ title: '改到下午', ...later, leaves: 1 })
    expect(changed.changedAt).not.toBeNull()
    // the answer was lost
    expect((await e0.ok(changeThemeDay, change)).changedAt).toBe(changed.changedAt)
    expect(await e0.code(changeThemeDay, { ...change, title: '又一稿' })).toBe('CHANGED_MEANWHILE')
    const seen = await member.ok(getThemeDay, { themeDayId })
    expect([seen.leave?.reason, seen.changedAt, seen.title]).toEqual(['work', changed.changedAt, '改到下午'])
    expect(await e0.code(changeThemeDay, { ...change, was: changed.changedAt, endsAt: later.startsAt })).toBe(
      'PLAN_TIMES',
    )
    expect(await e0.code(changeThemeDay, { ...change, was: changed.changedAt, place: '测试违规' })).toBe('TEXT_REFUSED')
  })

  test('not once it was opened, nor one that is over', async () => {
    const themeDayId = await plan({ startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR })
    await e0.ok(openCheckIn, { themeDayId })
    const change = { themeDayId, was: null, ...content, ...tomorrow }
    expect(await e0.code(changeThemeDay, change)).toBe('THEMEDAY_OPENED')
    expect(await e0.code(cancelThemeDay, { themeDayId, reason: '不办了' })).toBe('THEMEDAY_OPENED')
    expect(await e0.code(changeThemeDay, { ...change, themeDayId: 'eastpast' })).toBe('THEMEDAY_OPENED')
  })

  test('opening and calling off at once: one of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const themeDayId = await plan({ startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR })
      await Promise.all([
        e0.call(openCheckIn, { themeDayId }),
        county.as('townorg').call(cancelThemeDay, { themeDayId, reason: '下雨不办了' }),
      ])
      const day = (await county.cloud.all<ThemeDayDoc>('themeDays')).find(({ _id }) => _id === themeDayId)
      expect(Boolean(day?.roster)).toBe(!day?.cancelled)
      expect(day?.status).toBe(day?.cancelled ? 'closed' : 'open')
    }
  })
})

describe('calling off', () => {
  test('members read why, nobody is expected, nobody can take part, and it counts nowhere', async () => {
    const themeDayId = await plan({ startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR })
    const before = await county
      .as('countyorg')
      .ok(getOverview, { orgId: 'county', from: '2026-11-01', to: '2026-11-30' })
    const row = await e0.ok(cancelThemeDay, { themeDayId, reason: '与县里的会冲突' })
    expect(row).toMatchObject({ status: 'closed', canChange: false, canRestore: true })
    // the first reason stands
    expect((await e0.ok(cancelThemeDay, { themeDayId, reason: '再说一遍' })).cancelled?.reason).toBe('与县里的会冲突')
    expect(await mineOf(member, themeDayId)).toMatchObject({ mine: 'none', status: 'closed', cancelled: true })
    const seen = await away.ok(getThemeDay, { themeDayId })
    expect([seen.cancelled?.reason, seen.remote]).toEqual(['与县里的会冲突', null])
    expect((await member.ok(getHome, {})).themeDays.find(({ id }) => id === themeDayId)?.cancelled).toBe(true)

    expect(await member.code(askLeave, { themeDayId, reason: 'work', note: '' })).toBe('CHECKIN_ENDED')
    expect(await member.code(checkIn, { themeDayId, code: '123456' })).toBe('CHECKIN_ENDED')
    const text = '在外地也学了这次的内容。'
    expect(await away.code(checkInRemotely, { themeDayId, text })).toBe('CHECKIN_ENDED')
    expect(await e0.code(openCheckIn, { themeDayId })).toBe('CHECKIN_ENDED')
    expect(await e0.code(reopenCheckIn, { themeDayId })).toBe('CHECKIN_ENDED')
    expect(await e0.code(recordProxy, { themeDayId, personId: 'e1', reason: 'frail', note: '' })).toBe(
      'CHECKIN_NOT_OPEN',
    )
    expect(await e0.ok(getCheckInBoard, { themeDayId })).toMatchObject({ cancelled: true, frozen: false, token: null })
    // also not afterwards
    await county.cloud.clock(NOON + 4 * HOUR)
    expect(await e0.code(openCheckIn, { themeDayId })).toBe('CHECKIN_ENDED')
    await county.cloud.clock(NOON)
    const after = await county
      .as('countyorg')
      .ok(getOverview, { orgId: 'county', from: '2026-11-01', to: '2026-11-30' })
    expect(after.figures).toEqual(before.figures)
  })

  test('is undone as long as it could be held, and then it is as it was, with its leave', async () => {
    const themeDayId = await plan({ startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR })
    await member.ok(askLeave, { themeDayId, reason: 'away', note: '' })
    await e0.ok(cancelThemeDay, { themeDayId, reason: '点错了' })
    expect(await member.code(restoreThemeDay, { themeDayId })).toBe('FORBIDDEN')
    expect(await e0.ok(restoreThemeDay, { themeDayId })).toMatchObject({
      status: 'planned',
      cancelled: null,
      leaves: 1,
    })
    expect(await e0.ok(restoreThemeDay, { themeDayId })).toMatchObject({ status: 'planned' })
    expect(await mineOf(member, themeDayId)).toMatchObject({ mine: 'leave' })
    expect((await e0.ok(openCheckIn, { themeDayId })).status).toBe('open')

    const gone = await plan({ startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR })
    await e0.ok(cancelThemeDay, { themeDayId: gone, reason: '不办了' })
    await county.cloud.clock(NOON + 3 * HOUR)
    expect(await e0.code(restoreThemeDay, { themeDayId: gone })).toBe('TOO_LATE_TO_UNDO')
    await county.cloud.clock(NOON)
  })
})
