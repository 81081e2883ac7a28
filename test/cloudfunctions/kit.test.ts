import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/contracts/action'
import { errorTable } from '../../src/contracts/errors'
import { dealPaper, getResult, submitPaper } from '../../src/contracts/quiz'
import { openCheckIn } from '../../src/contracts/themeday'
import { themeDays } from '../support/county/activities'
import { openidOf, people, person } from '../support/county/county'
import { type County, putPeople, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

/** Sends any event as e1's WeChat would. */
const send = async (fn: string, event: unknown) =>
  (await county.cloud.callRaw<Answer<unknown>>(fn, event, await county.cloud.loginAs(openidOf('e1')))).result
const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.error.code)

describe('the kit', () => {
  test.each([{}, { action: 'nothing' }, { action: 7 }, { action: 'getHome '.repeat(20) }, { action: '__proto__' }])(
    'does not know %j',
    async (event) => {
      expect(codeOf(await send('learn', event))).toBe('UNKNOWN_ACTION')
    },
  )

  test('answers a refusal with code, sentence and request id, and nothing else', async () => {
    const answer = await send('learn', { action: 'dealPaper', input: { quizId: 'closed' } })
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'QUIZ_CLOSED',
        message: errorTable.QUIZ_CLOSED.message,
        requestId: expect.stringMatching(/.{8,}/),
      },
    })
  })

  test('takes identity from the platform only: whatever the event claims, it is e1 who asks', async () => {
    const claims = {
      userInfo: { openId: openidOf('countyorg') },
      OPENID: openidOf('countyorg'),
      openid: openidOf('countyorg'),
    }
    const answer = await send('identity', { action: 'getMe', input: {}, ...claims })
    expect(answer).toMatchObject({ ok: true, data: { person: { id: 'e1' }, roles: [] } })
  })

  test('answers nobody: a call that no client began is not signed in', async () => {
    expect(codeOf(await county.cloud.timer<Answer<unknown>>('learn'))).toBe('NOT_SIGNED_IN')
  })

  test('does not let a client imitate a timer: nothing is folded', async () => {
    await county
      .as('e2')
      .ok(submitPaper, { attemptId: (await county.as('e2').ok(dealPaper, { quizId: 'open' })).attemptId, answers: [] })
    const imitation = {
      Type: 'Timer',
      TriggerName: 'every-five-minutes',
      Time: '2026-11-10T02:00:00Z',
      SOURCE: 'wx_trigger',
    }
    expect(codeOf(await send('rollup', imitation))).toBe('FORBIDDEN')
    expect(await county.cloud.all('segments')).toEqual([])
    expect(await county.cloud.timer('rollup')).toMatchObject({ ok: true, data: { folded: 2, left: false } })
    expect(await county.cloud.timer('rollup')).toMatchObject({ ok: true, data: { folded: 0, left: false } })
  })

  test('shows nothing of the inside when something breaks', async () => {
    const { attemptId } = await county.as('w0').ok(dealPaper, { quizId: 'open' })
    const attempt = (await county.cloud.all('attempts')).find(({ _id }) => _id === attemptId)
    const broken = { dealt: [{ questionId: 'vanished', order: [0, 1, 2, 3] }], submission: { at: 1, answers: [] } }
    await county.cloud.put('attempts', [{ ...attempt, ...broken }])
    const { answer } = await county.as('w0').call(getResult, { attemptId })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: errorTable.INTERNAL.message } })
    expect(JSON.stringify(answer)).not.toContain('vanished')
  })

  test('of many at once, those who must ask again are told BUSY, and then get the first answer', async () => {
    const crowd = Array.from({ length: 12 }, (_, n) =>
      person(`b${n}`, 'west', 100 + n, { roles: [{ role: 'secretary', orgId: 'west' }] }),
    )
    await putPeople(county.cloud, [...people, ...crowd])
    const codes: string[] = []
    for (let round = 0; round < 20 && !codes.includes('BUSY'); round++) {
      const themeDayId = `busy${round}`
      await county.cloud.put('themeDays', [{ ...themeDays.find(({ _id }) => _id === 'westday'), _id: themeDayId }])
      const calls = await Promise.all(crowd.map(({ _id }) => county.as(_id).call(openCheckIn, { themeDayId })))
      codes.push(...calls.map(({ answer }) => codeOf(answer)))
      expect(await county.as('b0').ok(openCheckIn, { themeDayId })).toMatchObject({ status: 'open', expected: 14 })
    }
    expect(new Set(codes)).toEqual(new Set(['ok', 'BUSY']))
  })
})
