import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FunctionWorker } from '../../../local-cloud/runtime/function-worker'
import { WorkerPool } from '../../../local-cloud/runtime/pool'

/** What the pool sees of a worker. */
class FakeWorker {
  alive = true
  calls = 0
  async end(): Promise<void> {
    this.alive = false
  }
}

const poolOf = () => {
  const started: FakeWorker[] = []
  const pool = new WorkerPool(() => {
    const worker = new FakeWorker()
    started.push(worker)
    return worker as unknown as FunctionWorker
  })
  return { pool, started }
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A call that makes further calls of the same function, one after the other, and may lose its worker. */
interface Call {
  dies: boolean
  calls: Call[]
}
const callOf = (depth: number): fc.Arbitrary<Call> =>
  fc.record({
    dies: fc.boolean(),
    calls: depth === 0 ? fc.constant([]) : fc.array(callOf(depth - 1), { maxLength: 2 }),
  })

describe('the workers of a function', () => {
  it('are four at once for calls from outside, and every call has its turn whatever calls what and whoever dies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(callOf(3), { minLength: 1, maxLength: 12 }), async (calls) => {
        const { pool } = poolOf()
        let [outside, most, answered, made] = [0, 0, 0, 0]
        const run = async (call: Call, nested: boolean): Promise<void> => {
          made++
          await pool.use(nested, async (worker) => {
            if (!nested) most = Math.max(most, ++outside)
            await pause(0)
            for (const inner of call.calls) {
              worker.calls++
              pool.serve()
              await run(inner, true)
              worker.calls--
            }
            if (call.dies) await worker.end()
            if (!nested) outside--
          })
          answered++
        }
        await Promise.all(calls.map((call) => run(call, false)))
        expect(answered).toBe(made)
        expect(most).toBeLessThanOrEqual(4)
        await pool.end()
      }),
      { numRuns: 60 },
    )
  })

  it('are used again when they are free, and never after their end', async () => {
    const { pool, started } = poolOf()
    await pool.use(false, async () => undefined)
    await pool.use(false, async (worker) => worker.end())
    expect(started).toHaveLength(1)
    await pool.use(false, async (worker) => expect(worker.alive).toBe(true))
    expect(started).toHaveLength(2)
    await pool.end()
    expect(started.every(({ alive }) => !alive)).toBe(true)
  })

  it('that cannot be started fail their call, not those that wait', async () => {
    let starts = 0
    const pool = new WorkerPool(() => {
      if (starts++ < 4) throw new Error('no thread')
      return new FakeWorker() as unknown as FunctionWorker
    })
    const ends = await Promise.allSettled(Array.from({ length: 6 }, () => pool.use(false, async () => 'done')))
    expect(ends.map(({ status }) => status).sort()).toEqual([
      ...Array(2).fill('fulfilled'),
      ...Array(4).fill('rejected'),
    ])
  })

  it('refuse those that wait when the cloud closes', async () => {
    const { pool } = poolOf()
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const running = Array.from({ length: 4 }, () => pool.use(false, () => gate))
    const waiting = pool.use(false, async () => 'never')
    const refused = expect(waiting).rejects.toThrow('closing')
    await pool.end()
    await refused
    open()
    await Promise.all(running)
    await expect(pool.use(true, async () => 'never')).rejects.toThrow('closing')
  })
})
