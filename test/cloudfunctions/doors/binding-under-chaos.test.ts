import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Answer } from '../../../src/contracts/action'
import { bindByInvitation, CONSENT_VERSION, issueInvitation, unbind } from '../../../src/contracts/identity'
import { openidOf, people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

const crowd = Array.from({ length: 8 }, (_, i) => person(`b${i}`, 'west', 100 + i))
const consent = { version: CONSENT_VERSION }

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [...people, ...crowd])
})
afterAll(() => county.cloud.stop())

/** Sends a call until it is answered well, as the client does when it hears nothing or BUSY; gives up on any other refusal. */
async function insist(who: string, contract: { fn: string; name: string }, input: object): Promise<string> {
  const token = await county.cloud.loginAs(openidOf(who))
  for (let round = 0; round < 60; round++) {
    // a call that got no answer is sent again
    const called = await county.cloud.call<Answer<unknown>>(contract.fn, contract.name, input, token).catch(() => null)
    const answer = called?.result
    if (answer?.ok) return 'ok'
    if (answer && answer.error.code !== 'BUSY' && answer.error.code !== 'INTERNAL') return answer.error.code
  }
  return 'never'
}

test('with dying workers and lost answers everyone who insists is bound, once, and the old WeChat identity is out', async () => {
  const codes = await Promise.all(
    crowd.map(async ({ _id }) => (await county.as('countyorg').ok(issueInvitation, { personId: _id })).code),
  )
  await county.cloud.chaos({
    seed: 7,
    killBeforeFirst: 0.02,
    killBetween: 0.04,
    killAfterWrite: 0.08,
    dropWriteAnswer: 0.08,
    dropAnswer: 0.15,
  })
  // each from two phones of theirs at once: one of the two wins
  const outcomes = await Promise.all(
    crowd.flatMap(({ _id }, i) =>
      ['x', 'y'].map((phone) => insist(`${_id}${phone}`, bindByInvitation, { code: codes[i], consent })),
    ),
  )
  const done = await county.cloud.chaosDone()
  await county.cloud.chaos(null)
  expect(Object.values(done).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10)
  expect(new Set(outcomes)).toEqual(new Set(['ok', 'INVITATION_EXPIRED']))
  for (const i of crowd.keys())
    expect([outcomes[2 * i], outcomes[2 * i + 1]].sort()).toEqual(['INVITATION_EXPIRED', 'ok'])

  const bindings = await county.cloud.all<{ _id: string; personId: string }>('bindings')
  for (const [i, { _id }] of crowd.entries()) {
    const winner = outcomes[2 * i] === 'ok' ? 'x' : 'y'
    expect(bindings.filter(({ personId }) => personId === _id).map(({ _id: openid }) => openid)).toEqual([
      openidOf(`${_id}${winner}`),
    ])
  }
  expect(new Set(bindings.map(({ _id }) => _id)).size).toBe(bindings.length)
})

test('who withdraws while binding is sent again ends up one of the two, and never as two', async () => {
  const { code } = await county.as('countyorg').ok(issueInvitation, { personId: 'b0' })
  const input = { code, consent }
  await Promise.all([
    ...Array.from({ length: 6 }, () => county.as('b0z').call(bindByInvitation, input)),
    ...Array.from({ length: 6 }, () => county.as('b0z').call(unbind, {})),
  ])
  const bindings = await county.cloud.all<{ _id: string; personId: string }>('bindings')
  const own = bindings.filter(({ _id, personId }) => personId === 'b0' || _id === openidOf('b0z'))
  expect(own.length).toBeLessThanOrEqual(1)
  // withdrawn for good: once more, with nothing else under way
  await county.as('b0z').ok(unbind, {})
  expect(await county.as('b0z').code(bindByInvitation, input)).toBe('INVITATION_EXPIRED')
})
