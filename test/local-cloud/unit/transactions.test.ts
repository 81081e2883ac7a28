import { afterEach, describe, expect, it } from 'vitest'
import { find } from '../../../local-cloud/query/find'
import type { Document } from '../../../local-cloud/store/document'
import type { StoreOptions } from '../../../local-cloud/store/store'
import type { WritableView } from '../../../local-cloud/store/view'
import { temporaryStore } from './store'

const open: ReturnType<typeof temporaryStore>[] = []
afterEach(async () => {
  for (const { end } of open.splice(0)) await end()
})

const indexes = [
  { name: 'code', fields: [['code', 1]], unique: true },
  { name: 'group', fields: [['group', 1]] },
]

/** A store with documents a and b, and short words for what transactions do. */
const begin = async (options: StoreOptions = {}) => {
  const opened = temporaryStore({ docs: { indexes }, others: { indexes: [] } }, options)
  open.push(opened)
  const { store } = opened
  const docs = store.collection('docs')
  const inside = <T>(id: string, run: (view: WritableView) => T): T =>
    store.transactions.run(id, (transaction) => run(transaction.view(docs)))
  const set = (view: WritableView, fields: Document) => {
    const old = view.get(fields._id)
    if (old) view.replace(old, fields)
    else view.insert(fields)
  }
  await store.write(() => {
    docs.insert({ _id: 'a', code: 1, n: 0, group: 'x' })
    docs.insert({ _id: 'b', code: 2, n: 0, group: 'x' })
  })
  return {
    ...opened,
    docs,
    inside,
    start: () => store.transactions.start(),
    commit: (id: string) => store.transactions.commit(id),
    abort: (id: string) => store.transactions.abort(id),
    get: (id: string, key: string) => inside(id, (view) => view.get(key)),
    set: (id: string, fields: Document) => inside(id, (view) => set(view, fields)),
    remove: (id: string, key: string) =>
      inside(id, (view) => {
        const old = view.get(key)
        if (old) view.remove(old)
      }),
    write: (fields: Document) => store.write(() => set(docs, fields)),
  }
}

const conflict = /TransactionConflict/
const notOpen = /TransactionNotExist/

