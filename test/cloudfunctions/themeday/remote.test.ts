import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ReflectionDoc } from '../../../cloudfunctions/_data/documents'
import { correctParticipation } from '../../../src/contracts/organise'
import { checkIn, checkInRemotely, getThemeDay, listThemeDays } from '../../../src/contracts/themeday'
import { submitReflection } from '../../../src/contracts/writing'
import { HOUR, NOON } from '../../support/county/activities'
import { person } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, plannedDay, screenAt, storedOf } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
  const days = ['far', 'later', 'words', 'both', 'back', 'onsite', 'moved'].map((id) => openDay(id))
  await county.cloud.put('themeDays', [...days, plannedDay('unopened'), openDay('here', { remote: false })])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const text = '今天在外地自学了党章第三条，记下两点体会。'
const reflections = async (themeDayId: string) =>
  (await county.cloud.all<ReflectionDoc>('reflections')).filter(({ about }) => about.id === themeDayId)

describe('a mobile member', () => {
  test('takes part from afar with a short reflection, in three requests; sent again it is the first one', async () => {
    const first = await county.as('e2').call(checkInRemotely, { themeDayId: 'far', text })
    if (!first.answer.ok) throw new Error(first.answer.error.code)
    expect(first.databaseRequests).toBe(3)
    const { checkedInAt } = first.answer.data
    expect(checkedInAt - NOON).toBeLessThan(60_000)
    await county.cloud.clock(NOON + HOUR)
    expect(await county.as('e2').ok(checkInRemotely, { themeDayId: 'far', text })).toEqual(first.answer.data)
    const { facts } = await storedOf(county, 'far')
    expect(facts).toEqual([
      expect.objectContaining({ channel: 'remote', mobile: true, occurredAt: checkedInAt, personId: 'e2' }),
    ])
    const kept = { _id: 'themeday.far.e2', orgId: 'east', title: '测试主题党日eastday', text, state: 'shown' }
    expect(await reflections('far')).toEqual([expect.objectContaining(kept)])
    const day = await county.as('e2').ok(getThemeDay, { themeDayId: 'far' })
    expect(day).toMatchObject({ channel: 'remote', reflection: { text, state: 'shown' } })
  })

  test('may do so until 48 hours after the end, and it counts on the day itself; the list says so', async () => {
    await county.cloud.clock(NOON + 49 * HOUR)
    const { past } = await county.as('e2').ok(listThemeDays, { before: null })
    expect(past.find(({ id }) => id === 'later')).toMatchObject({ status: 'closed', mine: 'due' })
    await county.cloud.clock(NOON + 50 * HOUR)
    expect(await county.as('e2').code(checkInRemotely, { themeDayId: 'later', text })).toBe('CHECKIN_ENDED')
    await county.cloud.clock(NOON + 49 * HOUR)
    const { checkedInAt } = await county.as('e2').ok(checkInRemotely, { themeDayId: 'later', text })
    expect(checkedInAt).toBe(NOON + 2 * HOUR - 1)
    expect((await storedOf(county, 'later')).facts).toEqual([expect.objectContaining({ day: '2026-11-10' })])
  })

  test('is told what stands in the way', async () => {
    const remotely = (who: string, themeDayId: string) => county.as(who).code(checkInRemotely, { themeDayId, text })
    expect(await remotely('e2', 'unopened')).toBe('CHECKIN_NOT_OPEN')
    expect(await remotely('e2', 'here')).toBe('NOT_REMOTE')
    expect(await remotely('e1', 'far')).toBe('NOT_REMOTE')
    expect(await remotely('w0', 'far')).toBe('NOT_EXPECTED')
    expect(await remotely('e2', 'nothing')).toBe('NOT_FOUND')
    expect(await county.as('e2').code(checkInRemotely, { themeDayId: 'words', text: '短  ' })).toBe('BAD_INPUT')
  })

  test('whose text is refused has not taken part; politics are looked at by a person', async () => {
    const words = (extra: string) => ({ themeDayId: 'words', text: `${text}${extra}` })
    expect(await county.as('e2').code(checkInRemotely, words('测试违规'))).toBe('TEXT_REFUSED')
    expect(await storedOf(county, 'words')).toEqual({ facts: [], attendances: [] })
    expect(await reflections('words')).toEqual([])
    expect(await county.as('e2').ok(checkInRemotely, words('测试时政'))).toMatchObject({ state: 'review' })
    expect((await storedOf(county, 'words')).facts).toHaveLength(1)
  })

  test('who wrote another one on another phone is told that it stands, and that this one is still on the phone', async () => {
    await county.cloud.put('themeDays', [openDay('phones')])
    const asked = { themeDayId: 'phones', text }
    await county.as('e2').ok(checkInRemotely, asked)
    const other = `${text}另一部手机上写的。`
    const second = await county.as('e2').call(checkInRemotely, { ...asked, text: other })
    expect(second.answer).toMatchObject({
      ok: false,
      error: { code: 'CHANGED_MEANWHILE', message: expect.stringContaining('还在手机里') },
    })
    // nothing was written for it, and a repeat of either says the same as before
    expect(second.databaseRequests).toBe(1)
    expect(await county.as('e2').code(checkInRemotely, { ...asked, text: other })).toBe('CHANGED_MEANWHILE')
    expect(await county.as('e2').ok(checkInRemotely, asked)).toMatchObject({ state: 'shown' })
    expect((await reflections('phones')).map((one) => one.text)).toEqual([text])
    // the writer chooses: what was kept on the phone takes the other's place knowingly, and what is in it counts as said
    const [kept] = await reflections('phones')
    const pen = { phone: 'phonephone', at: NOON }
    const about = { kind: 'themeday' as const, id: 'phones' }
    await county.as('e2').ok(submitReflection, { about, text: other, pen, base: kept?.writtenAt ?? null })
    expect(await county.as('e2').ok(checkInRemotely, asked)).toMatchObject({ state: 'shown' })
    expect((await reflections('phones')).map((one) => one.text)).toEqual([other])
    expect((await storedOf(county, 'phones')).facts).toHaveLength(1)
  })

  test('who wrote a reflection before has taken part, and it stands as it is, also when it was returned', async () => {
    const [given] = await reflections('far')
    const before = { ...given, _id: 'themeday.both.e2', about: { kind: 'themeday', id: 'both' } }
    const returned = { text: '先写的长体会，留着。', state: 'returned', returned: '请写具体些', judgedBy: 'e0' }
    await county.cloud.put('reflections', [{ ...before, ...returned }])
    const { answer, databaseRequests } = await county.as('e2').call(checkInRemotely, { themeDayId: 'both', text })
    expect(answer).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } })
    expect(databaseRequests).toBe(2)
    expect((await storedOf(county, 'both')).facts).toMatchObject([{ channel: 'remote', personId: 'e2' }])
    // a piece of it does not bring it back before the secretary's eyes
    const piece = { themeDayId: 'both', text: '先写的长体会，留着。' }
    expect(await county.as('e2').ok(checkInRemotely, piece)).toMatchObject({ state: 'returned' })
    expect(await reflections('both')).toEqual([expect.objectContaining(returned)])
  })

  test('whose call died before the fact is recorded by the timer, once, as of then', async () => {
    await county.cloud.put('themeDays', [openDay('died')])
    await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
    await expect(county.as('e2').call(checkInRemotely, { themeDayId: 'died', text })).rejects.toThrow()
    await county.cloud.chaos(null)
    const [kept] = await reflections('died')
    expect(kept?.takesPart?.occurredAt).toBeGreaterThanOrEqual(NOON)
    expect((await storedOf(county, 'died')).facts).toEqual([])
    const rollup = async (at: number) => {
      await county.cloud.clock(at)
      return county.cloud.timer<{ data: { recorded: number } }>('rollup')
    }
    expect(await rollup(NOON + MINUTE)).toMatchObject({ data: { recorded: 0 } })
    expect(await rollup(NOON + 5 * MINUTE)).toMatchObject({ data: { recorded: 1 } })
    expect((await storedOf(county, 'died')).facts).toMatchObject([
      { personId: 'e2', channel: 'remote', occurredAt: kept?.takesPart?.occurredAt, orgId: 'east', mobile: true },
    ])
    expect(await rollup(NOON + 10 * MINUTE)).toMatchObject({ data: { recorded: 0 } })
    await county.cloud.clock(NOON + HOUR)
    expect(await county.as('e2').ok(checkInRemotely, { themeDayId: 'died', text })).toMatchObject({ state: 'shown' })
    expect((await storedOf(county, 'died')).facts).toHaveLength(1)
  })

  test('who came in person stays so, and the text is kept', async () => {
    await county.as('e2').ok(checkIn, { token: screenAt('onsite', NOON).token })
    await county.as('e2').ok(checkInRemotely, { themeDayId: 'onsite', text })
    expect((await storedOf(county, 'onsite')).facts.map(({ channel }) => channel)).toEqual(['self'])
    expect(await reflections('onsite')).toHaveLength(1)
  })

  test('whose record was taken back, or who was no member on that day, is told so', async () => {
    await county.as('e2').ok(checkInRemotely, { themeDayId: 'back', text })
    const back = { kind: 'themeday' as const, activityId: 'back', personId: 'e2', withdrawn: true, reason: '重复录入' }
    await county.as('e0').ok(correctParticipation, back)
    expect(await county.as('e2').code(checkInRemotely, { themeDayId: 'back', text })).toBe('WITHDRAWN')
    // came on the 11th, and the theme day was on the 10th
    const seatings = [{ seat: 2, orgId: 'east', from: '2026-11-11', until: null }]
    await county.cloud.put('people', [person('e2', 'east', 2, { mobile: true, seatings })])
    await county.cloud.clock(NOON + 24 * HOUR)
    expect(await county.as('e2').code(checkInRemotely, { themeDayId: 'moved', text })).toBe('NOT_MEMBER_THEN')
    await county.cloud.put('people', [person('e2', 'east', 2, { mobile: true })])
  })

  test('sending the same ten times at once leaves one fact and one reflection', async () => {
    await county.cloud.put('themeDays', [openDay('tenfold')])
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => county.as('e2').call(checkInRemotely, { themeDayId: 'tenfold', text })),
    )
    for (const { answer } of answers) if (!answer.ok) expect(answer.error.code).toBe('BUSY')
    expect(answers.some(({ answer }) => answer.ok)).toBe(true)
    expect((await storedOf(county, 'tenfold')).facts).toHaveLength(1)
    expect((await reflections('tenfold')).map((one) => one.text)).toEqual([text])
  })
})
