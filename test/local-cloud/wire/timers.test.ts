import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

const functions = path.resolve(import.meta.dirname, '../fixtures/functions')
/** 03:00 in UTC+8 on the n-th of March 2031; the ticker's slots. */
const slot = (n: number) => Date.parse('2031-03-01T19:00:00Z') + (n - 1) * 24 * 3600_000

interface Tick {
  event: { Type: string; TriggerName: string; Time: string; Message: string }
  source: string
  at: number
}

let cloud: ProbeCloud
const ticks = async () => (await cloud.all<Partial<Tick>>('plain')).filter(({ event }) => event) as Tick[]
const until = async (count: number) => {
  await expect.poll(async () => (await ticks()).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count)
  // A second firing would come at once.
  await new Promise((resolve) => setTimeout(resolve, 300))
  return await ticks()
}
const quiet = async () => {
  await new Promise((resolve) => setTimeout(resolve, 700))
  return (await ticks()).length
}

beforeAll(async () => {
  cloud = await startProbe()
})
beforeEach(async () => {
  await cloud.chaos(null)
  await cloud.clock(null)
  await cloud.value(`await db.collection('plain').where({}).remove()`)
})
afterAll(() => cloud?.stop())

describe('a timer', () => {
  it('is told its slot as the platform tells it: Type, TriggerName, Time in whole seconds, Message', async () => {
    await cloud.clock(slot(1) - 300)
    const [tick, ...others] = await until(1)
    expect(others).toEqual([])
    expect(tick?.event).toEqual({ Type: 'Timer', TriggerName: 'nightly', Time: '2031-03-01T19:00:00Z', Message: '' })
    expect(tick?.source).toBe('wx_trigger')
    expect(tick?.at).toBeGreaterThanOrEqual(slot(1))
  })

  it('fires no slot again when the clock goes back, days and restarts later', async () => {
    await cloud.clock(slot(2) - 300)
    await until(1)
    await cloud.clock(slot(3) - 300)
    await until(2)
    await cloud.clock(slot(2) - 300)
    expect(await quiet()).toBe(2)
    await cloud.kill()
    await cloud.restart()
    await cloud.clock(slot(3) - 300)
    expect(await quiet()).toBe(2)
    // An earlier one that never was fired is another matter.
    await cloud.clock(slot(-5) - 300)
    expect(await until(3)).toHaveLength(3)
  })

  it('does not make up for what was missed while the clock jumped over it, or the cloud was off', async () => {
    await cloud.clock(slot(10) - 60_000)
    await cloud.clock(slot(12) + 60_000)
    expect(await quiet()).toBe(0)
    await cloud.restart()
    expect(await quiet()).toBe(0)
  })

  it('fires its slot twice when chaos wants it, and the next one as always', async () => {
    await cloud.chaos({ timerTwiceAtOnce: 1 })
    await cloud.clock(slot(20) - 300)
    expect(await until(2)).toHaveLength(2)
    expect(new Set((await ticks()).map(({ event }) => event.Time)).size).toBe(1)
    await cloud.chaos(null)
    await cloud.clock(slot(21) - 300)
    expect(await until(3)).toHaveLength(3)
  })

  it('that fails is noted and does not stop those that follow', async () => {
    await cloud.chaos({ killBeforeFirst: 1 })
    await cloud.clock(slot(30) - 300)
    await expect
      .poll(() => cloud.log(), { timeout: 10_000 })
      .toContain('timer of ticker: the process of the function was killed')
    await cloud.chaos(null)
    await cloud.clock(slot(31) - 300)
    expect(await until(1)).toHaveLength(1)
  })
})

describe('the start', () => {
  it('ends with a sentence where a timer is wrong', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'functions-'))
    try {
      cpSync(functions, dir, { recursive: true })
      const triggers = [{ name: 'nightly', type: 'timer', config: '0 3 * * *' }]
      writeFileSync(path.join(dir, 'ticker/config.json'), JSON.stringify({ triggers }))
      await expect(startProbe({ functionsDir: dir })).rejects.toThrow(
        'function ticker: config.json: timer "0 3 * * *": a timer needs seven fields',
      )
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
