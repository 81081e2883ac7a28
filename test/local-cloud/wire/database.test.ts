import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud

beforeAll(async () => {
  cloud = await startProbe()
})
afterAll(() => cloud?.stop())
beforeEach(async () => {
  await cloud.value(`for (const c of ['things', 'owners', 'plain']) await db.collection(c).where({}).remove()`)
  await cloud.put('things', [
    { _id: 'a', code: 1, group: 'x', at: 10, n: 1, tags: ['t', 'u'], o: { p: 1 }, path: ['r', 's'], order: 2 },
    { _id: 'b', code: 2, group: 'x', at: 20, n: 2, tags: [], path: ['r'], order: 1 },
    {
      _id: 'c',
      code: 3,
      group: 'y',
      at: 30,
      n: null,
      name: 'Foo',
      list: [
        { k: 1, v: 2 },
        { k: 2, v: 1 },
      ],
      path: ['q'],
    },
    { _id: 'd', code: 4, at: 40, name: 'bar' },
  ])
})

const ids = (query: string) => cloud.value<string[]>(`return (await ${query}.get()).data.map((d) => d._id)`)

describe('reading through the SDK', () => {
  it('gives one document, whole or in part', async () => {
    expect(await cloud.value(`return (await db.collection('things').doc('b').get()).data`)).toEqual({
      _id: 'b',
      code: 2,
      group: 'x',
      at: 20,
      n: 2,
      tags: [],
      path: ['r'],
      order: 1,
    })
    expect(
      await cloud.value(
        `return (await db.collection('things').doc('c').field({ name: true, 'list.k': true }).get()).data`,
      ),
    ).toEqual({
      _id: 'c',
      name: 'Foo',
      list: [{ k: 1 }, { k: 2 }],
    })
    expect(await cloud.failure(`return await db.collection('things').doc('none').get()`)).toMatchObject({
      errMsg: expect.stringContaining('document with _id none does not exist') as string,
    })
  })

  it.each([
    [`where({ group: 'x' }).orderBy('_id', 'asc')`, ['a', 'b']],
    [`where({ group: _.neq('x') })`, ['c', 'd']],
    [`where({ code: _.gt(1).and(_.lte(3)) })`, ['b', 'c']],
    [`where({ code: _.lt(2).or(_.gte(4)) })`, ['a', 'd']],
    [`where({ code: _.in([1, 4, 9]) })`, ['a', 'd']],
    [`where({ code: _.nin([1, 4]) })`, ['b', 'c']],
    [`where({ n: null })`, ['c', 'd']],
    [`where({ n: _.exists(true) })`, ['a', 'b', 'c']],
    [`where({ n: _.not(_.eq(1)) })`, ['b', 'c', 'd']],
    [`where({ code: _.mod(2, 0) })`, ['b', 'd']],
    [`where({ tags: 't' })`, ['a']],
    [`where({ tags: _.all(['t', 'u']) })`, ['a']],
    [`where({ tags: _.size(0) })`, ['b']],
    [`where({ 'o.p': 1 })`, ['a']],
    [`where({ o: { p: 1 } })`, ['a']],
    [`where({ list: _.elemMatch({ k: 1, v: _.gt(1) }) })`, ['c']],
    [`where({ list: _.elemMatch({ k: 1, v: 1 }) })`, []],
    [`where({ name: /^f/i })`, ['c']],
    [`where({ name: db.RegExp({ regexp: 'BA', options: 'i' }) })`, ['d']],
    [`where(_.or([{ code: 1 }, { group: 'y' }]))`, ['a', 'c']],
    [`where(_.and([{ group: 'x' }, { n: 2 }]))`, ['b']],
    [`where(_.nor([{ group: 'x' }, { code: 3 }]))`, ['d']],
    [`where(_.expr($.gt(['$code', '$at'])))`, []],
    [`where(_.expr($.eq(['$code', '$n'])))`, ['a', 'b']],
    [`where({ path: 'r' }).orderBy('order', 'asc')`, ['b', 'a']],
    [`where({ group: 'x' }).orderBy('at', 'desc')`, ['b', 'a']],
    [`orderBy('group', 'asc').orderBy('code', 'desc')`, ['d', 'b', 'a', 'c']],
    [`where({ _id: _.gt('b') }).orderBy('_id', 'asc')`, ['c', 'd']],
    [`orderBy('_id', 'desc').skip(1).limit(2)`, ['c', 'b']],
  ])('%s', async (query, expected) => {
    expect(await ids(`db.collection('things').${query}`)).toEqual(expected)
  })

  it('counts', async () => {
    expect(await cloud.value(`return (await db.collection('things').count()).total`)).toBe(4)
    expect(await cloud.value(`return (await db.collection('things').where({ group: 'x' }).count()).total`)).toBe(2)
  })

  it('keeps types: dates, null, whole and broken numbers, nested lists', async () => {
    const stored = {
      when: 'date',
      n: 3_000_000_000,
      f: 0.1,
      neg: -0.5,
      z: null,
      list: [[1], { d: 1 }],
      ok: false,
      s: '一',
    }
    const code = `
      const { _id } = await db.collection('plain').add({ data: { ...input, when: new Date(1700000000123) } })
      const { data } = await db.collection('plain').doc(_id).get()
      const found = await db.collection('plain').where({ when: _.gte(new Date(1700000000123)) }).get()
      return { ...data, when: [data.when instanceof Date, data.when.getTime()], found: found.data.length, id: _id }`
    const { id, _id, ...answer } = await cloud.value<Record<string, unknown>>(code, stored)
    expect(answer).toEqual({ ...stored, when: [true, 1700000000123], found: 1 })
    expect(_id).toBe(id)
    expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('gives 100 rows unless told, 1000 at most', async () => {
    await cloud.put(
      'plain',
      Array.from({ length: 1100 }, (_value, i) => ({ _id: `p${i}` })),
    )
    expect(await ids(`db.collection('plain')`)).toHaveLength(100)
    expect(await ids(`db.collection('plain').limit(1000)`)).toHaveLength(1000)
    expect(await cloud.value(`return (await db.collection('plain').aggregate().match({}).end()).list.length`)).toBe(100)
    expect(await cloud.value(`return (await db.collection('plain').aggregate().limit(1000).end()).list.length`)).toBe(
      1000,
    )
  })
})

describe('writing through the SDK', () => {
  it('adds one or several, with ids given or made', async () => {
    expect(await cloud.value(`return (await db.collection('plain').add({ data: { _id: 'k', n: 1 } }))._id`)).toBe('k')
    expect(
      await cloud.value(`return (await db.collection('plain').add({ data: [{ _id: 'l' }, { _id: 'm' }] }))._ids`),
    ).toEqual(['l', 'm'])
    expect(await cloud.all('plain')).toEqual([{ _id: 'k', n: 1 }, { _id: 'l' }, { _id: 'm' }])
  })

  it('refuses a taken id or unique key with -502001', async () => {
    const taken = await cloud.failure(`return await db.collection('things').add({ data: { _id: 'a', code: 77 } })`)
    expect(taken).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('duplicate key') as string })
    const unique = await cloud.failure(`return await db.collection('things').add({ data: { code: 1 } })`)
    expect(unique).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('duplicate key') as string })
    const update = await cloud.failure(`return await db.collection('things').doc('a').update({ data: { code: 2 } })`)
    expect(update).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('duplicate key') as string })
    expect(await cloud.all('things')).toHaveLength(4)
  })

  it('of several stops at the first that is refused', async () => {
    await cloud.failure(`return await db.collection('plain').add({ data: [{ _id: 'k' }, { _id: 'k' }, { _id: 'l' }] })`)
    expect(await cloud.all('plain')).toEqual([{ _id: 'k' }])
  })

  it('sets: makes a document or puts a new one in place', async () => {
    const set = (data: object) =>
      cloud.value(`const { stats } = await db.collection('plain').doc('k').set({ data: input }); return stats`, data)
    expect(await set({ a: 1, b: 1 })).toEqual({ updated: 0, created: 1 })
    expect(await set({ a: 2 })).toEqual({ updated: 1, created: 0 })
    expect(await cloud.all('plain')).toEqual([{ _id: 'k', a: 2 }])
  })

  it('updates with every command', async () => {
    await cloud.put('plain', [
      {
        _id: 'k',
        n: 1,
        m: 3,
        mx: 1,
        mn: 9,
        rm: 1,
        rn: 1,
        p: [1],
        pe: [5],
        us: [2],
        pop: [1, 2],
        sh: [1, 2],
        ats: [1],
        pull: [1, 2],
        pa: [1, 2, 3],
        o: { x: 1 },
      },
    ])
    const code = `return await db.collection('plain').doc('k').update({ data: {
      n: _.inc(2), m: _.mul(2), mx: _.max(5), mn: _.min(5), rm: _.remove(), rn: _.rename('rn2'), s: 'v', set: _.set({ deep: 1 }),
      p: _.push([2, 3]), pe: _.push({ each: [1, 9], position: 0, sort: -1, slice: 2 }), us: _.unshift(0), pop: _.pop(), sh: _.shift(),
      ats: _.addToSet(1), pull: _.pull(1), pa: _.pullAll([1, 3]), o: { y: 2 }, 'dot.ted': 4, sd: db.serverDate({ offset: 0 }) } })`
    const before = Date.now()
    expect(await cloud.value(code)).toMatchObject({ stats: { updated: 1 } })
    const [{ sd, ...rest } = { sd: null }] = await cloud.all<{ sd: { $date: string } }>('plain')
    expect(rest).toEqual({
      ...{
        _id: 'k',
        n: 3,
        m: 6,
        mx: 5,
        mn: 5,
        rn2: 1,
        s: 'v',
        set: { deep: 1 },
        p: [1, 2, 3],
        pe: [9, 5],
        us: [0, 2],
        pop: [1],
        sh: [2],
      },
      ...{ ats: [1], pull: [2], pa: [2], o: { x: 1, y: 2 }, dot: { ted: 4 } },
    })
    expect(Date.parse(sd?.$date ?? '')).toBeGreaterThanOrEqual(before)
  })

  it('updates all that match, or none; counts those that changed', async () => {
    const update = (where: string, data: string) =>
      cloud.value<number>(
        `return (await db.collection('things').where(${where}).update({ data: ${data} })).stats.updated`,
      )
    expect(await update(`{ group: 'x' }`, `{ seen: true }`)).toBe(2)
    expect(await update(`{ group: 'x' }`, `{ seen: true }`)).toBe(0)
    expect(await update(`{ group: 'none' }`, `{ seen: true }`)).toBe(0)
    // Moving a document within the index that found it must not meet it twice.
    expect(await update(`{ at: _.gte(0), group: 'x' }`, `{ at: _.inc(100) }`)).toBe(2)
    expect(
      await cloud.value(`return (await db.collection('things').doc('none').update({ data: { a: 1 } })).stats.updated`),
    ).toBe(0)
  })

  it('removes one, all that match, or nothing', async () => {
    expect(await cloud.value(`return (await db.collection('things').doc('a').remove()).stats.removed`)).toBe(1)
    expect(await cloud.value(`return (await db.collection('things').doc('a').remove()).stats.removed`)).toBe(0)
    expect(
      await cloud.value(`return (await db.collection('things').where({ code: _.lt(4) }).remove()).stats.removed`),
    ).toBe(2)
    expect((await cloud.all('things')).map(({ _id }) => _id)).toEqual(['d'])
  })
})

