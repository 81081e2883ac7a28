import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CONSENT_VERSION, getMe, renewConsent, unbind } from '../../../src/contracts/identity'
import { getHome } from '../../../src/contracts/learn'
import { completeLesson } from '../../../src/contracts/lesson'
import { getMyData, getMyRecord, sendLetter } from '../../../src/contracts/me'
import {
  admitMember,
  checkRoster,
  confirmFullMember,
  recordLeave,
  setMobile,
  transferMember,
} from '../../../src/contracts/organise'
import { openidOf } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { expectSoundRoster, look, newKey } from './support'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeEach(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.stop())

const TODAY = '2026-11-10'
const transfer = (personId: string, into: string, day = TODAY, key = newKey()) =>
  county.as('townorg').ok(transferMember, { key, personId, into, day })

describe('a transfer', () => {
  test('gives a seat in the new branch, keeps the old, and answers a repeat alike', async () => {
    const input = { key: newKey(), personId: 'e1', into: 'west', day: TODAY }
    const first = await county.as('townorg').ok(transferMember, input)
    expect(first).toMatchObject({ personId: 'e1', kind: 'transfer', orgId: 'west', day: TODAY })
    expect(await county.as('townorg').ok(transferMember, input)).toEqual(first)
    expect(await look(county).person('e1')).toMatchObject({
      orgId: 'west',
      seat: 12,
      revision: 1,
      seatings: [
        { seat: 1, orgId: 'east', from: null, until: TODAY },
        { seat: 12, orgId: 'west', from: TODAY, until: null },
      ],
    })
    expect(await look(county).organisation('west')).toMatchObject({ dealt: 3, seats: [[10, 20]] })
    expect(await look(county).moves()).toMatchObject([
      { kind: 'transfer', personId: 'e1', from: 'east', to: 'west', day: TODAY, recorder: 'townorg', settled: false },
    ])
    await expectSoundRoster(county)
    // and the person goes on, in the new branch
    expect((await county.as('e1').ok(getMe, {})).org.id).toBe('west')
    expect(await county.as('townorg').code(transferMember, { ...input, into: 'desk' })).toBe('FORBIDDEN')
    expect(await county.as('townorg').code(transferMember, { ...input, day: '2026-11-09' })).toBe('KEY_USED')
  })

  test('back into the old branch takes the old seat, and no other is dealt', async () => {
    await transfer('e1', 'west')
    await transfer('e1', 'east')
    expect(await look(county).person('e1')).toMatchObject({ orgId: 'east', seat: 1 })
    expect(await look(county).organisation('east')).toMatchObject({ dealt: 3 })
    await expectSoundRoster(county)
  })

  test('two of one person at once: one is first, the other follows or is refused, and the record is whole', async () => {
    const desk = { key: newKey(), personId: 'e1', into: 'desk', day: TODAY }
    const west = { key: newKey(), personId: 'e1', into: 'west', day: TODAY }
    const answers = await Promise.all(
      [desk, west, desk, west].map((input) => county.as('countyorg').call(transferMember, input)),
    )
    expect(answers.every(({ answer }) => answer.ok)).toBe(true)
    const moves = (await look(county).moves()).filter(({ personId }) => personId === 'e1')
    expect(moves).toHaveLength(2)
    const { seatings, revision } = await look(county).person('e1')
    expect(revision).toBe(2)
    expect(seatings.map(({ until }) => until)).toEqual([TODAY, TODAY, null])
    await expectSoundRoster(county)
  })

  test('a full branch gets more seats, from the counter, ten newcomers at once', async () => {
    const input = (n: number) => ({
      key: `newcomer-${n}-key`,
      orgId: 'west',
      day: TODAY,
      who: { name: `测试新人${n}`, bornYear: 1990, fullFrom: null },
    })
    const admit = (n: number) => county.as('townorg').call(admitMember, input(n))
    // whoever is told BUSY sends again, as the client does
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => admit(n)))
      const codes = answers.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code))
      expect(codes.every((code) => code === 'ok' || code === 'BUSY')).toBe(true)
      if (codes.every((code) => code === 'ok')) break
    }
    // 10–19 hold two members and eight newcomers; the others sit where the counter was
    expect(await look(county).organisation('west')).toMatchObject({
      dealt: 12,
      seats: [
        [10, 20],
        [30, 38],
      ],
    })
    expect(await county.cloud.all('counters')).toEqual([{ _id: 'seats', next: 38 }])
    await expectSoundRoster(county)
  })
})

