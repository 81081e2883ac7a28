import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { OutputOf } from '../../../src/contracts/action'
import { checkIn, listAttendance, listThemeDays, type ThemeDayCursor } from '../../../src/contracts/themeday'
import { makeFact } from '../../../src/domain/participation/fact'
import { freezeRoster } from '../../../src/domain/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, plannedDay, screenAt } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const DAY = 24 * HOUR
/** Three of the crowd have a name that one would look for. */
const massOf = (i: number) => ([1700, 2200, 2299].includes(i) ? { name: `测试难找${i}` } : {})
const arrival = (id: string, seat: number) =>
  makeFact({
    ...{ kind: 'themeday', activityId: 'mass', occurredAt: NOON, recordedAt: NOON, channel: 'self' },
    person: { id, seat, orgId: 'west', mobile: false },
  })
const pastDay = (_id: string, startsAt: number, orgId = 'east') =>
  openDay(_id, { orgId, startsAt, endsAt: startsAt + HOUR, status: 'closed', closedAt: startsAt + HOUR })

describe('one’s own theme days', () => {
  test('are those of the branch and of what is above it, to come soonest first, with one’s part in them', async () => {
    await county.cloud.put('themeDays', [
      plannedDay('tomorrow', { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR }),
      plannedDay('ofcounty', { orgId: 'county', startsAt: NOON + 2 * DAY, endsAt: NOON + 3 * DAY }),
      plannedDay('foreign', { orgId: 'desk', startsAt: NOON + DAY, endsAt: NOON + 2 * DAY }),
      pastDay('missed', NOON - 3 * DAY),
      // never opened: nobody was expected
      plannedDay('dropped', { startsAt: NOON - 4 * DAY, endsAt: NOON - 4 * DAY + HOUR }),
    ])
    const { answer, databaseRequests } = await county.as('e1').call(listThemeDays, { before: null })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(3)
    const { coming, past, next } = answer.data
    const part = (rows: typeof coming) => rows.map(({ id, mine }) => [id, mine])
    expect(part(coming)).toEqual([
      ['eastday', 'due'],
      ['tomorrow', 'due'],
      ['ofcounty', 'due'],
    ])
    expect(part(past)).toEqual([
      ['eastpast', 'absent'],
      ['missed', 'absent'],
      ['dropped', 'none'],
    ])
    expect(next).toBeNull()
    expect(coming[0]).toMatchObject({ orgName: '东村支部', canManage: false })
    expect((await county.as('e0').ok(listThemeDays, { before: null })).coming[0]).toMatchObject({ canManage: true })
  })

  test('of someone who was transferred are of each branch those of its time', async () => {
    const moved = person('w0', 'west', 10, {
      seatings: [
        { seat: 9, orgId: 'east', from: null, until: '2026-11-09' },
        { seat: 10, orgId: 'west', from: '2026-11-09', until: null },
      ],
    })
    await county.cloud.put('people', [moved])
    await county.cloud.put('themeDays', [pastDay('oldwest', NOON - 3 * DAY, 'west')])
    const { coming, past } = await county.as('w0').ok(listThemeDays, { before: null })
    expect(coming.map(({ id }) => id)).toEqual(['westday', 'ofcounty'])
    // those of east before the 9th; not west's of the 7th
    expect(past.map(({ id }) => id)).toEqual(['eastpast', 'missed', 'dropped'])
  })

  test('come twenty at a time, and none is lost where several begin at once', async () => {
    const many = Array.from({ length: 45 }, (_, i) =>
      pastDay(`many-${i}`, NOON - (10 + Math.floor(i / 9)) * DAY, 'west'),
    )
    await county.cloud.put('themeDays', many)
    const seen: string[] = []
    let before = null as ThemeDayCursor | null
    for (let page = 0; page < 4; page++) {
      const answer: { past: { id: string }[]; next: typeof before; coming: unknown[] } = await county
        .as('w1')
        .ok(listThemeDays, { before })
      if (before) expect(answer.coming).toEqual([])
      expect(answer.past.length).toBeLessThanOrEqual(20)
      seen.push(...answer.past.map(({ id }) => id))
      before = answer.next
      if (!before) break
    }
    expect(before).toBeNull()
    expect(seen).toHaveLength(new Set(seen).size)
    expect(new Set(seen)).toEqual(new Set([...many.map(({ _id }) => _id), 'oldwest']))
  })
})

