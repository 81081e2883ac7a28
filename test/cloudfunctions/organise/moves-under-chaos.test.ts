import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { PersonDoc } from '../../../cloudfunctions/_data/documents'
import type { Answer } from '../../../src/contracts/action'
import { admitMember, transferMember } from '../../../src/contracts/organise'
import { openidOf, people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { expectSoundRoster, look, newKey } from './support'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

const TODAY = '2026-11-10'
const crowd = Array.from({ length: 4 }, (_, i) => person(`c${i}`, 'east', 4 + i))

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [...people, ...crowd])
  const east = await look(county).organisation('east')
  await county.cloud.put('organisations', [{ ...east, dealt: 7 }])
})
afterEach(() => county.cloud.chaos(null))
afterAll(() => county.cloud.stop())

/** Sends an order until it is answered well, as the client does when it hears nothing, BUSY or INTERNAL. */
async function insist(contract: { fn: string; name: string }, input: object): Promise<string> {
  const token = await county.cloud.loginAs(openidOf('townorg'))
  for (let round = 0; round < 60; round++) {
    const called = await county.cloud.call<Answer<unknown>>(contract.fn, contract.name, input, token).catch(() => null)
    const answer = called?.result
    if (answer?.ok) return 'ok'
    if (answer && answer.error.code !== 'BUSY' && answer.error.code !== 'INTERNAL') return answer.error.code
  }
  return 'never'
}

test('when every commit conflicts, the answer is BUSY and nothing is done', async () => {
  const before = [await look(county).person('c0'), await look(county).moves()]
  await county.cloud.chaos({ commitConflict: 1 })
  const input = { key: newKey(), personId: 'c0', into: 'west', day: TODAY }
  expect(await county.as('townorg').code(transferMember, input)).toBe('BUSY')
  expect([await look(county).person('c0'), await look(county).moves()]).toEqual(before)
})

// no dying workers here: what one leaves open holds the branch for 30 s, and everyone waits for that
test('with conflicts at commit, and commits whose answer is lost, every order is done once', async () => {
  await county.cloud.chaos({
    seed: 3,
    commitConflict: 0.4,
    dropWriteAnswer: 0.06,
    dropAnswer: 0.1,
    slowDatabase: 0.2,
    databaseDelayMs: 10,
  })
  const outcomes = await Promise.all([
    ...crowd.map(({ _id }) => insist(transferMember, { key: newKey(), personId: _id, into: 'west', day: TODAY })),
    ...crowd.map(({ _id }) => {
      const who = { name: `测试新${_id}`, bornYear: 1990, fullFrom: null }
      return insist(admitMember, { key: newKey(), orgId: 'west', day: TODAY, who })
    }),
  ])
  const done = await county.cloud.chaosDone()
  await county.cloud.chaos(null)
  expect(done.commitConflict).toBeGreaterThan(3)
  expect(done.dropWriteAnswer ?? 0).toBeGreaterThan(0)
  expect(new Set(outcomes)).toEqual(new Set(['ok']))

  const moves = await look(county).moves()
  expect(
    moves
      .filter(({ kind }) => kind === 'transfer')
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(crowd.map(({ _id }) => _id))
  expect(moves.filter(({ kind }) => kind === 'admit')).toHaveLength(crowd.length)
  const everyone = await county.cloud.all<PersonDoc>('people')
  expect(everyone).toHaveLength(people.length + 2 * crowd.length)
  expect(everyone.filter(({ name }) => name.startsWith('测试新'))).toHaveLength(crowd.length)
  // west had two of its ten seats dealt, and now all: no seat was lost on a run that did not count
  expect(await look(county).organisation('west')).toMatchObject({ dealt: 10, seats: [[10, 20]] })
  await expectSoundRoster(county)
})
