import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkIn, closeCheckIn, getCheckInBoard, openCheckIn, reopenCheckIn } from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, plannedDay, screenAt } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const DAY = 24 * HOUR
const stored = async (id: string) =>
  (await county.cloud.all<{ _id: string; status: string; closedAt: number | null; roster: unknown }>('themeDays')).find(
    ({ _id }) => _id === id,
  )
const linesAbout = async (id: string) =>
  (await county.cloud.all<{ actor: string; action: string; object: string }>('audit'))
    .filter(({ object }) => object === id)
    .map(({ actor, action }) => `${actor} ${action}`)

test('a check-in cannot be opened before the day of its theme day, and the board says from when', async () => {
  // NOON is 10:00 in Asia/Shanghai: this one starts on the next day at 10:00
  await county.cloud.put('themeDays', [plannedDay('tomorrow', { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR })])
  const asked = { themeDayId: 'tomorrow' }
  const midnight = NOON + 14 * HOUR
  expect(await county.as('e0').ok(getCheckInBoard, asked)).toMatchObject({ opensFrom: midnight, frozen: false })
  expect(await county.as('e0').code(openCheckIn, asked)).toBe('CHECKIN_TOO_EARLY')
  expect(await stored('tomorrow')).toMatchObject({ status: 'planned', roster: null })
  await county.cloud.clock(midnight)
  expect(await county.as('e0').ok(openCheckIn, asked)).toMatchObject({ status: 'open', frozen: true })
})

describe('closing a check-in', () => {
  test('can be undone for ten minutes: the codes are shown again, with the same roster', async () => {
    await county.cloud.put('themeDays', [openDay('slip', { endsAt: NOON + 6 * HOUR })])
    const asked = { themeDayId: 'slip' }
    const before = await stored('slip')
    const closed = await county.as('e0').ok(closeCheckIn, asked)
    expect(closed).toMatchObject({ status: 'closed', token: null })
    const { closedAt } = (await stored('slip')) ?? {}
    expect(closed.reopenUntil).toBe((closedAt ?? 0) + 10 * MINUTE)
    // closing it again neither closes it later nor lengthens what can be undone
    await county.cloud.clock(NOON + 5 * MINUTE)
    expect((await county.as('e0').ok(closeCheckIn, asked)).reopenUntil).toBe(closed.reopenUntil)
    expect(await county.as('e1').code(checkIn, { token: screenAt('slip', NOON + 5 * MINUTE).token })).toBe(
      'CHECKIN_ENDED',
    )

    const board = await county.as('e0').ok(reopenCheckIn, asked)
    expect(board).toMatchObject({ status: 'open', reopenUntil: null, frozen: true, expected: 3 })
    expect(await stored('slip')).toEqual(before)
    await county.as('e1').ok(checkIn, { token: board.token })
    // of an open one nothing changes
    expect(await county.as('e0').ok(reopenCheckIn, asked)).toMatchObject({ status: 'open', onSite: 1 })
    expect((await linesAbout('slip')).sort()).toEqual(['e0 closeCheckIn', 'e0 reopenCheckIn'])
  })

  test('stays after ten minutes, after the end, and cannot be undone where nothing was opened', async () => {
    await county.cloud.put('themeDays', [
      openDay('final'),
      openDay('ended', { endsAt: NOON + 4 * MINUTE }),
      openDay('runout', { endsAt: NOON + 4 * MINUTE }),
      plannedDay('planned'),
    ])
    for (const themeDayId of ['final', 'ended']) await county.as('e0').ok(closeCheckIn, { themeDayId })
    await county.cloud.clock(NOON + 4 * MINUTE)
    // a minute of real time at most has gone by while this test ran
    for (const themeDayId of ['ended', 'runout']) {
      expect(await county.as('e0').code(reopenCheckIn, { themeDayId })).toBe('CHECKIN_ENDED')
    }
    await county.cloud.clock(NOON + 15 * MINUTE)
    const { answer } = await county.as('e0').call(reopenCheckIn, { themeDayId: 'final' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CHECKIN_ENDED', message: expect.stringContaining('补录') },
    })
    expect(await county.as('e0').code(reopenCheckIn, { themeDayId: 'planned' })).toBe('CHECKIN_NOT_OPEN')
    expect(await county.as('e0').code(reopenCheckIn, { themeDayId: 'nothing' })).toBe('NOT_FOUND')
    expect(await stored('final')).toMatchObject({ status: 'closed' })
  })

  test('and opening it again at once by ten phones leaves it one or the other, whole', async () => {
    await county.cloud.put('themeDays', [openDay('tenfold', { endsAt: NOON + 6 * HOUR })])
    const asked = { themeDayId: 'tenfold' }
    await county.as('e0').ok(closeCheckIn, asked)
    const contracts = [reopenCheckIn, closeCheckIn]
    const calls = Array.from({ length: 10 }, (_, i) => county.as('e0').call(contracts[i % 2] ?? closeCheckIn, asked))
    for (const { answer } of await Promise.all(calls)) if (!answer.ok) expect(answer.error.code).toBe('BUSY')
    const { status, closedAt } = (await stored('tenfold')) ?? {}
    expect(closedAt === null).toBe(status === 'open')
    expect(await county.as('e0').ok(reopenCheckIn, asked)).toMatchObject({ status: 'open' })
  })
})
