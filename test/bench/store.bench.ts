import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'
import { startCloud } from '../support/cloud'
import { report } from './report'

const root = path.resolve(import.meta.dirname, '../..')
const documents = Number(process.env.STORE_DOCUMENTS ?? 500_000)

/** Memory of a process in MB, from the kernel: all, and what is not a page of the mapped database file. */
const memoryOf = (pid: number): { all: number; own: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024)
  return { all: megabytes('VmRSS'), own: megabytes('RssAnon') }
}

/** Through the SDK in a running function: what is asked for, repeated, and the milliseconds that it took in all. */
const timed = (body: string) => `
  const began = performance.now()
  const result = await (async () => { ${body} })()
  return { result, ms: performance.now() - began }`

const rounded = (value: number) => Math.round(value * 10) / 10

it(`the store: ${documents} facts`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-bench-'))
  try {
    const script = path.join(folder, 'fill.js')
    buildSync({
      entryPoints: [path.join(root, 'test/local-cloud/bench/fill-store.ts')],
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      outfile: script,
    })
    const dataDir = path.join(folder, 'data')
    const databaseFile = path.join(root, 'dist/database.json')
    const filled = JSON.parse(
      execFileSync(process.execPath, [script, dataDir, databaseFile, String(documents)], {
        encoding: 'utf8',
        env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
      }),
    ) as { seconds: number; rss: number }

    const began = performance.now()
    const functionsDir = path.join(root, 'test/local-cloud/fixtures/functions')
    const cloud = await startCloud({ dataDir, databaseFile, functionsDir })
    const opened = performance.now() - began
    const atStart = memoryOf(cloud.pid)
    const token = await cloud.loginAs('tester-a')
    const probe = async <T>(code: string): Promise<T> => {
      const { body, result } = await cloud.callRaw<{ value?: T }>('probe', { code }, token)
      if (result?.value === undefined) throw new Error(JSON.stringify(body))
      return result.value
    }
    const run = async (name: string, body: string, check: (result: unknown) => void) => {
      const { result, ms } = await probe<{ result: unknown; ms: number }>(timed(body))
      check(result)
      return { what: name, ms: rounded(ms), 'memory, MB': memoryOf(cloud.pid).all }
    }
    try {
      const reads = [
        await run('one by its id, first', `return (await db.collection('facts').limit(1).get()).data.length`, (n) =>
          expect(n).toBe(1),
        ),
        await run(
          'the 40 of an activity, by index',
          `return (await db.collection('facts').where({ activityId: '000000000000000000000123' }).limit(100).get()).data.length`,
          (n) => expect(n).toBe(40),
        ),
        await run('count of all', `return (await db.collection('facts').count()).total`, (n) =>
          expect(n).toBe(documents),
        ),
        await run(
          'count of the unfolded, by index',
          `return (await db.collection('facts').where({ folded: false }).count()).total`,
          (n) => expect(n).toBe(Math.ceil(documents / 500)),
        ),
        await run(
          '5 pages of 1,000 by the cursor of the id',
          `let last = ''
           let seen = 0
           for (let page = 0; page < 5; page++) {
             const { data } = await db.collection('facts').where({ _id: _.gt(last) }).orderBy('_id', 'asc')
               .field({ personId: true }).limit(1000).get()
             seen += data.length
             last = data[data.length - 1]._id
           }
           return seen`,
          (n) => expect(n).toBe(5000),
        ),
        await run(
          'an aggregation over 8 days (10,960)',
          `const { list } = await db.collection('facts').aggregate()
             .match({ day: _.gte('2026-02-01').and(_.lte('2026-02-08')) })
             .group({ _id: '$day', n: $.sum(1) }).limit(100).end()
           return list.reduce((sum, { n }) => sum + n, 0)`,
          (n) => expect(n).toBe(8 * 1370),
        ),
      ]
      const perSecond = async (what: string, body: string, atOnce: number) => {
        // By time, not by number: a function may take five seconds.
        const work = `let done = 0
          const until = performance.now() + 1500
          await Promise.all(Array.from({ length: ${atOnce} }, async () => {
            while (performance.now() < until) { const i = done++; ${body} }
          }))
          return done`
        const { result, ms } = await probe<{ result: number; ms: number }>(timed(work))
        return { what, 'at once': atOnce, 'a second': Math.round((result / ms) * 1000) }
      }
      const rates = []
      for (const atOnce of [1, 16]) {
        const tag = `t${atOnce}-`
        await cloud.put(
          'facts',
          Array.from({ length: 64 }, (_, i) => ({ _id: `in-${tag}${i}`, revision: 0 })),
        )
        rates.push(
          await perSecond('get by id', `await db.collection('facts').where({ _id: 'none' }).get()`, atOnce),
          await perSecond(
            'add',
            `await db.collection('facts').add({ data: { _id: '${tag}' + i, folded: true } })`,
            atOnce,
          ),
          await perSecond(
            'transaction: get, update, commit',
            `await db.runTransaction(async (tx) => {
               const one = tx.collection('facts').doc('in-${tag}' + (i % 64))
               await one.get()
               await one.update({ data: { revision: 1 } })
             })`,
            atOnce,
          ),
        )
      }
      const end = memoryOf(cloud.pid)
      report('store', [
        {
          title: `The local cloud on ${documents.toLocaleString('en')} facts`,
          rows: [
            { what: 'filling, 2,000 a write, facts a second', value: Math.round(documents / filled.seconds) },
            { what: 'filling, memory, MB', value: Math.round(filled.rss / 2 ** 20) },
            {
              what: 'database file, MB',
              value: Math.round(statSync(path.join(dataDir, 'database/data.mdb')).size / 2 ** 20),
            },
            { what: 'start of a fresh process until ready, ms', value: Math.round(opened) },
            { what: 'memory when ready, MB (without pages of the file)', value: `${atStart.all} (${atStart.own})` },
            { what: 'memory at the end, MB (without pages of the file)', value: `${end.all} (${end.own})` },
          ],
        },
        { title: 'Reads through the SDK, cold', rows: reads },
        { title: 'Requests through the SDK, every write on disk when it is answered', rows: rates },
      ])
      expect(opened).toBeLessThan(5000)
      expect(end.all).toBeLessThan(1024)
    } finally {
      await cloud.stop()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
