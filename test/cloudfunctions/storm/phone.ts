import type { ActionContract, OutputOf } from '../../../src/contracts/action'
import { completeLesson } from '../../../src/contracts/lesson'
import { submitPaper } from '../../../src/contracts/quiz'
import { checkIn } from '../../../src/contracts/themeday'
import { createOutbox } from '../../../src/services/outbox/create-outbox'
import { backoffMs, mayStillArrive } from '../../../src/services/outbox/retry.shared'
import type { Kv } from '../../../src/services/storage/kv.shared'
import { CallError } from '../../../src/services/transport/call-error'
import { openEnvelope, unanswered } from '../../../src/services/transport/envelope.shared'
import { within } from '../../../src/services/transport/within.shared'
import type { TestCloud } from '../../support/cloud'

/** The storm does not wait as phones do: their time runs this many times as fast. */
const FASTER = 20
/** As the client's own (services/transport/call). */
const PATIENCE_MS = 15_000
const TRIES = 200

const memoryKv = (): Kv => {
  const values = new Map<string, string>()
  return {
    read: <T>(key: string) => JSON.parse(values.get(key) ?? 'null') as T | null,
    write: (key, value) => values.set(key, JSON.stringify(value)) === values,
    drop: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  }
}

/** Calls as the client does: data, or a CallError. */
export async function callOnce<A extends ActionContract>(
  cloud: TestCloud,
  token: string,
  contract: A,
  input: unknown,
): Promise<OutputOf<A>> {
  let result: unknown
  try {
    const { body } = await within(PATIENCE_MS, cloud.call(contract.fn, contract.name, input, token))
    if (body.errCode !== undefined) throw body
    result = body.result
  } catch (thrown) {
    throw unanswered(thrown)
  }
  return openEnvelope(result) as OutputOf<A>
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Taps again until there is an answer, at the outbox's own pace; throws what sending again cannot mend. */
export async function insist<A extends ActionContract>(
  cloud: TestCloud,
  token: string,
  contract: A,
  input: unknown,
): Promise<OutputOf<A>> {
  for (let tries = 1; ; tries++) {
    try {
      return await callOnce(cloud, token, contract, input)
    } catch (thrown) {
      if (tries === TRIES || !mayStillArrive(CallError.from(thrown))) throw thrown
      await wait(backoffMs(Math.min(tries, 5), Math.random()) / FASTER)
    }
  }
}

const contracts = { submitPaper, completeLesson, checkIn }
type StormKind = keyof typeof contracts

/** A phone with the client's own outbox: `deliver` resolves to the answer when the server has acknowledged, however often it took. */
export function phone(cloud: TestCloud, token: string) {
  const answers = new Map<string, unknown>()
  const outbox = createOutbox({
    kv: memoryKv(),
    knows: ({ kind }) => kind in contracts,
    settled: () => {},
    refused: () => true,
    isFleeting: () => false,
    isCutOff: () => false,
    send: async (parcel, input) => {
      const data = await callOnce(cloud, token, contracts[parcel.kind as StormKind], input)
      answers.set(parcel.id, data)
      return data
    },
    badNews: () => null,
    now: () => Date.now() * FASTER,
    random: Math.random,
    later(ms, work) {
      const timer = setTimeout(work, ms / FASTER)
      return () => clearTimeout(timer)
    },
  })
  return {
    async deliver<K extends StormKind>(
      kind: K,
      about: string,
      input: unknown,
    ): Promise<OutputOf<(typeof contracts)[K]>> {
      const key = `${kind}:${about}`
      const done = outbox.put({ kind, key, title: '测试' }, input)
      const id = outbox.read().parcels.find((parcel) => parcel.key === key)?.id ?? ''
      const first = await done
      if (first.state === 'refused') throw first.error
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          const { parcels, refusals } = outbox.read()
          if (parcels.some((parcel) => parcel.id === id)) return
          stop()
          const refusal = refusals.find((one) => one.id === id)
          if (refusal) reject(new Error(`${key} was refused: ${refusal.code}`))
          else resolve()
        }
        const stop = outbox.subscribe(look)
        look()
      })
      return answers.get(id) as OutputOf<(typeof contracts)[K]>
    },
  }
}
