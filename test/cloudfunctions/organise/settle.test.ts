import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReorganisationDoc } from '../../../cloudfunctions/_data/documents'
import { completeLesson } from '../../../src/contracts/lesson'
import { transferMember } from '../../../src/contracts/organise'
import { makeFact } from '../../../src/domain/participation/fact'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { expectSoundRoster, look, newKey } from './support'

const MINUTE = 60_000
let county: County

beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const rollup = () => county.cloud.timer<{ ok: boolean; data: { resumed: number; settled: number } }>('rollup')

test('a call that still knew the old branch when the move was entered is found by the later look', async () => {
  await county.as('townorg').ok(transferMember, { key: newKey(), personId: 'e1', into: 'west', day: '2026-11-10' })
  // two seconds later such a call ends
  const late = makeFact({
    kind: 'lesson',
    activityId: 'lesson1',
    person: { id: 'e1', seat: 1, orgId: 'east', mobile: false },
    occurredAt: NOON + 2000,
    recordedAt: NOON + 2000,
    channel: 'self',
  })
  await county.cloud.put('facts', [late])
  expect(await rollup()).toMatchObject({ ok: true, data: { resumed: 0, settled: 0 } })
  expect(await look(county).moves()).toMatchObject([{ settled: false }])
  await county.cloud.clock(NOON + 3 * MINUTE)
  expect(await rollup()).toMatchObject({ data: { settled: 1 } })
  expect(await look(county).facts('e1')).toMatchObject([{ seat: 1 }, { seat: 12, orgId: 'west', revision: 1 }])
  expect(await look(county).moves()).toMatchObject([{ settled: true }])
  expect(await rollup()).toMatchObject({ data: { settled: 0 } })
})

test('an order whose caller died is carried out without them', async () => {
  await county.as('e0').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
  // as the call leaves it that dies right after it was written down
  const order: ReorganisationDoc = {
    _id: 'townorg.died-order',
    kind: 'merge',
    from: ['east'],
    into: [{ orgId: 'west', members: null }],
    day: '2026-11-10',
    recorder: 'townorg',
    recordedAt: NOON,
    done: false,
  }
  const east = await look(county).organisation('east')
  await county.cloud.put('organisations', [{ ...east, successors: ['west'] }])
  await county.cloud.put('reorganisations', [order, { _id: 'open', orgIds: ['east', 'west'], done: true }])
  await county.cloud.clock(NOON + 4 * MINUTE)
  expect(await rollup()).toMatchObject({ data: { resumed: 1 } })
  expect(await look(county).organisation('east')).toMatchObject({ endedOn: '2026-11-10', successors: ['west'] })
  expect((await look(county).person('e0')).orgId).toBe('west')
  expect((await look(county).facts('e0')).at(-1)).toMatchObject({ orgId: 'west', revision: 1 })
  await expectSoundRoster(county)
})