describe('who leaves', () => {
  test('may do nothing here any more, and is told so; the record stays', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await county.as('townorg').ok(recordLeave, { key: newKey(), personId: 'e1', day: TODAY, reason: 'transferredOut' })
    expect(await county.as('e1').code(getMe, {})).toBe('NOT_MEMBER')
    expect(await county.as('e1').code(getHome, {})).toBe('NOT_MEMBER')
    // what is stored about them stays theirs to see, and their consent theirs to give anew and to withdraw
    expect(await county.as('e1').ok(getMyData, {})).toMatchObject({
      person: { id: 'e1' },
      org: { id: 'east' },
      since: null,
    })
    expect((await county.as('e1').ok(getMyRecord, { before: null })).months).not.toEqual([])
    await county.as('e1').ok(renewConsent, { consent: { version: CONSENT_VERSION } })
    expect(
      await county.as('e1').code(sendLetter, { key: newKey(), kind: 'suggestion', text: '请告诉我名册上写了什么。' }),
    ).toBe('NOT_MEMBER')
    expect(await look(county).person('e1')).toMatchObject({ orgId: 'east', seat: 1, name: '测试e1' })
    await expectSoundRoster(county)
    // today they were no member any more: what they did today is taken back, visibly
    expect(await look(county).facts('e1')).toMatchObject([
      { revision: 0, withdrawn: false },
      { revision: 1, withdrawn: true, recorder: 'roster' },
    ])
    // and with the mistake it is set right again
    await county.as('townorg').ok(admitMember, { key: newKey(), orgId: 'east', day: TODAY, who: { personId: 'e1' } })
    expect(await look(county).person('e1')).toMatchObject({ seat: 1, orgId: 'east' })
    expect((await look(county).facts('e1')).at(-1)).toMatchObject({ revision: 2, withdrawn: false, seat: 1 })
    expect((await county.as('e1').ok(getHome, {})).month).toMatchObject({ lessons: 1 })
    await expectSoundRoster(county)
  })

  test('may still withdraw the consent', async () => {
    await county.as('townorg').ok(recordLeave, { key: newKey(), personId: 'e1', day: TODAY, reason: 'resigned' })
    expect(await county.as('e1').ok(unbind, { deleteWritings: true })).toEqual({ bound: false })
    expect(await county.as('e1').code(getMyData, {})).toBe('NOT_BOUND')
  })

  test('whose office is above the organiser’s is not theirs to remove', async () => {
    const input = { key: newKey(), personId: 'e1', day: TODAY, reason: 'resigned' }
    const e1 = await look(county).person('e1')
    await county.cloud.put('people', [{ ...e1, roles: [{ role: 'organiser', orgId: 'county' }] }])
    expect(await county.as('townorg').code(recordLeave, input)).toBe('FORBIDDEN')
    await county.as('countyorg').ok(recordLeave, input)
    expect(await look(county).moves()).toMatchObject([{ rolesEnded: [{ role: 'organiser', orgId: 'county' }] }])
  })
})

describe('the roster', () => {
  test('takes someone new, who can be bound and is on probation until they are a full member', async () => {
    const who = { name: ' 测试新人 ', bornYear: 2001, fullFrom: null }
    const input = { key: newKey(), orgId: 'east', day: '2026-11-01', who }
    const { personId } = await county.as('townorg').ok(admitMember, input)
    expect(await county.as('townorg').ok(admitMember, input)).toMatchObject({ personId })
    expect(await look(county).person(personId)).toMatchObject({
      name: '测试新人',
      seat: 3,
      orgId: 'east',
      fullFrom: null,
    })
    await county.cloud.put('bindings', [{ _id: openidOf('new'), personId, boundAt: 0 }])
    expect((await county.as('new').ok(getHome, {})).org.id).toBe('east')
    await county.as('townorg').ok(confirmFullMember, { key: newKey(), personId, day: '2026-11-05' })
    expect(await look(county).person(personId)).toMatchObject({ fullFrom: '2026-11-05' })
    await expectSoundRoster(county)
  })

  test('knows since when someone is away, and facts since then are those of a mobile member', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await county.as('e0').ok(setMobile, { key: newKey(), personId: 'e1', mobile: true, day: TODAY })
    expect(await look(county).facts('e1')).toMatchObject([{ mobile: false }, { revision: 1, mobile: true }])
    await county.as('e0').ok(setMobile, { key: newKey(), personId: 'e1', mobile: false, day: TODAY })
    expect((await look(county).facts('e1')).at(-1)).toMatchObject({ revision: 2, mobile: false })
    await expectSoundRoster(county)
  })

  test('is checked against the people, and made anew where it differs', async () => {
    const ask = (rebuild: boolean) => county.as('admin').ok(checkRoster, { orgId: 'county', rebuild })
    expect(await ask(false)).toEqual({ people: 10, blocks: 1, differing: [], rebuilt: false })
    const [block] = await county.cloud.all<{ _id: string }>('rosters')
    await county.cloud.put('rosters', [{ ...block, born: '' }])
    expect(await ask(false)).toMatchObject({ differing: ['part-0'], rebuilt: false })
    expect(await ask(true)).toMatchObject({ differing: ['part-0'], rebuilt: true })
    expect(await ask(false)).toMatchObject({ differing: [] })
    await expectSoundRoster(county)
    expect(await county.cloud.all('audit')).toMatchObject([{ actor: 'admin', action: 'checkRoster', object: 'part-0' }])
    expect(await county.as('admin').code(checkRoster, { orgId: 'town', rebuild: true })).toBe('FORBIDDEN')
  })
})
