import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { find } from '../../../local-cloud/query/find'
import type { WritableView } from '../../../local-cloud/store/view'
import { temporaryStore } from './store'

const ids = ['a', 'b', 'c', 'd']

type Step =
  | { do: 'start' }
  | { do: 'end'; who: number; how: 'commit' | 'abort' }
  | { do: 'read'; who: number; id: string }
  | { do: 'write' | 'remove'; who: number; id: string; n: number }
  | { do: 'plain'; id: string; n: number }

const who = fc.nat(3)
const id = fc.constantFrom(...ids)
const n = fc.nat(3)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'start' }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('end' as const), who, how: fc.constantFrom('commit', 'abort') }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), who, id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('write' as const, 'remove' as const), who, id, n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plain' as const), id, n }) },
)

type State = Map<string, number>

/** What a transaction is in the model: what it saw at the beginning, what it wrote, and the moment. */
interface Open {
  id: string
  since: number
  snapshot: State
  own: Map<string, number | undefined>
}

let opened: ReturnType<typeof temporaryStore>
beforeAll(() => {
  const indexes = [{ name: 'n', fields: [['n', 1]] }]
  opened = temporaryStore({ docs: { indexes } }, { writeWait: 0 })
})
afterAll(() => opened.end())

const put = (view: WritableView, key: string, value: number) => {
  const old = view.get(key)
  if (old) view.replace(old, { _id: key, n: value })
  else view.insert({ _id: key, n: value })
}

const drop = (view: WritableView, key: string) => {
  const old = view.get(key)
  if (old) view.remove(old)
}

/** The rules of snapshot isolation, with the first writer winning, in a few plain maps. */
class Model {
  now: State = new Map()
  readonly written = new Map<string, number>()
  readonly open: Open[] = []
  private tick = 0

  begin(transaction: string) {
    this.open.push({ id: transaction, since: this.tick, snapshot: new Map(this.now), own: new Map() })
  }

  sees(open: Open, key: string): number | undefined {
    return open.own.has(key) ? open.own.get(key) : open.snapshot.get(key)
  }

  isHeld(key: string, by?: Open): boolean {
    return this.open.some((other) => other !== by && other.own.has(key))
  }

  conflicts(open: Open, key: string): boolean {
    return this.isHeld(key, open) || (this.written.get(key) ?? 0) > open.since
  }

  set(key: string, value: number | undefined) {
    this.written.set(key, this.tick)
    if (value === undefined) this.now.delete(key)
    else this.now.set(key, value)
  }

  end(open: Open, commit: boolean) {
    this.open.splice(this.open.indexOf(open), 1)
    this.tick++
    if (commit) for (const [key, value] of open.own) this.set(key, value)
  }

  plain(key: string, value: number) {
    this.tick++
    this.set(key, value)
  }
}

const run = async (steps: readonly Step[]) => {
  const { store } = opened
  const docs = store.collection('docs')
  await store.write(() => docs.clear())
  const model = new Model()
  const inside = <T>(open: Open, act: (view: WritableView) => T): T =>
    store.transactions.run(open.id, (transaction) => act(transaction.view(docs)))
  for (const now of steps) {
    if (now.do === 'start') {
      if (model.open.length < 4) model.begin(store.transactions.start())
    } else if (now.do === 'plain') {
      const writing = store.write(() => put(docs, now.id, now.n))
      if (model.isHeld(now.id)) await expect(writing).rejects.toThrow(/waited/)
      else {
        await writing
        model.plain(now.id, now.n)
      }
    } else {
      const open = model.open[now.who]
      if (!open) continue
      if (now.do === 'end') {
        if (now.how === 'commit') await store.transactions.commit(open.id)
        else store.transactions.abort(open.id)
        model.end(open, now.how === 'commit')
      } else if (now.do === 'read') {
        expect(inside(open, (view) => view.get(now.id))?.n).toBe(model.sees(open, now.id))
        const seen = ids.filter((key) => (model.sees(open, key) ?? 0) >= 1)
        const found = inside(open, (view) => find(view, { filter: { n: { $gte: 1 } } }))
        expect(found.map(({ _id }) => _id).sort()).toEqual(seen)
      } else {
        const value = now.do === 'write' ? now.n : undefined
        // Removing what is not there writes nothing.
        if (value === undefined && model.sees(open, now.id) === undefined) continue
        const act = () => inside(open, (view) => (value === undefined ? drop(view, now.id) : put(view, now.id, value)))
        if (model.conflicts(open, now.id)) {
          expect(act).toThrow(/TransactionConflict/)
          model.end(open, false)
        } else {
          act()
          open.own.set(now.id, value)
        }
      }
    }
    expect(new Map(find(docs, { filter: {} }).map((d) => [d._id, d.n]))).toEqual(model.now)
  }
  for (const open of model.open) store.transactions.abort(open.id)
  for (const value of [0, 1, 2, 3]) {
    const wanted = [...model.now].filter(([, held]) => held === value).map(([key]) => key)
    expect(
      find(docs, { filter: { n: value } })
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual(wanted.sort())
  }
}

describe('transactions', () => {
  it('are isolated by snapshots, whatever happens in whatever order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), run), {
      numRuns: Number(process.env.LAW_RUNS ?? 60),
    })
  })

  it('lose no update and show no half of one, with many at once', async () => {
    const { store, end } = temporaryStore({ docs: { indexes: [] } }, { writeWait: 20_000 })
    const docs = store.collection('docs')
    await store.write(() => {
      for (const key of ids) docs.insert({ _id: key, n: 100 })
    })
    let moves = 0
    let conflicts = 0
    const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
    const total = (view: WritableView) => ids.reduce((sum, key) => sum + Number(view.get(key)?.n), 0)
    const add = (view: WritableView, key: string, amount: number) => {
      const old = view.get(key)
      if (old) view.replace(old, { ...old, n: Number(old.n) + amount })
    }
    const pick = () => ids[Math.floor(Math.random() * ids.length)] as string
    const mover = async () => {
      for (let i = 0; i < 15; i++) {
        const transaction = store.transactions.start()
        const inside = <T>(act: (view: WritableView) => T): T =>
          store.transactions.run(transaction, (open) => act(open.view(docs)))
        try {
          const [from, to] = [pick(), pick()]
          expect(inside(total) % 400).toBe(0)
          await pause()
          inside((view) => add(view, from, -1))
          await pause()
          inside((view) => add(view, to, 1))
          expect(inside(total) % 400).toBe(0)
          await store.transactions.commit(transaction)
          moves++
        } catch (error) {
          if (!/TransactionConflict/.test(String(error))) throw error
          conflicts++
        }
      }
    }
    // Doubling everything keeps the sum a multiple of 400, if it happens at once and counts what was moved.
    const doubler = async () => {
      for (let i = 0; i < 5; i++) {
        await pause()
        await store.write(() => {
          for (const key of ids) add(docs, key, Number(docs.get(key)?.n))
        })
      }
    }
    await Promise.all([...Array.from({ length: 6 }, mover), doubler()])
    expect(total(docs)).toBe(400 * 2 ** 5)
    expect(moves + conflicts).toBe(90)
    expect(moves).toBeGreaterThan(0)
    expect(conflicts).toBeGreaterThan(0)
    await end()
  })
})
