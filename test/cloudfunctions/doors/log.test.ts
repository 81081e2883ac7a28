import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { dealPaper, getResult } from '../../../src/contracts/quiz'
import { startCloud } from '../../support/cloud'
import { allContracts, nameOf } from '../../support/contracts'
import { openidOf } from '../../support/county/county'
import { type County, fillCounty, player } from '../../support/county/start-county'
import { dist } from '../../support/dist'
import { allRows } from '../permissions/all-rows'
import { targetsOf } from '../permissions/matrix'
import { putWorld } from '../permissions/world'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeAll(async () => {
  const cloud = await startCloud({ env: { LOG: 'debug' } })
  county = { cloud, as: (personId) => player(cloud, personId) }
  await fillCounty(cloud)
  await putWorld(county)
})
afterAll(() => county.cloud.stop())

interface Line {
  fn: string
  action: string
  level: string
  ms: number
  requestId: string
  code?: string
  detail?: string
}
/** The lines that the functions have written so far; every other line of the log is the local cloud's own. */
const lines = (): Line[] =>
  county.cloud
    .log()
    .split('\n')
    .flatMap((line) => /\{"fn":.*\}/.exec(line) ?? [])
    .map((text) => JSON.parse(text) as Line)

const phone = '19000000001'
const marked = { 'Marked Name': 'Marked Name', phone, name: '标记姓名', openid: openidOf('e1') }

test('every action, answered or refused, writes a line with nothing personal in it', async () => {
  const functions = readdirSync(path.join(dist, 'cloudfunctions'))
  const contracts = (await allContracts()).filter(({ fn }) => functions.includes(fn))
  for (const row of await allRows()) {
    for (const role of ['unbound', 'secretary', 'countyOrganiser'] as const) {
      for (const { target } of targetsOf(row, role).slice(0, 1)) {
        await row.prepare?.(county, target)
        await county.as(target.personId).call(row.contract, row.input(target))
        await row.restore?.(county, target)
      }
    }
  }
  for (const contract of contracts) {
    const send = (input: unknown) => county.as('e0').call(contract, input)
    await Promise.all([
      send(marked),
      send('标记姓名'),
      send([marked]),
      send({ ...marked, themeDayId: phone, code: phone }),
    ])
  }
  // what breaks inside says what was stored and sent
  const { attemptId } = await county.as('w0').ok(dealPaper, { quizId: 'open' })
  const [attempt] = (await county.cloud.all<{ _id: string }>('attempts')).filter(({ _id }) => _id === attemptId)
  const broken = { dealt: [{ questionId: '标记姓名', order: [0] }], submission: { at: 1, answers: [] } }
  await county.cloud.put('attempts', [{ ...attempt, ...broken }])
  await county.as('w0').call(getResult, { attemptId })
  await county.cloud.callRaw('learn', { action: '标记姓名', input: marked }, await county.cloud.loginAs(openidOf('e1')))

  const written = lines()
  const seen = new Set(written.map(({ fn, action }) => `${fn}.${action}`))
  for (const contract of contracts) expect(seen).toContain(nameOf(contract))
  expect(written.map(({ code }) => code)).toContain('INTERNAL')
  expect(written.map(({ code }) => code)).toContain('BAD_INPUT')

  const known = ['fn', 'action', 'level', 'ms', 'requestId', 'code', 'detail']
  for (const line of written) expect(known).toEqual(expect.arrayContaining(Object.keys(line)))
  const text = written.map((line) => JSON.stringify({ ...line, requestId: '' })).join('\n')
  expect([...text].filter((character) => character !== '…' && character > '~')).toEqual([])
  expect(text).not.toContain('openid-')
  expect(text).not.toContain('Marked')
  expect(text).not.toContain(phone)
  // no code, token or secret that was shown or sent, and no id of a person's paper
  expect(
    text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|secret-of-|\.\d+\.[\w-]{22}|\b(quiz-county|open)\.[\w-]+\.1/g),
  ).toBeNull()
})
