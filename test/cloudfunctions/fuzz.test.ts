import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { collections } from '../../cloudfunctions/_data/collections'
import type { ActionContract, Answer } from '../../src/contracts/action'
import { caseSentences, type ErrorCode, errorTable, kitErrors } from '../../src/contracts/errors'
import { allContracts, nameOf } from '../support/contracts'
import { NOON } from '../support/county/activities'
import { openidOf } from '../support/county/county'
import { type County, startCounty } from '../support/county/start-county'
import { dist } from '../support/dist'
import { mutated, noise, shaped } from './fuzz/inputs'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

const functions = readdirSync(path.join(dist, 'cloudfunctions'))
// what takes people and bindings away comes last: the others are to meet people who are bound
const rank = (contract: ActionContract) =>
  ['organise', 'identity.unbind'].findIndex((last) => nameOf(contract).startsWith(last))
const contracts = (await allContracts()).filter(({ fn }) => functions.includes(fn)).sort((a, b) => rank(a) - rank(b))
/** Nobody, a member, a secretary, the county's organiser and administrator. */
const callers = ['stranger', 'e1', 'e0', 'countyorg', 'admin']
/** As many times the inputs: FUZZ=10 before a release. */
const TIMES = Number(process.env.FUZZ ?? 1)
/** Inputs for each action and caller, of each sort. */
const SHAPED = 4 * TIMES
const MUTATED = 5 * TIMES
const NOISE = 2 * TIMES
const AT_ONCE = 8

let county: County
/** The digest as of the last look. */
let stored = ''
/** What was answered, of all. */
const seen = new Set<string>()
beforeAll(async () => {
  county = await startCounty()
  stored = await digest()
})
// the timers fire by this clock every five minutes, and change what is stored by right: on a slow machine it must not get that far
beforeEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

/** What is stored, but for the counters of tries: they are there to change. */
async function digest(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of Object.keys(collections)) {
    if (name === 'tries') continue
    const documents = await county.cloud.all<{ _id: string }>(name)
    hash.update(name).update(JSON.stringify(documents.sort((a, b) => (a._id < b._id ? -1 : 1))))
  }
  return hash.digest('hex')
}

const samples = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed: string): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: createHash('sha256').update(seed).digest().readInt32BE() })

/** Sends inputs, some at a time; gives the answers in order. */
async function send(fn: string, who: string, events: readonly unknown[]): Promise<Answer<unknown>[]> {
  const token = await county.cloud.loginAs(openidOf(who))
  const answers: Answer<unknown>[] = []
  for (let i = 0; i < events.length; i += AT_ONCE) {
    const some = events.slice(i, i + AT_ONCE).map((event) => county.cloud.callRaw<Answer<unknown>>(fn, event, token))
    for (const { result, body } of await Promise.all(some)) {
      if (result === undefined) throw new Error(`no answer: ${JSON.stringify(body)}`)
      answers.push(result)
    }
  }
  return answers
}

/** What a person may read with a code. */
const sentencesOf = (code: ErrorCode): string[] => [
  errorTable[code].message,
  ...Object.values(caseSentences).flatMap((one) => (one.code === code ? [one.say] : [])),
]

/** Whether an answer is one that the contract allows: data of its shape, or one of its codes with that code's sentence and a request id. */
function problemOf(contract: ActionContract, answer: Answer<unknown>): string | null {
  if (answer.ok) return v.is(contract.output, answer.data) ? null : 'an answer that is not of the contract'
  const { code, message, requestId, ...more } = answer.error
  if (code === 'INTERNAL') return 'INTERNAL'
  const allowed: readonly string[] = [...contract.errors, ...kitErrors]
  if (!allowed.includes(code)) return `${code} is not of the contract`
  const says =
    code === 'TOO_MANY_TRIES'
      ? /^(输错的次数太多|这一小时寄出的信已经不少)，请在\d\d:\d\d以后再试/.test(message)
      : sentencesOf(code).includes(message)
  return says && requestId.length >= 8 && Object.keys(more).length === 0
    ? null
    : 'an error with more or less than it should say'
}

const readsOnly = ({ name }: ActionContract) => /^(get|list|preview)[A-Z]/.test(name)

interface Round {
  contract: ActionContract
  who: string
  inputs: readonly unknown[]
}

/** Sends inputs to an action as each caller in turn, and holds every answer against the contract; whether anything may have been done. */
async function tryAll(rounds: readonly Round[]): Promise<boolean> {
  let done = false
  for (const { contract, who, inputs } of rounds) {
    const events = inputs.map((input) => ({ action: contract.name, input }))
    const answers = await send(contract.fn, who, events)
    const problems = answers.flatMap((answer, i) => {
      const problem = problemOf(contract, answer)
      return problem === null ? [] : [{ problem, who, answer, input: JSON.stringify(inputs[i])?.slice(0, 300) }]
    })
    expect(problems).toEqual([])
    for (const answer of answers) seen.add(answer.ok ? 'ok' : answer.error.code)
    if (!readsOnly(contract) && answers.some(({ ok }) => ok)) done = true
  }
  return done
}

/** What is refused has changed nothing; what was right may have done something. */
async function unchangedUnless(done: boolean): Promise<void> {
  const before = stored
  stored = await digest()
  if (!done) expect(stored).toBe(before)
}

describe.each(contracts.map((contract) => [nameOf(contract), contract] as const))('%s', (name, contract) => {
  const { input } = contract

  test('sent anything, by anyone, answers by its contract and changes nothing', async () => {
    const rounds = callers.map((who) => ({
      contract,
      who,
      inputs: [
        ...samples(mutated(input), MUTATED, `${name} ${who} mutated`),
        ...samples(noise, NOISE, `${name} ${who} noise`),
      ],
    }))
    await unchangedUnless(await tryAll(rounds))
  })

  test('sent what has the right shape, answers by its contract and changes nothing that it refuses', async () => {
    for (const who of callers) {
      const inputs = samples(shaped(input), SHAPED, `${name} ${who} shaped`)
      await unchangedUnless(await tryAll([{ contract, who, inputs }]))
    }
  })
})

test.each([...new Set(contracts.map(({ fn }) => fn))])('%s knows no other event', async (fn) => {
  const isObject = (event: unknown) => event !== null && typeof event === 'object' && !Array.isArray(event)
  const events = [
    // a call always brings an object
    ...samples(noise, 25, `${fn} event`).map((event) => (isObject(event) ? event : { data: event })),
    ...samples(noise, 25, `${fn} action`).map((action) => ({ action, input: {} })),
    ...['__proto__', 'constructor', 'toString', 'main', 'getMe ', 'GETME'].map((action) => ({ action })),
  ]
  const answers = await send(fn, 'e1', events)
  expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)))).toEqual(new Set(['UNKNOWN_ACTION']))
  expect(await digest()).toBe(stored)
})

test('what was sent came through the door, and as far as the rules behind it', () => {
  const reached = [
    'ok',
    'BAD_INPUT',
    'NOT_BOUND',
    'FORBIDDEN',
    'NOT_FOUND',
    'INVITATION_WRONG',
    'QUIZ_CLOSED',
    'NOT_EXPECTED',
  ]
  expect([...seen]).toEqual(expect.arrayContaining(reached))
})

test('the digest would see a change', async () => {
  const before = await digest()
  await county.cloud.put('consents', [{ _id: 'x', at: 1 }])
  expect(await digest()).not.toBe(before)
})
