import { expect } from 'vitest'
import { refused, refusedRow, updateRow } from './prove'
import type { SupportRow } from './rows'

const update = (data: string) => `return await db.collection('plain').doc('d').update({ data: ${data} })`

export const rows: SupportRow[] = [
  updateRow({
    name: 'value, _.set',
    note: 'plain nested documents are merged by the SDK, _.set puts a whole one; new fields come in the order of their names',
    changes: [
      [{ a: 1 }, `{ b: 'x', c: null }`, { a: 1, b: 'x', c: null }],
      [{ o: { p: 1, q: 2 } }, `{ o: { p: 9 } }`, { o: { p: 9, q: 2 } }],
      [{ o: { p: 1, q: 2 } }, `{ o: _.set({ p: 9 }) }`, { o: { p: 9 } }],
      [{}, `{ z: 1, b: 2, 'm.z': 3, 'm.a': 4 }`, { b: 2, m: { a: 4, z: 3 }, z: 1 }],
      [{ l: [1, 2] }, `{ 'l.1': 9 }`, { l: [1, 9] }],
      [{ l: [1] }, `{ 'l.3': 9 }`, { l: [1, null, null, 9] }],
      [{ l: [{ k: 1 }] }, `{ 'l.0.k': 2, 'l.0.v': 3 }`, { l: [{ k: 2, v: 3 }] }],
      [{ o: {} }, `{ 'o.5': 1 }`, { o: { 5: 1 } }],
      [{ l: [1, 2] }, `{ l: [] }`, { l: [] }],
    ],
    fails: [
      [{ a: 1 }, `{ 'a.b': 1 }`, /Cannot create field 'b' in element \{"a":1\}.*error 28/],
      [{ l: [{ k: 1 }] }, `{ 'l.k': 1 }`, /Cannot create field 'k' in element/],
      [{ a: null }, `{ 'a.b': 1 }`, /Cannot create field 'b'/],
      [{ a: 1 }, `{ o: _.set({ p: 1 }), 'o.q': 2 }`, /conflict at 'o'.*error 40/],
      [{ a: 1 }, `{ a: 2, 'a.b': _.inc(1) }`, /conflict at 'a'.*error 40/],
      [{ l: [] }, `{ 'l.2000000': 1 }`, /nulls/],
      [{ a: 1 }, `{ 'a..b': 1 }`, /empty field name/],
      [{ a: 1 }, `{ b: _.set({ 'x.y': 1 }) }`, /field name 'x.y'/],
    ],
  }),
  updateRow({
    name: '_.remove',
    note: 'an element of a list becomes null',
    changes: [
      [{ a: 1, b: { c: 1, d: 2 } }, `{ a: _.remove(), 'b.c': _.remove(), none: _.remove() }`, { b: { d: 2 } }],
      [{ l: [1, 2] }, `{ 'l.0': _.remove() }`, { l: [null, 2] }],
    ],
  }),
  updateRow({
    name: '_.inc',
    note: 'whole numbers are exact to 2^53 and refused beyond, as MongoDB refuses beyond 2^63',
    changes: [
      [{ n: 1 }, `{ n: _.inc(2), m: _.inc(-1), 'o.p': _.inc(1.5) }`, { n: 3, m: -1, o: { p: 1.5 } }],
      [{ n: 2147483647 }, `{ n: _.inc(1) }`, { n: 2147483648 }],
      [{ l: [1, 2] }, `{ 'l.0': _.inc(5) }`, { l: [6, 2] }],
    ],
    fails: [
      [{ n: '1' }, `{ n: _.inc(1) }`, /Cannot apply \$inc to a value of non-numeric type.*type string.*error 14/],
      [{ n: null }, `{ n: _.inc(1) }`, /non-numeric type null/],
      [{ n: 1 }, `{ n: _.inc('1') }`, /Cannot increment with non-numeric argument/],
      [{ n: 9007199254740991 }, `{ n: _.inc(2) }`, /JavaScript cannot hold exactly/, -502002],
    ],
  }),
  updateRow({
    name: '_.mul',
    changes: [[{ n: 3 }, `{ n: _.mul(2), m: _.mul(4) }`, { n: 6, m: 0 }]],
    fails: [
      [{ n: [] }, `{ n: _.mul(2) }`, /non-numeric type array/],
      [{ n: 2 ** 62 }, `{ n: _.mul(4) }`, /Failed to apply \$mul/],
    ],
  }),
  updateRow({
    name: '_.min, _.max',
    note: 'across types in BSON order',
    changes: [
      [{ a: 5, b: 5 }, `{ a: _.min(3), b: _.max(3), c: _.min(1) }`, { a: 3, b: 5, c: 1 }],
      [{ a: 5, b: null }, `{ a: _.max('x'), b: _.max(1) }`, { a: 'x', b: 1 }],
      [{ a: 'x', b: 1 }, `{ a: _.min(9), b: _.min(null) }`, { a: 9, b: null }],
    ],
  }),
  updateRow({
    name: '_.rename',
    changes: [[{ a: 1, c: 3 }, `{ a: _.rename('b.d'), none: _.rename('e') }`, { c: 3, b: { d: 1 } }]],
    fails: [[{ l: [1] }, `{ 'l.0': _.rename('x') }`, /cannot be an array element/]],
  }),
  updateRow({
    name: '_.push',
    note: 'one value, several, or { each, position, slice, sort }',
    changes: [
      [{ l: [1] }, `{ l: _.push(2), m: _.push([3, 4]) }`, { l: [1, 2], m: [3, 4] }],
      [{ l: [1, 2] }, `{ l: _.push({ each: [8, 9], position: 0 }) }`, { l: [8, 9, 1, 2] }],
      [{ l: [1, 2] }, `{ l: _.push({ each: [9], position: -1 }) }`, { l: [1, 9, 2] }],
      [{ l: [1, 2] }, `{ l: _.push({ each: [3], slice: -2 }) }`, { l: [2, 3] }],
      [{ l: [1, 2] }, `{ l: _.push({ each: [], slice: 0 }) }`, { l: [] }],
      [{ l: [5, 1] }, `{ l: _.push({ each: [3], sort: -1, slice: 2 }) }`, { l: [5, 3] }],
      [
        { l: [{ s: 5 }, { t: 0 }] },
        `{ l: _.push({ each: [{ s: 3 }], sort: { s: 1 } }) }`,
        { l: [{ t: 0 }, { s: 3 }, { s: 5 }] },
      ],
      [{ l: [2, 'a', null] }, `{ l: _.push({ each: [], sort: 1 }) }`, { l: [null, 2, 'a'] }],
    ],
    fails: [
      [{ l: 1 }, `{ l: _.push(2) }`, /must be an array but is of type int/],
      [{ l: null }, `{ l: _.push(2) }`, /must be an array but is of type null/],
      [{ l: [] }, `{ l: _.push({ each: 5 }) }`, /\$each in \$push must be an array/],
      [{ l: [] }, `{ l: _.push({ each: [1], slice: 'x' }) }`, /\$slice must be a whole number/],
    ],
  }),
  updateRow({
    name: '_.unshift, _.pop, _.shift',
    changes: [
      [{ l: [2] }, `{ l: _.unshift([0, 1]) }`, { l: [0, 1, 2] }],
      [{ l: [1, 2, 3], m: [1, 2, 3] }, `{ l: _.pop(), m: _.shift(), none: _.pop() }`, { l: [1, 2], m: [2, 3] }],
    ],
    fails: [[{ l: 'x' }, `{ l: _.pop() }`, /non-array type 'string'/]],
  }),
  updateRow({
    name: '_.pull',
    note: 'a value, or a condition on the elements',
    changes: [
      [{ l: [1, 2, 1, '1'] }, `{ l: _.pull(1), none: _.pull(1) }`, { l: [2, '1'] }],
      [{ l: [1, 5, 9] }, `{ l: _.pull(_.gte(5)) }`, { l: [1] }],
      [{ l: [{ k: 1, v: 2 }, { k: 2 }, 7] }, `{ l: _.pull({ k: 1 }) }`, { l: [{ k: 2 }, 7] }],
      [
        {
          l: [
            { k: 1, v: 2 },
            { k: 3, v: 2 },
          ],
        },
        `{ l: _.pull({ k: _.gt(1), v: 2 }) }`,
        { l: [{ k: 1, v: 2 }] },
      ],
      [{ l: [[1], 1] }, `{ l: _.pull(_.in([1])) }`, { l: [[1]] }],
    ],
    fails: [[{ l: 1 }, `{ l: _.pull(1) }`, /Cannot apply \$pull to a non-array value/]],
  }),
  updateRow({
    name: '_.pullAll',
    changes: [[{ l: [1, 2, 3, 1] }, `{ l: _.pullAll([1, 3]) }`, { l: [2] }]],
    fails: [[{ l: [1] }, `{ l: _.pullAll(1) }`, /\$pullAll requires an array argument/]],
  }),
  updateRow({
    name: '_.addToSet',
    note: 'the SDK sends { each } untranslated: use { $each: […] }',
    changes: [
      [{ l: [1] }, `{ l: _.addToSet(1), m: _.addToSet({ x: 1 }) }`, { l: [1], m: [{ x: 1 }] }],
      [{}, `{ l: _.addToSet({ $each: [1, 1, 2] }) }`, { l: [1, 2] }],
      [
        { l: [{ a: 1, b: 2 }] },
        `{ l: _.addToSet({ b: 2, a: 1 }) }`,
        {
          l: [
            { a: 1, b: 2 },
            { b: 2, a: 1 },
          ],
        },
      ],
      [{}, `{ l: _.addToSet({ each: [1] }) }`, { l: [{ each: [1] }] }],
    ],
    fails: [[{ l: {} }, `{ l: _.addToSet(1) }`, /must be an array but is of type object/]],
  }),
  {
    area: 'updates',
    name: 'db.serverDate()',
    state: 'supported',
    note: 'the cloud’s time, with { offset } in ms',
    async prove(cloud) {
      const now = Date.parse('2026-05-04T01:02:03.004Z')
      await cloud.clock(now)
      await cloud.value(
        `await db.collection('plain').doc('k').set({ data: { t: db.serverDate({ offset: -1000 }), l: [db.serverDate()] } })`,
      )
      const [{ t, l: [first] = [] } = {}] = await cloud.all<{ t?: { $date: string }; l?: { $date: string }[] }>('plain')
      await cloud.clock(null)
      // The shifted clock ticks on.
      expect(Date.parse(t?.$date ?? '') - (now - 1000)).toBeLessThan(5000)
      expect(Date.parse(first?.$date ?? '') - Date.parse(t?.$date ?? '')).toBe(1000)
    },
  },
  {
    area: 'updates',
    name: '_id',
    state: 'refused',
    note: 'cannot be changed',
    async prove(cloud) {
      await cloud.put('plain', [{ _id: 'a', n: 1 }])
      await refused(cloud, `return await db.collection('plain').where({ n: 1 }).update({ data: { _id: 'b' } })`, /_id/)
      await refused(
        cloud,
        `return await db.collection('plain').where({ n: 1 }).update({ data: { n: _.rename('_id') } })`,
        /immutable field '_id'/,
      )
      expect(await cloud.all('plain')).toEqual([{ _id: 'a', n: 1 }])
    },
  },
  refusedRow('updates', '_.bit', update(`{ i: _.bit({ and: 1 }) }`), /update operator \$bit/, { errCode: -502002 }),
  ...['$currentDate', '$setOnInsert', '$nope'].map((name) =>
    refusedRow('updates', name, update(`{ ${name}: { i: 1 } }`), new RegExp(`update operator \\${name}`), {
      errCode: -502002,
    }),
  ),
  refusedRow('updates', 'positional paths: a.$, a.$[], a.$[x]', update(`{ 'a.$': 1 }`), /positional path 'a.\$'/, {
    errCode: -502002,
  }),
  refusedRow('updates', 'an update without a change', update('{}'), /empty|不能为空|must/i),
]
