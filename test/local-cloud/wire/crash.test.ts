import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

/** Kills in a row; CRASH_ROUNDS=50 for a long run. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 3)

let cloud: ProbeCloud | undefined
afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

interface Stored {
  _id: string
  group: string
  code: string
  n?: number
}

/** One document; what is answered is there. */
const single = `await db.collection('things').add({ data: { _id: input, code: input, group: 'single' } }); return input`

/** Five in one request. */
const batch = `await db.collection('things').add({
    data: [0, 1, 2, 3, 4].map((i) => ({ _id: input + '.' + i, code: input + '.' + i, group: 'batch' })),
  })
  return input`

/** Two documents and a count of them, in one transaction. */
const pair = `await db.runTransaction(async (tx) => {
    const things = tx.collection('things')
    await things.add({ data: { _id: input + '.p', code: input + '.p', group: 'pair' } })
    await things.doc('count.' + input.split('.')[0]).update({ data: { n: _.inc(1) } })
    await things.add({ data: { _id: input + '.q', code: input + '.q', group: 'pair' } })
  })
  return input`

const writers = { a: single, b: single, c: batch, d: pair, e: pair } as const

/** Writes from all sides until the process is gone; gives what was acknowledged. */
const writeUntilKilled = async (running: ProbeCloud, round: number): Promise<Record<string, string[]>> => {
  const token = await running.loginAs('tester-a')
  const acknowledged: Record<string, string[]> = Object.fromEntries(Object.keys(writers).map((name) => [name, []]))
  let total = 0
  const writing = Object.entries(writers).map(async ([name, code]) => {
    for (let i = 0; ; i++) {
      const input = `${name}.${round}.${i}`
      const { result } = await running.callRaw<{ value?: string }>('probe', { code, input }, token)
      if (result?.value !== input) throw new Error(`not written: ${JSON.stringify(result)}`)
      acknowledged[name]?.push(input)
      total++
    }
  })
  const ended = Promise.allSettled(writing)
  let refused = false
  for (const writer of writing) {
    writer.catch(() => {
      refused = true
    })
  }
  while (total < 10 && !refused) await new Promise((resolve) => setTimeout(resolve, 2))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
  await running.kill()
  for (const outcome of await ended) {
    // The connection broke; nothing was refused before.
    if (outcome.status === 'rejected') expect(String(outcome.reason)).not.toContain('not written')
  }
  return acknowledged
}

describe('kill -9 while many write', () => {
  it(`loses nothing acknowledged and leaves nothing half (${rounds} rounds)`, {
    timeout: 20_000 * rounds,
  }, async () => {
    cloud = await startProbe()
    const counts = ['d', 'e'].map((name) => ({ _id: `count.${name}`, code: `count.${name}`, group: 'count', n: 0 }))
    await cloud.put('things', counts)
    const acknowledged: Record<string, string[]> = {}
    for (let round = 0; round < rounds; round++) {
      for (const [name, ids] of Object.entries(await writeUntilKilled(cloud, round))) {
        acknowledged[name] = [...(acknowledged[name] ?? []), ...ids]
      }
      await cloud.restart()
      const all = await cloud.all<Stored>('things')
      const kept = new Set(all.map(({ _id }) => _id))
      const expected = Object.entries(acknowledged).flatMap(([name, ids]) =>
        ids.flatMap((id) => {
          if (name === 'c') return [0, 1, 2, 3, 4].map((i) => `${id}.${i}`)
          return name === 'd' || name === 'e' ? [`${id}.p`, `${id}.q`] : [id]
        }),
      )
      expect(expected.filter((id) => !kept.has(id))).toEqual([])
      const whole = (suffixes: string[], group: string) => {
        const ids = all.filter((thing) => thing.group === group).map(({ _id }) => _id.slice(0, _id.lastIndexOf('.')))
        for (const id of new Set(ids)) for (const suffix of suffixes) expect(kept.has(id + suffix)).toBe(true)
      }
      whole(['.0', '.1', '.2', '.3', '.4'], 'batch')
      whole(['.p', '.q'], 'pair')
      for (const { _id, n } of all.filter(({ group }) => group === 'count')) {
        const pairs = all.filter((thing) => thing._id.startsWith(`${_id.slice(6)}.`) && thing._id.endsWith('.p'))
        expect(n).toBe(pairs.length)
      }
      // The indexes know exactly what is there.
      const counted = `return await Promise.all(['single', 'batch', 'pair', 'count'].map(async (group) =>
        (await db.collection('things').where({ group }).count()).total))`
      const byGroup = ['single', 'batch', 'pair', 'count'].map((g) => all.filter(({ group }) => group === g).length)
      expect(await cloud.value(counted)).toEqual(byGroup)
      expect(byGroup.every((count) => count > 0)).toBe(true)
    }
  })
})

describe('a full disk', () => {
  it('is said in a sentence, and what was acknowledged is there when there is room again', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'full-'))
    try {
      // No file may grow beyond 600 KB: to LMDB that is a full disk.
      cloud = await startProbe({ dataDir, fileLimit: 600 })
      const { probe } = cloud
      const acknowledged: number[] = []
      const code = `return (await db.collection('plain').add({ data: { _id: input, text: 'x'.repeat(5000) } }))._id`
      // from several sides: writes are under way when it ends, which must not keep it from ending
      const write = async (side: number) => {
        for (let i = side; i < 500; i += 4) {
          const outcome = await probe(code, i).catch(() => undefined)
          if (!outcome) break
          if (outcome.value === i) acknowledged.push(i)
          else expect(outcome.errMsg).toMatch(/could not be put on disk|ECONNRESET|hang up/)
        }
      }
      await Promise.all([0, 1, 2, 3].map(write))
      expect(acknowledged.length).toBeGreaterThan(10)
      expect(acknowledged.length).toBeLessThan(500)
      expect(cloud.log()).toMatch(/could not be put on disk .*Make room and start again/)
      await cloud.stop()
      cloud = await startProbe({ dataDir })
      const kept = new Set((await cloud.all('plain')).map(({ _id }) => _id))
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
      await cloud.value(`await db.collection('plain').add({ data: { _id: 'after' } })`)
    } finally {
      await cloud?.stop()
      cloud = undefined
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})

describe('processes that start together on the folder of a dead one', () => {
  it('are refused, but for one', async () => {
    cloud = await startProbe()
    const { dataDir } = cloud
    for (let round = 0; round < 3; round++) {
      await cloud.kill()
      const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startProbe({ dataDir })))
      const inside = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
      for (const start of starts)
        if (start.status === 'rejected') expect(String(start.reason)).toMatch(/in use by another/)
      expect(inside).toHaveLength(1)
      // The next round begins with what this one killed.
      await inside[0]?.kill()
    }
  })
})
