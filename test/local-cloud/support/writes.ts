import { expect } from 'vitest'
import { refused, refusedRow } from './prove'
import type { SupportRow } from './rows'

const nested = (depth: number) => `let v = 1; for (let i = 0; i < ${depth}; i++) v = { v };`

export const rows: SupportRow[] = [
  {
    area: 'writes',
    name: 'add()',
    state: 'supported',
    note: 'one document or a list in one request; in order, up to the first that is refused; ids of 32 hexadecimal digits where none is given',
    async prove(cloud) {
      expect(await cloud.value(`return (await db.collection('plain').add({ data: { _id: 'k', n: 1 } }))._id`)).toBe('k')
      expect(
        await cloud.value(`return (await db.collection('plain').add({ data: [{ _id: 'l' }, { _id: 'm' }] }))._ids`),
      ).toEqual(['l', 'm'])
      expect(await cloud.value(`return (await db.collection('plain').add({ data: {} }))._id`)).toMatch(/^[0-9a-f]{32}$/)
      await refused(
        cloud,
        `await db.collection('plain').add({ data: [{ _id: 'x' }, { _id: 'k' }, { _id: 'y' }] })`,
        /E11000 duplicate key/,
        -502001,
      )
      expect((await cloud.all('plain')).map(({ _id }) => _id)).toEqual(expect.arrayContaining(['k', 'l', 'm', 'x']))
      expect(await cloud.all('plain')).toHaveLength(5)
    },
  },
  {
    area: 'writes',
    name: 'doc().set()',
    state: 'supported',
    note: 'puts the whole document in place, or makes it',
    async prove(cloud) {
      const set = (data: string) =>
        cloud.value(`return (await db.collection('plain').doc('k').set({ data: ${data} })).stats`)
      expect(await set('{ a: 1, b: 1 }')).toEqual({ updated: 0, created: 1 })
      expect(await set('{ a: 2 }')).toEqual({ updated: 1, created: 0 })
      expect(await cloud.all('plain')).toEqual([{ _id: 'k', a: 2 }])
    },
  },
  {
    area: 'writes',
    name: 'doc().update()',
    state: 'supported',
    note: 'makes nothing where there is nothing; counts what changed',
    async prove(cloud) {
      const update = `return (await db.collection('plain').doc('k').update({ data: { a: 1 } })).stats.updated`
      expect(await cloud.value(update)).toBe(0)
      await cloud.put('plain', [{ _id: 'k' }])
      expect(await cloud.value(update)).toBe(1)
      expect(await cloud.value(update)).toBe(0)
    },
  },
  {
    area: 'writes',
    name: 'where().update()',
    state: 'supported',
    note: 'every match; documents before the first refusal stay changed, as in MongoDB',
    async prove(cloud) {
      await cloud.put('plain', [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
        { _id: 'c', n: 'x' },
        { _id: 'd', n: 4 },
      ])
      const update = (where: string, data: string) =>
        `return (await db.collection('plain').where(${where}).update({ data: ${data} })).stats.updated`
      expect(await cloud.value(update('{ n: _.gte(2) }', '{ n: _.inc(10) }'))).toBe(2)
      await refused(cloud, update('{}', '{ n: _.inc(1) }'), /non-numeric type string/)
      expect(await cloud.all('plain')).toEqual([
        { _id: 'a', n: 2 },
        { _id: 'b', n: 13 },
        { _id: 'c', n: 'x' },
        { _id: 'd', n: 14 },
      ])
    },
  },
  {
    area: 'writes',
    name: 'doc().remove(), where().remove()',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
        { _id: 'c', n: 3 },
      ])
      expect(await cloud.value(`return (await db.collection('plain').doc('a').remove()).stats.removed`)).toBe(1)
      expect(await cloud.value(`return (await db.collection('plain').doc('a').remove()).stats.removed`)).toBe(0)
      expect(
        await cloud.value(`return (await db.collection('plain').where({ n: _.gt(2) }).remove()).stats.removed`),
      ).toBe(1)
      expect(await cloud.all('plain')).toEqual([{ _id: 'b', n: 2 }])
    },
  },
  {
    area: 'writes',
    name: 'unique indexes',
    state: 'supported',
    note: 'a taken key is refused with E11000 (-502001); missing counts as null, once',
    async prove(cloud) {
      await cloud.put('things', [{ _id: 'a', code: 1 }, { _id: 'b' }])
      await refused(
        cloud,
        `await db.collection('things').add({ data: { code: 1 } })`,
        /E11000 duplicate key.*index: code/,
        -502001,
      )
      await refused(cloud, `await db.collection('things').add({ data: { x: 1 } })`, /E11000 duplicate key/, -502001)
      await refused(cloud, `await db.collection('things').doc('b').update({ data: { code: 1 } })`, /E11000/, -502001)
      expect(await cloud.all('things')).toHaveLength(2)
    },
  },
  {
    area: 'writes',
    name: 'limits of a document',
    state: 'supported',
    note: '100 levels, 16 MB, a request of 1 MB (-501003); no `$` at the beginning of a field name, no dot, null byte or `__proto__` in it; ids of 1 to 512 bytes; index keys of 1,024 bytes',
    async prove(cloud) {
      const add = (data: string) => `return await db.collection('plain').add({ data: ${data} })`
      await cloud.value(`${nested(99)} ${add(`{ _id: 'k', v }`)}`)
      await refused(
        cloud,
        `${nested(100)} ${add('{ v }')}`,
        /nest 100 levels at most|more than 100 nested documents/,
        -502001,
      )
      await refused(
        cloud,
        `${nested(98)} return await db.collection('plain').doc('k').update({ data: { 'a.b': _.set({ v }) } })`,
        /more than 100 nested/,
      )
      await refused(cloud, add(`{ 'a.b': 1 }`), /field name 'a.b'/, -502001)
      await refused(cloud, add(`{ a: { $b: 1 } }`), /field name 'a.\$b'/, -502001)
      await refused(cloud, add(`{ 'a\\0': 1 }`), /is not allowed/, -502001)
      await refused(cloud, add(`{ _id: 'x'.repeat(513) }`), /_id must be/, -502001)
      await refused(cloud, add(`{ t: 'x'.repeat(1100000) }`), /./, -501003)
      await refused(
        cloud,
        `return await db.collection('owners').add({ data: { town: 'x'.repeat(1100) } })`,
        /key too large to index/,
        -502001,
      )
      await refused(cloud, add(`{ n: { $numberLong: '9007199254740993' } }`), /JavaScript cannot hold exactly/, -502002)
      expect(await cloud.all('plain')).toHaveLength(1)
    },
  },
  {
    area: 'writes',
    name: 'types',
    state: 'supported',
    note: 'text, numbers (NaN, ±Infinity; whole ones to 2^53), booleans, null, dates, lists, documents, ObjectIds, regular expressions; Decimal128, Timestamp, Symbol and code are refused',
    async prove(cloud) {
      const code = `
        const data = { _id: 't', nan: NaN, inf: -Infinity, big: 2 ** 53, f: 0.1, d: new Date(1e12), n: null, l: [[1], {}], r: /a/i, zh: '初' }
        await db.collection('plain').add({ data })
        const { data: b } = await db.collection('plain').doc('t').get()
        return [Number.isNaN(b.nan), b.inf === -Infinity, b.big, b.f, b.d.getTime(), b.n, b.l, b.zh, String(b.r.pattern ?? b.r.source)]`
      expect(await cloud.value(code)).toEqual([true, true, 2 ** 53, 0.1, 1e12, null, [[1], {}], '初', 'a'])
      await refused(
        cloud,
        `await db.collection('plain').add({ data: { n: { $numberDecimal: '1' } } })`,
        /BSON type Decimal128/,
        -502002,
      )
    },
  },
  refusedRow('writes', 'createCollection()', `return await db.createCollection('more')`, /addCollection is refused/),
  refusedRow(
    'writes',
    'upsert other than doc().set()',
    `return await db.collection('plain').where({ i: 7 }).update({ data: { $setOnInsert: { a: 1 } } })`,
    /\$setOnInsert/,
  ),
]
