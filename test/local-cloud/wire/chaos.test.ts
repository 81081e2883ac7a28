import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud
let token: string

beforeAll(async () => {
  cloud = await startProbe()
  token = await cloud.loginAs('tester-a')
})
afterEach(() => cloud?.chaos(null))
afterAll(() => cloud?.stop())

const ids = async () => (await cloud.all<{ _id: string }>('plain')).map(({ _id }) => _id)
const add = (id: string) =>
  cloud.callRaw('probe', { code: `await db.collection('plain').add({ data: { _id: '${id}' } })` }, token)
const killed = { errCode: -504002, errMsg: expect.stringContaining('was killed') as string }

describe('chaos', () => {
  it('kills before the first database request: nothing is written', async () => {
    await cloud.chaos({ killBeforeFirst: 1 })
    expect((await add('first')).body).toMatchObject(killed)
    expect(await cloud.chaosDone()).toMatchObject({ killBeforeFirst: 1 })
    expect(await ids()).not.toContain('first')
    // Without a database request there is nothing before which to kill.
    expect(await cloud.value('return 1')).toBe(1)
  })

  it('kills between two requests: half of the work is done, and a repeat does the rest', async () => {
    const code = `
      await db.collection('plain').doc('half-1').set({ data: { n: 1 } })
      await db.collection('plain').doc('half-2').set({ data: { n: 2 } })`
    await cloud.chaos({ killBetween: 1 })
    expect((await cloud.callRaw('probe', { code }, token)).body).toMatchObject(killed)
    expect(await ids()).toContain('half-1')
    expect(await ids()).not.toContain('half-2')
    await cloud.chaos(null)
    await cloud.value(code)
    expect(await ids()).toContain('half-2')
  })

  it('kills after the write and before its answer: the write is there', async () => {
    await cloud.chaos({ killAfterWrite: 1 })
    expect((await add('written')).body).toMatchObject(killed)
    expect(await ids()).toContain('written')
  })

  it('drops the answer to a write: the SDK says so and does not send it again by itself', async () => {
    await cloud.chaos({ dropWriteAnswer: 1 })
    const code = `await db.collection('plain').doc('counted').set({ data: { n: 0 } })`
    expect(await cloud.failure(code)).toMatchObject({
      errCode: -501001,
      errMsg: expect.stringMatching(/ECONNRESET|hang up/) as string,
    })
    const counting = `await db.collection('plain').doc('counted').update({ data: { n: _.inc(1) } })`
    await cloud.failure(counting)
    await cloud.chaos(null)
    // Once: what was sent was done, and nothing but the function could have sent it again.
    expect(await cloud.value(`return (await db.collection('plain').doc('counted').get()).data.n`)).toBe(1)
    expect(await cloud.value(counting)).toBeUndefined()
    // Reads are left alone.
    await cloud.chaos({ dropWriteAnswer: 1, killAfterWrite: 1 })
    expect(await cloud.value(`return (await db.collection('plain').doc('counted').get()).data.n`)).toBe(2)
  })

  it('drops the answer of a call: the client sees a broken connection, what was done is done', async () => {
    await cloud.chaos({ dropAnswer: 1 })
    await expect(add('unheard')).rejects.toThrow()
    expect(await ids()).toContain('unheard')
    expect(await cloud.chaosDone()).toMatchObject({ dropAnswer: 1 })
  })

  it('delays answers and database requests', async () => {
    await cloud.chaos({ slowDatabase: 1, databaseDelayMs: 400, delayAnswer: 1, answerDelayMs: 400, seed: 8 })
    const began = performance.now()
    await add('late')
    const took = performance.now() - began
    expect(await cloud.chaosDone()).toMatchObject({ slowDatabase: 1, delayAnswer: 1 })
    // This seed's first two delays: 309 ms for the database, 267 ms for the answer; timers run a little early.
    expect(took).toBeGreaterThan(570)
  })

  it('fires timers twice, one after the other or at once', async () => {
    const ticks = async () =>
      (await cloud.all<{ source?: string }>('plain')).filter(({ source }) => source !== undefined).length
    await cloud.chaos({ timerTwice: 1 })
    expect(await cloud.timer('ticker')).toMatchObject({ source: 'wx_trigger' })
    expect(await ticks()).toBe(2)
    await cloud.chaos({ timerTwiceAtOnce: 1 })
    await cloud.timer('ticker')
    expect(await ticks()).toBe(4)
    await cloud.chaos(null)
    await cloud.timer('ticker')
    expect(await ticks()).toBe(5)
  })

  it('does not leave the cloud stuck: many calls under everything, then all is as before', async () => {
    await cloud.chaos({
      seed: 11,
      killBeforeFirst: 0.15,
      killBetween: 0.15,
      killAfterWrite: 0.15,
      dropWriteAnswer: 0.15,
      dropAnswer: 0.2,
      slowDatabase: 0.3,
      databaseDelayMs: 20,
      delayAnswer: 0.3,
      answerDelayMs: 20,
    })
    const code = `
      await db.collection('things').doc(input).set({ data: { code: input, n: 1 } })
      await db.collection('things').doc(input).update({ data: { n: 2 } })`
    const acknowledged: string[] = []
    await Promise.all(
      Array.from({ length: 30 }, async (_value, i) => {
        const answer = await cloud
          .callRaw<{ errMsg?: string }>('probe', { code, input: `s${i}` }, token)
          .catch(() => undefined)
        if (answer?.result && answer.result.errMsg === undefined) acknowledged.push(`s${i}`)
      }),
    )
    const done = await cloud.chaosDone()
    for (const kind of ['killBeforeFirst', 'killBetween', 'killAfterWrite', 'dropWriteAnswer', 'dropAnswer'])
      expect(done[kind], kind).toBeGreaterThan(0)
    await cloud.chaos(null)
    const kept = new Map((await cloud.all<{ _id: string; n: number }>('things')).map(({ _id, n }) => [_id, n]))
    expect(acknowledged.length).toBeGreaterThan(2)
    expect(acknowledged.filter((id) => kept.get(id) !== 2)).toEqual([])
    // Every place in the line is free again: eight calls that take their time end in two rounds.
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cloud.callRaw<{ runs: number }>('slow', { ms: 100 }, token)),
    )
    expect(answers.every(({ result }) => result.runs > 0)).toBe(true)
    expect(await cloud.value('return 1')).toBe(1)
  })

  it('leaves nothing of a transaction that was killed before its commit, and all of one killed after', async () => {
    const transfer = `
      await db.runTransaction(async (transaction) => {
        await transaction.collection('owners').doc(input + '-from').set({ data: { n: 1 } })
        await transaction.collection('owners').doc(input + '-to').set({ data: { n: 2 } })
      })`
    const owners = async () => (await cloud.all<{ _id: string }>('owners')).map(({ _id }) => _id)
    // Four requests: begin, two writes, commit. This seed lets the two writes pass and kills before the commit.
    const run = (input: string) => cloud.callRaw('probe', { code: transfer, input }, token)
    await cloud.chaos({ killBetween: 0.5, seed: 4 })
    expect((await run('early')).body).toMatchObject(killed)
    expect((await cloud.chaosDone()).killBetween).toBe(1)
    expect(await owners()).toEqual([])
    await cloud.chaos(null)
    expect((await run('late')).result).toEqual({})
    expect(await owners()).toEqual(['late-from', 'late-to'])
  })

  it('lets commits conflict: runTransaction runs the function again, three times at most, and nothing is done twice', async () => {
    const code = `
      let runs = 0
      try {
        await db.runTransaction(async (transaction) => {
          runs++
          await transaction.collection('owners').add({ data: { _id: input + '.' + runs } })
          await transaction.collection('owners').doc('conflicts').set({ data: { runs } })
        })
        return { runs }
      } catch (error) { return { runs, code: error.code ?? error.errCode } }`
    await cloud.chaos({ commitConflict: 1 })
    expect(await cloud.value(code, 'never')).toEqual({ runs: 4, code: 'DATABASE_TRANSACTION_CONFLICT' })
    expect((await cloud.all<{ _id: string }>('owners')).filter(({ _id }) => _id.startsWith('never'))).toEqual([])
    // This seed's first commit conflicts, its second does not.
    await cloud.chaos({ commitConflict: 0.5, seed: 4 })
    expect(await cloud.value(code, 'once')).toEqual({ runs: 2 })
    const kept = (await cloud.all<{ _id: string }>('owners')).map(({ _id }) => _id)
    expect(kept.filter((id) => id.startsWith('once'))).toEqual(['once.2'])
  })

  it('loses nothing that was acknowledged when the process is killed in the middle of it all', async () => {
    const wild = {
      seed: 5,
      killBeforeFirst: 0.05,
      killBetween: 0.05,
      killAfterWrite: 0.1,
      dropWriteAnswer: 0.1,
      dropAnswer: 0.1,
      slowDatabase: 0.2,
      databaseDelayMs: 10,
    }
    await cloud.chaos(wild)
    const acknowledged: string[] = []
    let running = true
    const code = `await db.collection('things').doc(input).set({ data: { code: input, n: 2 } })`
    const callers = Array.from({ length: 6 }, async (_value, caller) => {
      for (let i = 0; i < 500; i++) {
        const id = `k${caller}.${i}`
        const answer = await cloud
          .callRaw<{ errMsg?: string }>('probe', { code, input: id }, token)
          .catch(() => undefined)
        if (answer?.result && answer.result.errMsg === undefined) acknowledged.push(id)
        if (!running) return
      }
    })
    await expect.poll(() => acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(25)
    await cloud.kill()
    running = false
    await Promise.all(callers)
    await cloud.restart()
    const kept = new Set((await cloud.all<{ _id: string }>('things')).map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(await cloud.value('return 1')).toBe(1)
  })

  it('is for those who say so, and tells what it does not know', async () => {
    expect((await cloud.post('/local/chaos', { timerTwice: 1 })).status).toBe(403)
    expect((await cloud.get('/local/chaos')).status).toBe(403)
    const wrong = await cloud.post('/local/chaos', { timerThrice: 1 }, { 'x-local-admin': '1' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toEqual({ error: expect.stringContaining('no "timerThrice"') as string })
  })

  it('can be on from the start', async () => {
    const wild = await startProbe({ env: { CHAOS: '{"dropAnswer":1}' } })
    const their = await wild.loginAs('x')
    await expect(wild.callRaw('other', {}, their)).rejects.toThrow()
    await wild.stop()
    await expect(startProbe({ env: { CHAOS: '{"dropAll":1}' } })).rejects.toThrow(/no "dropAll"/)
  })
})
