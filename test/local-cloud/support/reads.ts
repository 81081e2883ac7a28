import { expect } from 'vitest'
import { refused, refusedRow } from './prove'
import type { SupportRow } from './rows'

const ids = (query: string) => `return (await db.collection('plain').${query}.get()).data.map((d) => d._id)`
const many = (count: number) =>
  Array.from({ length: count }, (_value, i) => ({ _id: `p${String(i).padStart(4, '0')}`, n: i }))

/** Values in MongoDB's order of types; the ids are in that order, too. */
const ordered: [string, unknown][] = [
  ['a', null],
  ['b', { $numberDouble: 'NaN' }],
  ['c', { $numberDouble: '-Infinity' }],
  ['d', -1.5],
  ['e', 0],
  ['f', 2 ** 53],
  ['g', { $numberDouble: 'Infinity' }],
  ['h', ''],
  ['i', 'B'],
  ['j', 'a'],
  ['k', '初'],
  ['l', '😀'],
  ['m', { a: 1 }],
  ['n', { a: 'x' }],
  ['o', false],
  ['p', true],
  ['q', { $date: '2026-01-01T00:00:00Z' }],
]

export const rows: SupportRow[] = [
  {
    area: 'reads',
    name: 'doc().get()',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', [
        { _id: 'a', n: 1 },
        { _id: { $oid: '65a000000000000000000001' }, n: 2 },
      ])
      expect(await cloud.value(`return (await db.collection('plain').doc('a').get()).data`)).toEqual({ _id: 'a', n: 1 })
      await refused(cloud, `return await db.collection('plain').doc('b').get()`, /document with _id b does not exist/)
    },
  },
  {
    area: 'reads',
    name: 'where().get()',
    state: 'supported',
    note: '100 rows unless told, 1,000 at most; an answer over 1 MB is refused (-502001)',
    async prove(cloud) {
      await cloud.put('plain', many(1100))
      expect(await cloud.value(`return (await db.collection('plain').get()).data.length`)).toBe(100)
      expect(await cloud.value(`return (await db.collection('plain').limit(1000).get()).data.length`)).toBe(1000)
      await cloud.put(
        'plain',
        Array.from({ length: 6 }, (_value, i) => ({ _id: `p000${i}`, t: 'x'.repeat(200_000) })),
      )
      await refused(cloud, `return await db.collection('plain').limit(6).get()`, /larger than 1 MB/, -502001)
    },
  },
  {
    area: 'reads',
    name: 'orderBy()',
    state: 'supported',
    note: 'in BSON order, by several fields; a list by its least or greatest element; ties by _id',
    async prove(cloud) {
      await cloud.put('plain', ordered.map(([_id, v]) => ({ _id, v })).reverse())
      const letters = ordered.map(([id]) => id)
      expect(await cloud.value(ids(`orderBy('v', 'asc').limit(100)`))).toEqual(letters)
      expect(await cloud.value(ids(`orderBy('v', 'desc').limit(100)`))).toEqual([...letters].reverse())
      await cloud.value(`await db.collection('plain').where({}).remove()`)
      await cloud.put('plain', [
        { _id: 'a', l: [5, 1], g: 1 },
        { _id: 'b', l: 3, g: 1, o: { p: 2 } },
        { _id: 'c', l: [], g: 2, o: { p: 1 } },
        { _id: 'd', g: 2 },
        { _id: 'e', l: null, g: 1 },
      ])
      expect(await cloud.value(ids(`orderBy('l', 'asc')`))).toEqual(['c', 'd', 'e', 'a', 'b'])
      expect(await cloud.value(ids(`orderBy('l', 'desc')`))).toEqual(['a', 'b', 'd', 'e', 'c'])
      expect(await cloud.value(ids(`orderBy('g', 'desc').orderBy('_id', 'desc')`))).toEqual(['d', 'c', 'e', 'b', 'a'])
      expect(await cloud.value(ids(`orderBy('o.p', 'desc')`))).toEqual(['b', 'c', 'a', 'd', 'e'])
    },
  },
  {
    area: 'reads',
    name: 'skip(), limit()',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', many(5))
      expect(await cloud.value(ids(`orderBy('_id', 'desc').skip(1).limit(2)`))).toEqual(['p0003', 'p0002'])
      expect(await cloud.value(ids(`orderBy('_id', 'asc').skip(4)`))).toEqual(['p0004'])
      expect(await cloud.value(ids('skip(5)'))).toEqual([])
    },
  },
  {
    area: 'reads',
    name: 'field()',
    state: 'supported',
    note: 'fields to give or to leave out, through lists of documents; fields keep the document’s order',
    async prove(cloud) {
      await cloud.put('plain', [{ _id: 'a', x: 1, o: { p: 1, q: 2 }, l: [{ k: 1, v: 2 }, 5, { v: 3 }], y: null }])
      const field = (projection: string) =>
        cloud.value(`return JSON.stringify((await db.collection('plain').doc('a').field(${projection}).get()).data)`)
      expect(await field(`{ y: true, x: true }`)).toBe('{"_id":"a","x":1,"y":null}')
      expect(await field(`{ 'o.q': true, 'l.k': true, _id: false }`)).toBe('{"o":{"q":2},"l":[{"k":1},{}]}')
      expect(await field(`{ 'o.q': false, 'l.k': false }`)).toBe(
        '{"_id":"a","x":1,"o":{"p":1},"l":[{"v":2},5,{"v":3}],"y":null}',
      )
      expect(await field(`{ _id: false }`)).toBe('{"x":1,"o":{"p":1,"q":2},"l":[{"k":1,"v":2},5,{"v":3}],"y":null}')
      expect(await field(`{ 'x.z': true }`)).toBe('{"_id":"a"}')
      await refused(
        cloud,
        `return await db.collection('plain').field({ x: true, y: false }).get()`,
        /exclusion on field y/,
      )
      await refused(
        cloud,
        `return await db.collection('plain').field({ o: true, 'o.p': true }).get()`,
        /Path collision/,
      )
    },
  },
  {
    area: 'reads',
    name: '_.project.slice, _.project.elemMatch',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', [{ _id: 'a', x: 1, l: [1, 2, 3, 4], g: [{ k: 1 }, { k: 2 }, { k: 2, v: 1 }] }])
      const field = (projection: string) =>
        cloud.value(`return (await db.collection('plain').doc('a').field(${projection}).get()).data`)
      expect(await field(`{ l: _.project.slice(2), x: true }`)).toEqual({ _id: 'a', x: 1, l: [1, 2] })
      expect(await field(`{ l: { $slice: -1 }, g: false }`)).toEqual({ _id: 'a', x: 1, l: [4] })
      expect(await field(`{ l: { $slice: [1, 2] }, x: true }`)).toEqual({ _id: 'a', x: 1, l: [2, 3] })
      expect(await field(`{ l: { $slice: [-3, 1] }, x: true }`)).toEqual({ _id: 'a', x: 1, l: [2] })
      expect(await field(`{ g: _.project.elemMatch({ k: 2 }) }`)).toEqual({ _id: 'a', g: [{ k: 2 }] })
      expect(await field(`{ g: { $elemMatch: { k: 9 } } }`)).toEqual({ _id: 'a' })
    },
  },
  {
    area: 'reads',
    name: 'count()',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', many(1500))
      expect(await cloud.value(`return (await db.collection('plain').count()).total`)).toBe(1500)
      expect(
        await cloud.value(`return (await db.collection('plain').where({ _id: _.gte('p1000') }).count()).total`),
      ).toBe(500)
    },
  },
  {
    area: 'reads',
    name: 'a query that no index serves',
    state: 'refused',
    note: 'above 1,000 documents examined; names the collection, the query and the index that would help. `$or` is served branch by branch, `/^abc/`, `$all` and `$elemMatch` through an index on the field. Also for count, update, remove, the first $match, a $lookup’s foreign side, and an order in memory',
    async prove(cloud) {
      await cloud.put(
        'things',
        Array.from({ length: 1001 }, (_value, i) => ({
          _id: `t${i}`,
          code: i,
          group: `g${i % 3}`,
          at: i,
          n: i,
          path: ['p', `q${i}`],
        })),
      )
      const words = /no index of things serves the query \{n: \$eq\}.*declare an index like \{n: 1\}/
      const things = `db.collection('things')`
      await refused(cloud, `return await ${things}.where({ n: 1000 }).get()`, words, -502001)
      await refused(cloud, `return await ${things}.where({ n: 1000 }).count()`, words, -502001)
      await refused(cloud, `return await ${things}.where({ n: 1000 }).update({ data: { x: 1 } })`, words, -502001)
      await refused(cloud, `return await ${things}.where({ n: 1000 }).remove()`, words, -502001)
      await refused(cloud, `return await ${things}.aggregate().match({ n: 1000 }).end()`, words)
      await refused(cloud, `return await ${things}.aggregate().group({ _id: '$n' }).end()`, /begin with conditions/)
      await refused(cloud, `return await ${things}.orderBy('n', 'asc').get()`, /ordered by \{n: 1\}.*like \{n: 1\}/)
      await refused(
        cloud,
        `return await ${things}.where({ n: _.gt(998), x: 1 }).orderBy('y', 'desc').get()`,
        /like \{x: 1, y: -1, n: 1\}/,
      )
      await cloud.put('owners', [{ _id: 'o', n: 5 }])
      await refused(
        cloud,
        `return await db.collection('owners').aggregate().lookup({ from: 'things', localField: 'n', foreignField: 'n', as: 't' }).end()`,
        /no index of things/,
      )
      const found = (query: string) => cloud.value<number>(`return (await ${things}.${query}.get()).data.length`)
      expect(await found(`where({ group: 'g1', n: 1000 })`)).toBe(1)
      expect(await found(`where({ n: _.gt(5) }).limit(3)`)).toBe(3)
      expect(await found(`where(_.or([{ code: 7 }, { _id: 't8' }, { group: 'g0', at: 9 }]))`)).toBe(3)
      expect(await found(`where({ path: /^q100/ })`)).toBe(2)
      expect(await found(`where({ path: _.all(['q7']) })`)).toBe(1)
      expect(await found(`where({ path: _.elemMatch({ $eq: 'q7' }) })`)).toBe(1)
      expect(await found(`where({ code: _.lt(500), n: 20 })`)).toBe(1)
      expect(await found(`orderBy('code', 'asc').limit(1000)`)).toBe(1000)
      await cloud.value(`await ${things}.doc('t0').remove()`)
      expect(await found(`where({ n: 1000 })`)).toBe(1)
    },
  },
  {
    area: 'reads',
    name: 'a query that runs away',
    state: 'refused',
    note: 'after 3 s of work (MongoDB’s error 50), also within one regular expression, or with more than it may hold (146); the cloud answers others again',
    async prove(cloud) {
      await cloud.put('plain', [{ _id: 'a', t: `${'a'.repeat(40)}b` }])
      await refused(
        cloud,
        `return await db.collection('plain').where({ t: /^(a+)+$/ }).get()`,
        /exceeded time limit of 3000 ms/,
      )
      const over = (inner: string) => `$.reduce({ input: $.range([0, 3000]), initialValue: 0, in: ${inner} })`
      const loops = over(over(over(`$.add(['$$value', 1])`)))
      await refused(
        cloud,
        `return await db.collection('plain').aggregate().project({ n: ${loops} }).end()`,
        /exceeded time limit of 3000 ms/,
      )
      const doubled = `$.size($.reduce({ input: $.range([0, 40]), initialValue: [1], in: $.concatArrays(['$$value', '$$value']) }))`
      await refused(
        cloud,
        `return await db.collection('plain').aggregate().project({ n: ${doubled} }).end()`,
        /Exceeded memory limit of a query.*146/,
      )
      expect(await cloud.value(`return (await db.collection('plain').count()).total`)).toBe(1)
    },
  },
  refusedRow(
    'reads',
    'positional projection',
    `return await db.collection('plain').where({ a: 1 }).field({ 'a.$': true }).get()`,
    /positional projection a\.\$/,
    { errCode: -502002 },
  ),
  refusedRow(
    'reads',
    'watch()',
    `return await db.collection('plain').where({}).watch({ onChange() {}, onError() {} })`,
    /watch/,
    { note: 'the SDK of functions has none' },
  ),
  refusedRow('reads', 'undeclared collections', `return await db.collection('nope').get()`, /not exist: nope/, {
    errCode: -502005,
  }),
]
