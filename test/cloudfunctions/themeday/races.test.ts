import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  askLeave,
  checkIn,
  checkInRemotely,
  decideLateScan,
  getCheckInBoard,
  listAttendance,
  listThemeDays,
  recordAbsence,
  recordProxy,
} from '../../../src/contracts/themeday'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, screenAt, storedOf } from './screen'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const text = '在外地自学了这次的内容，有两点体会。'

/** Everything that can be entered about e2 at once; each may be refused, none may be half done. */
function everythingAtOnce(id: string) {
  const e2 = { themeDayId: id, personId: 'e2' }
  const { token, code } = screenAt(id, NOON)
  return Promise.all([
    county.as('e2').call(checkIn, { token }),
    county.as('e2').call(checkIn, { themeDayId: id, code }),
    county.as('e2').call(checkInRemotely, { themeDayId: id, text }),
    county.as('e0').call(recordProxy, { ...e2, reason: 'other', note: '' }),
    county.as('e2').call(askLeave, { themeDayId: id, reason: 'work', note: '' }),
    county.as('e0').call(recordAbsence, { ...e2, leave: { reason: 'family', note: '' } }),
    county.as('e2').call(checkIn, { token: screenAt(id, NOON - 20 * MINUTE).token }),
    county.as('e0').call(decideLateScan, { ...e2, accept: true }),
    county.as('e0').call(decideLateScan, { ...e2, accept: false }),
  ])
}

/** One fact at most, and every screen says the same of it. */
async function agree(id: string) {
  const facts = (await storedOf(county, id)).facts.filter(({ personId }) => personId === 'e2')
  expect(facts.length).toBeLessThanOrEqual(1)
  const channel = facts[0]?.channel
  const state =
    channel === undefined ? undefined : { self: 'onSite', import: 'onSite', remote: 'remote', proxy: 'proxy' }[channel]
  const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: id })
  const row = rows.find(({ personId }) => personId === 'e2')
  if (state) expect(row?.state).toBe(state)
  else expect(['absent', 'leave', 'lateScan']).toContain(row?.state)
  const board = await county.as('e0').ok(getCheckInBoard, { themeDayId: id })
  const counted = { onSite: board.onSite, remote: board.remote, proxy: board.proxy, leave: board.leave }
  const none = { onSite: 0, remote: 0, proxy: 0, leave: 0 }
  expect({ ...counted, lateScans: board.lateScans }).toEqual({
    ...none,
    lateScans: row?.state === 'lateScan' ? 1 : 0,
    ...(row && row.state in none && { [row.state]: 1 }),
  })
  const { coming } = await county.as('e2').ok(listThemeDays, { before: null })
  const mine = coming.find((one) => one.id === id)?.mine
  expect(mine).toBe({ onSite: 'in', absent: 'due' }[row?.state as string] ?? row?.state)
  return { facts, attendances: (await storedOf(county, id)).attendances }
}

test('entered in every way at once, someone has one fact, and all screens agree on it', async () => {
  for (const id of ['race-a', 'race-b', 'race-c']) {
    await county.cloud.put('themeDays', [openDay(id)])
    const answers = await everythingAtOnce(id)
    for (const { answer } of answers) if (!answer.ok) expect(answer.error.code).not.toBe('INTERNAL')
    const { facts, attendances } = await agree(id)
    expect(facts).toHaveLength(1)
    expect(attendances.filter(({ personId }) => personId === 'e2').length).toBeLessThanOrEqual(1)
    // everything sent once more changes nothing
    await everythingAtOnce(id)
    expect((await storedOf(county, id)).facts).toEqual(facts)
    await agree(id)
  }
})

test('with calls that die between writes and answers that get lost, sent until they arrive, it is the same', async () => {
  const id = 'race-chaos'
  await county.cloud.put('themeDays', [openDay(id)])
  await county.cloud.chaos({ seed: 7, killAfterWrite: 0.3, dropAnswer: 0.3 })
  for (let round = 0; round < 8; round++) await everythingAtOnce(id).catch(() => undefined)
  await county.cloud.chaos(null)
  await everythingAtOnce(id)
  const { facts } = await agree(id)
  expect(facts).toHaveLength(1)
})

test('of two who decide a late scan at once, one decides', async () => {
  const ids = ['pair-a', 'pair-b', 'pair-c', 'pair-d']
  await county.cloud.put(
    'themeDays',
    ids.map((id) => openDay(id)),
  )
  for (const id of ids) {
    await county.as('e1').ok(checkIn, { token: screenAt(id, NOON - 20 * MINUTE).token })
    const decide = (accept: boolean) => county.as('e0').call(decideLateScan, { themeDayId: id, personId: 'e1', accept })
    await Promise.all([decide(true), decide(false), decide(true), decide(false)])
    const { facts, attendances } = await storedOf(county, id)
    const state = attendances[0]?.lateScan?.state
    expect(facts).toHaveLength(state === 'accepted' ? 1 : 0)
  }
})