describe('a transaction', () => {
  it('reads the moment at which it began, whatever is written since', async () => {
    const { start, get, write, inside, commit } = await begin()
    const id = start()
    await write({ _id: 'a', code: 1, n: 9, group: 'y' })
    await write({ _id: 'c', code: 3, group: 'x' })
    expect(get(id, 'a')).toEqual({ _id: 'a', code: 1, n: 0, group: 'x' })
    expect(get(id, 'c')).toBeUndefined()
    expect(inside(id, (view) => find(view, { filter: { group: 'x' } }).map(({ _id }) => _id))).toEqual(['a', 'b'])
    expect(inside(id, (view) => view.size())).toBe(2)
    await commit(id)
  })

  it('sees its own writes, and nobody else does before the commit', async () => {
    const { start, get, set, remove, inside, docs, commit } = await begin()
    const id = start()
    set(id, { _id: 'a', code: 1, n: 5, group: 'y' })
    set(id, { _id: 'c', code: 3, n: 1, group: 'x' })
    remove(id, 'b')
    expect(get(id, 'a')?.n).toBe(5)
    expect(inside(id, (view) => find(view, { filter: { group: 'x' } }).map(({ _id }) => _id))).toEqual(['c'])
    expect(inside(id, (view) => view.size())).toBe(2)
    expect([docs.get('a')?.n, docs.get('b')?.n, docs.get('c')]).toEqual([0, 0, undefined])
    await commit(id)
    expect([docs.get('a')?.n, docs.get('b'), docs.get('c')?.n]).toEqual([5, undefined, 1])
    expect(find(docs, { filter: { group: 'x' } }).map(({ _id }) => _id)).toEqual(['c'])
  })

  it('finds its own documents in the order of an index, forwards and backwards', async () => {
    const { start, set, inside } = await begin()
    const id = start()
    set(id, { _id: 'z', code: 0 })
    set(id, { _id: 'm', code: 1.5 })
    set(id, { _id: 'b', code: 9 })
    const codes = (direction: 1 | -1, limit: number) =>
      inside(id, (view) => find(view, { filter: {}, sort: [['code', direction]], limit }).map(({ code }) => code))
    expect(codes(1, 10)).toEqual([0, 1, 1.5, 9])
    expect(codes(-1, 3)).toEqual([9, 1.5, 1])
    expect(inside(id, (view) => find(view, { filter: { code: { $gt: 0, $lt: 9 } } }).map(({ _id }) => _id))).toEqual([
      'a',
      'm',
    ])
  })

  it('leaves nothing when it is aborted, and frees what it held', async () => {
    const { start, set, abort, docs, write } = await begin()
    const id = start()
    set(id, { _id: 'a', code: 7 })
    abort(id)
    expect(docs.get('a')).toMatchObject({ code: 1 })
    await write({ _id: 'b', code: 7 })
    expect(docs.get('b')).toEqual({ _id: 'b', code: 7 })
  })

  it('is over after commit, abort, or an error', async () => {
    const { start, commit, abort, get, set, inside } = await begin()
    const committed = start()
    await commit(committed)
    await expect(commit(committed)).rejects.toThrow(notOpen)
    expect(() => get(committed, 'a')).toThrow(notOpen)
    const aborted = start()
    abort(aborted)
    expect(() => abort(aborted)).toThrow(notOpen)
    const failed = start()
    set(failed, { _id: 'c', code: 3 })
    expect(() => inside(failed, (view) => view.insert({ _id: 'a', code: 4 }))).toThrow(/E11000/)
    await expect(commit(failed)).rejects.toThrow(notOpen)
    await expect(commit('never begun')).rejects.toThrow(notOpen)
  })

  it('is aborted when nobody ends it', async () => {
    const { start, set, get, write, docs } = await begin({ transactionLifetime: 30 })
    const id = start()
    set(id, { _id: 'a', code: 1, n: 1 })
    // Waits for the transaction, whose time runs out.
    await write({ _id: 'a', code: 1, n: 2 })
    expect(docs.get('a')?.n).toBe(2)
    expect(() => get(id, 'a')).toThrow(notOpen)
  })

  it('may not write more than 16 MB', async () => {
    const { start, set } = await begin()
    const id = start()
    const text = 'x'.repeat(6 * 1024 * 1024)
    set(id, { _id: 'c', code: 3, text })
    set(id, { _id: 'd', code: 4, text })
    expect(() => set(id, { _id: 'e', code: 5, text })).toThrow(/more than 16 MB/)
  })
})

describe('two transactions that write one document', () => {
  it('conflict on the operation of the second, which is over then', async () => {
    const { start, set, get, commit, docs } = await begin()
    const [first, second] = [start(), start()]
    set(first, { _id: 'a', code: 1, n: 1 })
    set(second, { _id: 'b', code: 2, n: 2 })
    expect(() => set(second, { _id: 'a', code: 1, n: 2 })).toThrow(conflict)
    expect(() => get(second, 'b')).toThrow(notOpen)
    // What the second held is free, and its write of b is gone.
    set(first, { _id: 'b', code: 2, n: 1 })
    await commit(first)
    expect([docs.get('a')?.n, docs.get('b')?.n]).toEqual([1, 1])
  })

  it('conflict also when the first has committed since the second began', async () => {
    const { start, set, commit, remove } = await begin()
    const [first, second, third] = [start(), start(), start()]
    set(first, { _id: 'a', code: 1, n: 1 })
    set(first, { _id: 'c', code: 3 })
    await commit(first)
    expect(() => remove(second, 'a')).toThrow(conflict)
    // It does not see c, yet cannot make it.
    expect(() => set(third, { _id: 'c', code: 4 })).toThrow(conflict)
    const later = start()
    set(later, { _id: 'a', code: 1, n: 2 })
    await commit(later)
  })

  it('conflict with a plain write since the beginning, even one that changed nothing in the end', async () => {
    const { start, set, write } = await begin()
    const id = start()
    await write({ _id: 'a', code: 1, n: 5, group: 'x' })
    await write({ _id: 'a', code: 1, n: 0, group: 'x' })
    expect(() => set(id, { _id: 'a', code: 1, n: 1 })).toThrow(conflict)
  })

  it('conflict over a unique key', async () => {
    const { start, set, commit, write } = await begin()
    const [first, second, third] = [start(), start(), start()]
    set(first, { _id: 'c', code: 3 })
    expect(() => set(second, { _id: 'd', code: 3 })).toThrow(conflict)
    await commit(first)
    expect(() => set(third, { _id: 'e', code: 3 })).toThrow(conflict)
    await expect(write({ _id: 'f', code: 3 })).rejects.toThrow(/E11000.*code/)
    expect(() => set(start(), { _id: 'g', code: 3 })).toThrow(/E11000.*code/)
  })

  it('do not conflict over what they only read: write skew is possible, as with snapshots', async () => {
    const { start, get, set, commit, docs } = await begin()
    const [first, second] = [start(), start()]
    get(first, 'a')
    get(second, 'b')
    set(first, { _id: 'b', code: 2, n: 1 })
    set(second, { _id: 'a', code: 1, n: 1 })
    await commit(first)
    await commit(second)
    expect([docs.get('a')?.n, docs.get('b')?.n]).toEqual([1, 1])
  })
})

