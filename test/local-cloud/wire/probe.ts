import path from 'node:path'
import type { StartOptions, TestCloud } from '../../support/cloud'
import { startCloud } from '../../support/cloud'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')

/** What the probe function says: the value, or the error as the SDK gave it. */
export interface Outcome {
  value?: unknown
  errCode?: number | null
  errMsg?: string
}

/** A cloud with the fixture functions, and the real SDK in one of them at hand. */
export interface ProbeCloud extends TestCloud {
  /** Runs code in the probe function: the body of an async function of (cloud, db, _, $, input). */
  probe(code: string, input?: unknown): Promise<Outcome>
  /** The same; throws where the code failed. */
  value<T = unknown>(code: string, input?: unknown): Promise<T>
  /** The same; throws where the code did not fail. */
  failure(code: string, input?: unknown): Promise<{ errCode: number | null; errMsg: string }>
}

/** Starts a cloud with the fixture functions and an empty database of the fixture collections. */
export const startProbe = async (options: StartOptions = {}): Promise<ProbeCloud> => {
  const cloud = await startCloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    ...options,
  })
  const token = await cloud.loginAs('tester-a')
  const probe = async (code: string, input?: unknown): Promise<Outcome> => {
    const { body, result } = await cloud.callRaw<Outcome>('probe', { code, input }, token)
    if (!result) throw new Error(`the probe did not run: ${JSON.stringify(body)}`)
    return result
  }
  const value = async <T>(code: string, input?: unknown): Promise<T> => {
    const outcome = await probe(code, input)
    if ('errMsg' in outcome) throw new Error(`${outcome.errCode} ${outcome.errMsg}`)
    return outcome.value as T
  }
  const failure = async (code: string, input?: unknown) => {
    const { errCode = null, errMsg, value: unexpected } = await probe(code, input)
    if (errMsg === undefined) throw new Error(`expected a failure, got ${JSON.stringify(unexpected)}`)
    return { errCode, errMsg }
  }
  // The cloud's own getters (url, pid) must stay alive.
  return Object.create(cloud, {
    probe: { value: probe },
    value: { value },
    failure: { value: failure },
  }) as ProbeCloud
}
