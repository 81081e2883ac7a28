import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getHome } from '../../../src/contracts/learn'
import { makeFact } from '../../../src/domain/participation/fact'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { rosterOfSeats } from '../../support/roster'
import { openDay } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const home = async (who: string) => (await county.as(who).ok(getHome, {})).themeDays
const part = async (who: string, id: string) => (await home(who)).find((row) => row.id === id)
const fact = (activityId: string, channel: 'self' | 'remote', occurredAt: number) =>
  makeFact({
    ...{ kind: 'themeday', activityId, channel, occurredAt, recordedAt: occurredAt },
    person: { id: 'e2', seat: 2, orgId: 'east', mobile: true },
  })
const scanOf = (themeDayId: string, personId: string, state: 'waiting' | 'declined') => {
  const scan = { slotStartsAt: NOON, slotEndsAt: NOON + 30_000, scannedAt: NOON, receivedAt: NOON, decidedBy: null }
  return { _id: `${themeDayId}.${personId}`, themeDayId, personId, leave: null, lateScan: { ...scan, state } }
}

describe('theme days on the home page', () => {
  test('say what one’s part in them is', async () => {
    const began = NOON - 100 * HOUR
    await county.cloud.put('themeDays', [
      openDay('scanned'),
      openDay('declined'),
      openDay('long', { startsAt: began }),
      // its roster was frozen without e2, who came later
      openDay('frozen', { roster: rosterOfSeats([0, 1], [], NOON - HOUR) }),
    ])
    await county.cloud.put('attendances', [scanOf('scanned', 'e2', 'waiting'), scanOf('declined', 'e2', 'declined')])
    await county.cloud.put('facts', [fact('long', 'self', began + HOUR)])
    expect(await part('e2', 'scanned')).toMatchObject({ mine: 'lateScan', canManage: false })
    expect(await part('e2', 'declined')).toMatchObject({ mine: 'due', status: 'open' })
    // on its first day, four days ago
    expect(await part('e2', 'long')).toMatchObject({ mine: 'in' })
    expect(await part('e2', 'frozen')).toMatchObject({ mine: 'none', remote: false })
    expect(await part('e0', 'scanned')).toMatchObject({ mine: 'due', canManage: true })
  })

  test('stay for two days where one can still take part from afar, else for one', async () => {
    const over = { startsAt: NOON - 32 * HOUR, endsAt: NOON - 30 * HOUR }
    await county.cloud.put('themeDays', [openDay('afar', over), openDay('afardone', over), openDay('afarscan', over)])
    await county.cloud.put('facts', [fact('afardone', 'remote', NOON - 31 * HOUR)])
    await county.cloud.put('attendances', [scanOf('afarscan', 'e1', 'waiting')])
    expect(await part('e2', 'afar')).toMatchObject({ mine: 'due', status: 'closed', remote: true })
    expect(await part('e2', 'afardone')).toBeUndefined()
    // who is no mobile member cannot do anything about it any more; a scan still waits for its answer
    expect(await part('e1', 'afar')).toBeUndefined()
    expect(await part('e1', 'afarscan')).toMatchObject({ mine: 'lateScan' })
    await county.cloud.clock(NOON + 18 * HOUR)
    expect(await part('e2', 'afar')).toBeUndefined()
  })
})