describe('unique keys in a transaction', () => {
  it('can be given up and taken, and be exchanged', async () => {
    const { start, set, remove, commit, docs } = await begin()
    const id = start()
    set(id, { _id: 'a', code: 99 })
    set(id, { _id: 'b', code: 1 })
    set(id, { _id: 'a', code: 2 })
    set(id, { _id: 'c', code: 3 })
    remove(id, 'c')
    set(id, { _id: 'd', code: 3 })
    await commit(id)
    expect([docs.get('a')?.code, docs.get('b')?.code, docs.get('d')?.code]).toEqual([2, 1, 3])
    expect(
      find(docs, { filter: { code: { $in: [1, 2, 3, 99] } } })
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual(['a', 'b', 'd'])
  })
})

describe('a plain write to what an open transaction holds', () => {
  it('waits until it has ended, and works on what it left', async () => {
    const { start, set, commit, store, docs } = await begin()
    const id = start()
    set(id, { _id: 'a', code: 1, n: 10 })
    let done = false
    const adding = store
      .write(() => {
        for (const key of ['b', 'a']) {
          const old = docs.get(key) as Document
          docs.replace(old, { ...old, n: Number(old.n) + 1 })
        }
      })
      .then(() => {
        done = true
      })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(done).toBe(false)
    await commit(id)
    await adding
    // b was written before it met a, was undone, and is written once.
    expect([docs.get('a')?.n, docs.get('b')?.n]).toEqual([11, 1])
  })

  it('waits no longer than it may', async () => {
    const { start, set, write, docs } = await begin({ writeWait: 30 })
    set(start(), { _id: 'c', code: 3 })
    await expect(write({ _id: 'c', code: 4 })).rejects.toThrow(/waited 0.03 s for transaction/)
    await expect(write({ _id: 'd', code: 3 })).rejects.toThrow(/waited/)
    await write({ _id: 'a', code: 1, n: 1 })
    expect(docs.get('a')?.n).toBe(1)
  })

  it('does not lose what it noted of arrays when it is undone', async () => {
    const { start, set, abort, store, docs, reopen } = await begin()
    const id = start()
    set(id, { _id: 'b', code: 2, group: 'y' })
    const writing = store.write(() => {
      docs.insert({ _id: 'c', code: 3, group: ['p', 'q'] })
      docs.replace({ _id: 'b', code: 2, n: 0, group: 'x' }, { _id: 'b', code: 2, group: 'z' })
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    abort(id)
    await writing
    await store.close()
    const again = reopen()
    const [, group] = again.collection('docs').indexes
    expect([...again.collection('docs').multiKeyFields(group as never)]).toEqual(['group'])
    await again.close()
  })
})
