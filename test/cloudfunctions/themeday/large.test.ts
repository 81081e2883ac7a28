import { afterAll, beforeAll, expect, test } from 'vitest'
import { getHome } from '../../../src/contracts/learn'
import { checkIn, getCheckInBoard, listAttendance, listThemeDays } from '../../../src/contracts/themeday'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { rosterOfSeats } from '../../support/roster'
import { openDay, screenAt } from './screen'

const EVERYONE = 45_000

let county: County
beforeAll(async () => {
  county = await startCounty()
  const seats = Array.from({ length: EVERYONE }, (_, seat) => seat)
  const roster = rosterOfSeats(
    seats,
    seats.filter((seat) => seat % 7 === 2),
    NOON - 60_000,
  )
  expect(JSON.stringify(roster).length).toBeLessThan(40_000)
  await county.cloud.put('themeDays', [openDay('all', { orgId: 'county', roster })])
})
afterAll(() => county.cloud.stop())

test('of 45,000 people one checks in with as many requests as of three, and sees it in the list and at home', async () => {
  const { token, code } = screenAt('all', NOON)
  const scanned = await county.as('e1').call(checkIn, { token })
  expect([scanned.answer.ok, scanned.databaseRequests]).toEqual([true, 2])
  const typed = await county.as('w0').call(checkIn, { themeDayId: 'all', code })
  expect([typed.answer.ok, typed.databaseRequests]).toEqual([true, 3])

  const list = await county.as('e1').call(listThemeDays, { before: null })
  if (!list.answer.ok) throw new Error(list.answer.error.code)
  expect(list.databaseRequests).toBe(3)
  expect(list.answer.data.coming.find(({ id }) => id === 'all')).toMatchObject({ mine: 'in' })
  const home = await county.as('e2').call(getHome, {})
  if (!home.answer.ok) throw new Error(home.answer.error.code)
  expect(home.databaseRequests).toBe(3)
  expect(home.answer.data.themeDays.find(({ id }) => id === 'all')).toMatchObject({ mine: 'due', remote: true })
})

test('its board and its list of names say how many are expected, and where the list goes on', async () => {
  const board = await county.as('countyorg').ok(getCheckInBoard, { themeDayId: 'all' })
  expect(board).toMatchObject({ expected: EVERYONE, onSite: 2 })
  const page = await county.as('countyorg').ok(listAttendance, { themeDayId: 'all' })
  // the county has few people; the seats of the page are the first thousand
  expect(page).toMatchObject({ expected: EVERYONE, next: 999 })
  expect(page.rows.filter(({ state }) => state === 'onSite').map(({ personId }) => personId)).toEqual(['e1', 'w0'])
  const last = await county.as('countyorg').ok(listAttendance, { themeDayId: 'all', after: EVERYONE - 2 })
  expect(last).toMatchObject({ rows: [], next: null })
  const found = await county.as('countyorg').ok(listAttendance, { themeDayId: 'all', name: 'w1' })
  expect(found.rows.map(({ personId, state }) => [personId, state])).toEqual([['w1', 'absent']])
})
