import { ObjectId } from 'bson'
import { afterAll, describe, expect, it } from 'vitest'
import { find } from '../../../local-cloud/query/find'
import { checkFieldNames, checkId } from '../../../local-cloud/store/document'
import { temporaryStore } from './store'

const index = { name: 'code', fields: [['code', 1]], unique: true }
const open: ReturnType<typeof temporaryStore>[] = []
const begin = (indexes: object[]) => {
  const opened = temporaryStore({ docs: { indexes } })
  open.push(opened)
  return opened
}
afterAll(async () => {
  for (const { end } of open) await end()
})

describe('the store', () => {
  it('keeps the types of values', async () => {
    const { store } = begin([])
    const document = {
      _id: new ObjectId('656565656565656565656565'),
      n: 1,
      f: 1.5,
      big: 2 ** 40,
      s: '中',
      b: false,
      z: null,
      d: new Date(5),
      o: { list: [1, 'x', { y: null }] },
    }
    await store.write(() => store.collection('docs').insert(document))
    expect(store.collection('docs').get(document._id)).toEqual(document)
    expect(find(store.collection('docs'), { filter: { _id: new ObjectId('656565656565656565656565') } })).toHaveLength(
      1,
    )
  })

  it('tells the ids 5 and "5" apart', async () => {
    const { store } = begin([])
    const docs = store.collection('docs')
    await store.write(() => {
      docs.insert({ _id: 5 })
      docs.insert({ _id: '5' })
    })
    expect(docs.get(5)).toEqual({ _id: 5 })
    expect(docs.get('5')).toEqual({ _id: '5' })
  })

  it('refuses a taken unique key and leaves nothing of the refused document', async () => {
    const { store } = begin([{ name: 'other', fields: [['other', 1]] }, index])
    const docs = store.collection('docs')
    await store.write(() => docs.insert({ _id: 'a', code: 1 }))
    await expect(store.write(() => docs.insert({ _id: 'b', code: 1, other: 7 }))).rejects.toThrow(/duplicate key/)
    expect(docs.get('b')).toBeUndefined()
    expect(find(docs, { filter: { other: 7 } })).toEqual([])
    // A missing field counts as null, and there can be one null only.
    await store.write(() => docs.insert({ _id: 'c' }))
    await expect(store.write(() => docs.insert({ _id: 'd' }))).rejects.toThrow(/duplicate key/)
    // Its own key is no obstacle, and a key that was given up is free.
    await store.write(() => docs.replace({ _id: 'a', code: 1 }, { _id: 'a', code: 1, n: 2 }))
    await store.write(() => docs.replace({ _id: 'a', code: 1 }, { _id: 'a', code: 2 }))
    await store.write(() => docs.insert({ _id: 'e', code: 1 }))
  })

  it('builds an index that is declared later, and one that has changed', async () => {
    const { store, reopen } = begin([])
    await store.write(() => {
      store.collection('docs').insert({ _id: 'a', code: 2, tags: ['x', 'y'] })
      store.collection('docs').insert({ _id: 'b', code: 1, tags: [] })
    })
    await store.close()
    const later = reopen({ docs: { indexes: [index, { name: 'tags', fields: [['tags', 1]] }] } })
    const docs = later.collection('docs')
    const plan = {
      kind: 'index',
      index: docs.indexes[0],
      ranges: [{ start: null, end: null }],
      sorted: true,
      reverse: false,
    } as never
    expect([...docs.candidates(plan)].map(({ _id }) => _id)).toEqual(['b', 'a'])
    expect([...docs.multiKeyFields(docs.indexes[1] as never)]).toEqual(['tags'])
    await later.close()
    const changed = reopen({ docs: { indexes: [{ ...index, fields: [['code', -1]] }] } })
    const again = changed.collection('docs')
    expect(
      [...again.candidates({ ...(plan as object), index: again.indexes[0] } as never)].map(({ _id }) => _id),
    ).toEqual(['a', 'b'])
    await changed.close()
  })

  it('builds an index over more documents than it holds in memory, each once', async () => {
    const { store, reopen } = begin([])
    await store.write(() => {
      for (let i = 0; i < 2500; i++) store.collection('docs').insert({ _id: i, code: -i })
    })
    await store.close()
    const later = reopen({ docs: { indexes: [index] } })
    const codes = find(later.collection('docs'), { filter: {}, sort: [['code', 1]] }).map(({ code }) => code)
    expect(codes).toEqual(Array.from({ length: 2500 }, (_, i) => i - 2499 || -0))
    await later.close()
  })

  it('refuses two arrays in one index and keys that are too long', async () => {
    const { store } = begin([
      {
        name: 'ab',
        fields: [
          ['a', 1],
          ['b', 1],
        ],
      },
    ])
    const docs = store.collection('docs')
    await expect(store.write(() => docs.insert({ _id: 1, a: [1], b: [2] }))).rejects.toThrow(/parallel arrays/)
    await expect(store.write(() => docs.insert({ _id: 1, a: 'x'.repeat(2000) }))).rejects.toThrow(/key too large/)
    expect(docs.size()).toBe(0)
  })

  it('takes the longest id beside the longest key, and no longer one', async () => {
    const { store } = begin([{ name: 'a', fields: [['a', 1]] }])
    const docs = store.collection('docs')
    const longest = { _id: 'i'.repeat(512), a: 'x'.repeat(1021) }
    checkId(longest._id)
    await store.write(() => docs.insert(longest))
    expect(find(docs, { filter: { a: longest.a } })).toEqual([longest])
    await expect(store.write(() => docs.insert({ _id: 2, a: `${longest.a}x` }))).rejects.toThrow(
      /key too large to index a: 1025/,
    )
    expect(() => checkId('i'.repeat(513))).toThrow(/1 to 512 bytes/)
    expect(() => checkId('\0'.repeat(300))).toThrow(/1 to 512 bytes/)
  })

  it('refuses a document of more than 16 MB, and one that nests too deep', async () => {
    const { store } = begin([])
    const docs = store.collection('docs')
    const large = { _id: 1, text: 'x'.repeat(16 * 1024 * 1024) }
    await expect(store.write(() => docs.insert(large))).rejects.toThrow('larger than 16 MB')
    await store.write(() => docs.insert({ _id: 1, text: 'x'.repeat(16 * 1024 * 1024 - 100) }))
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })
    checkFieldNames(nested(99))
    expect(() => checkFieldNames(nested(5000))).toThrow('100 levels')
  })

  it('forgets everything when it is cleared', async () => {
    const { store } = begin([index])
    const docs = store.collection('docs')
    await store.write(() => docs.insert({ _id: 1, code: 1 }))
    await store.write(() => docs.clear())
    expect(docs.size()).toBe(0)
    await store.write(() => docs.insert({ _id: 1, code: 1 }))
    expect(docs.size()).toBe(1)
  })

  it('does not know what is not declared', () => {
    const { store } = begin([])
    expect(() => store.collection('nope')).toThrow(/not exist: nope/)
    expect(() => store.collection('constructor')).toThrow(/not exist/)
  })
})