describe('the list of names', () => {
  test('of 300 takes as many requests as one of three', async () => {
    const crowd = Array.from({ length: 300 }, (_, i) => person(`crowd${i}`, 'east', 1_000 + i))
    await putPeople(county.cloud, [...people, ...crowd])
    const roster = freezeRoster(crowd, NOON - HOUR)
    await county.cloud.put('themeDays', [openDay('crowded', { roster })])
    await county.as('crowd7').ok(checkIn, { token: screenAt('crowded', NOON).token })
    const { answer, databaseRequests } = await county.as('e0').call(listAttendance, { themeDayId: 'crowded' })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(4)
    expect(answer.data).toMatchObject({ expected: 300, frozen: true })
    expect(answer.data.rows).toHaveLength(300)
    expect(answer.data.rows[299]).toMatchObject({ personId: 'crowd7', state: 'onSite' })
  })

  test('goes on after a thousand, and whose scan waits stands on the first page', async () => {
    const crowd = Array.from({ length: 2300 }, (_, i) => person(`mass${i}`, 'west', 10_000 + i, massOf(i)))
    await putPeople(county.cloud, [...people, ...crowd])
    await county.cloud.put('themeDays', [openDay('mass', { orgId: 'west', roster: freezeRoster(crowd, NOON - HOUR) })])
    const asked = { themeDayId: 'mass' }
    const scanned = screenAt('mass', NOON - 20 * MINUTE).token
    await county.as('mass2200').ok(checkIn, { token: scanned })
    // everybody of the second page came: more than one answer holds, and none of them is shown as absent
    const came = crowd.slice(1000, 2000).map(({ _id, seat }) => arrival(_id, seat))
    await county.cloud.put('facts', came)
    const pages: OutputOf<typeof listAttendance>['rows'][] = []
    for (let after: number | null = null, more = true; more; ) {
      const page: OutputOf<typeof listAttendance> = await county.as('townorg').ok(listAttendance, { ...asked, after })
      expect(page.expected).toBe(2300)
      pages.push(page.rows)
      after = page.next
      more = page.next !== null
    }
    expect(pages.map((rows) => rows.length)).toEqual([1001, 1000, 299])
    expect(pages[0]?.[0]).toMatchObject({ personId: 'mass2200', state: 'lateScan' })
    expect(new Set(pages.flat().map(({ personId }) => personId)).size).toBe(2300)
    expect(pages[1]?.filter(({ state }) => state !== 'onSite')).toEqual([])
    expect(pages[0]?.filter(({ state }) => state === 'absent')).toHaveLength(1000)
  })

  test('of thousands is searched by a part of the name, read as text and not as a pattern', async () => {
    const find = async (name: string) => {
      const { rows, next } = await county.as('townorg').ok(listAttendance, { themeDayId: 'mass', name })
      expect(next).toBeNull()
      return rows.map(({ personId, state }) => [personId, state])
    }
    expect(await find('难找')).toEqual([
      ['mass2200', 'lateScan'],
      ['mass2299', 'absent'],
      ['mass1700', 'onSite'],
    ])
    expect(await find('.*')).toEqual([])
    // of the town, but not on this roster
    expect(await find('测试e1')).toEqual([])
    expect(await find('测试mass')).toHaveLength(200)
  })

  test('before the opening has every member', async () => {
    const { rows, frozen } = await county.as('e0').ok(listAttendance, { themeDayId: 'tomorrow' })
    expect(frozen).toBe(false)
    expect(rows).toHaveLength(303)
    expect(rows.find(({ personId }) => personId === 'e2')).toMatchObject({ mobile: true, state: 'absent' })
  })
})
