import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TriesDoc } from '../../../cloudfunctions/_data/documents'
import { checkIn } from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, plannedDay, screenAt } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const typed = async (who: string, themeDayId: string, code: string) => {
  const { answer } = await county.as(who).call(checkIn, { themeDayId, code })
  return answer.ok ? { code: 'ok', message: '' } : { code: answer.error.code, message: answer.error.message }
}
const tries = async (subject: string) =>
  (await county.cloud.all<TriesDoc>('tries')).filter(({ _id }) => _id.endsWith(subject))

describe('a typed code that waited on a phone', () => {
  test('is told to be old, and is no guess that locks the others out', async () => {
    await county.cloud.put('themeDays', [openDay('slow', { endsAt: NOON + 6 * HOUR })])
    const { code } = screenAt('slow', NOON)
    await county.cloud.clock(NOON + 25 * MINUTE)
    expect(await typed('e1', 'slow', code)).toMatchObject({
      code: 'CODE_EXPIRED',
      message: expect.stringContaining('现在屏幕上的码'),
    })
    expect(await tries('.slow')).toEqual([])
  })

  test('is told where to turn when the check-in is over, without a try', async () => {
    await county.cloud.put('themeDays', [openDay('over')])
    const { code } = screenAt('over', NOON)
    // over at NOON + 2 h; its last code is good for ten minutes more
    await county.cloud.clock(NOON + 2 * HOUR + 5 * MINUTE)
    expect(await typed('e1', 'over', code)).toMatchObject({
      code: 'CODE_EXPIRED',
      message: expect.stringContaining('补录'),
    })
    expect(await tries('openid-e1')).toHaveLength(1)
    await county.cloud.clock(NOON + 2 * HOUR + 10 * MINUTE)
    for (let i = 0; i < 8; i++) {
      expect(await typed('e2', 'over', code)).toMatchObject({ code: 'CHECKIN_ENDED' })
    }
    expect(await tries('openid-e2')).toEqual([])
  })

  test('is no guess either before the opening, or where nobody opened it', async () => {
    await county.cloud.put('themeDays', [plannedDay('before')])
    for (let i = 0; i < 8; i++)
      expect(await typed('e0', 'before', '123456')).toMatchObject({ code: 'CHECKIN_NOT_OPEN' })
    await county.cloud.clock(NOON + 3 * HOUR)
    expect(await typed('e0', 'before', '123456')).toMatchObject({ code: 'CHECKIN_ENDED' })
    expect(await tries('openid-e0')).toEqual([])
  })
})