describe('what the cloud refuses', () => {
  // The SDK itself turns the code of an aggregation or a new collection into -1 and leaves the words.
  it.each([
    [`db.collection('nope').get()`, -502005, /nope/],
    [`db.collection('nope').add({ data: { a: 1 } })`, -502005, /nope/],
    [
      `db.collection('things').aggregate().lookup({ from: 'nope', localField: 'a', foreignField: 'b', as: 'c' }).end()`,
      -1,
      /nope/,
    ],
    [`db.createCollection('more')`, -1, /addCollection is refused/],
    [`db.collection('things').doc('a').update({ data: { group: _.inc(1) } })`, -502001, /non-numeric type string/],
    [`db.collection('things').doc('a').update({ data: { n: _.push(1) } })`, -502001, /must be an array/],
    [`db.collection('things').doc('a').update({ data: { 'n.x': 1 } })`, -502001, /Cannot create field 'x'/],
    [`db.collection('things').add({ data: { 'a.b': 1 } })`, -502001, /field name 'a.b'/],
    [
      `db.collection('things').where({ loc: _.geoNear({ geometry: new db.Geo.Point(113, 23) }) }).get()`,
      -502002,
      /\$nearSphere/,
    ],
    [`db.collection('things').aggregate().bucketAuto({ groupBy: '$n', buckets: 2 }).end()`, -1, /\$bucketAuto/],
    [`db.collection('things').aggregate().project({ x: { $nope: 1 } }).end()`, -1, /\$nope/],
  ])('%s', async (call, errCode, errMsg) => {
    const failure = await cloud.failure(`return await ${call}`)
    expect(failure.errMsg).toMatch(errMsg)
    if (errCode !== null) expect(failure.errCode).toBe(errCode)
    expect(await cloud.all('things')).toHaveLength(4)
  })

  it('an answer over 1 MB, and a request over 1 MB', async () => {
    await cloud.put(
      'plain',
      Array.from({ length: 6 }, (_value, i) => ({ _id: `big${i}`, text: 'x'.repeat(200_000) })),
    )
    expect(await cloud.failure(`return await db.collection('plain').get()`)).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('1 MB') as string,
    })
    expect(await cloud.value(`return (await db.collection('plain').limit(5).get()).data.length`)).toBe(5)
    const huge = await cloud.failure(`return await db.collection('plain').add({ data: { text: 'x'.repeat(1100000) } })`)
    expect(huge.errCode).toBe(-501003)
  })
})
