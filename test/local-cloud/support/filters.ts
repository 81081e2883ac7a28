import { filterRow, refusedRow } from './prove'
import type { SupportRow } from './rows'

/** A value of every type, and none. */
const types = [
  { _id: 'array', v: [1, 'x'] },
  { _id: 'bool', v: true },
  { _id: 'date', v: { $date: '2026-01-01T00:00:00Z' } },
  { _id: 'double', v: 1.5 },
  { _id: 'empty', v: [] },
  { _id: 'int', v: 1 },
  { _id: 'long', v: 3_000_000_000 },
  { _id: 'missing' },
  { _id: 'null', v: null },
  { _id: 'object', v: { p: 1 } },
  { _id: 'string', v: 'x' },
]

const lists = [
  {
    _id: 'a',
    l: [1, 2, 3],
    g: [
      { k: 1, v: 1 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 'b', l: [3], g: [{ k: 1, v: 9 }] },
  { _id: 'c', l: [[1, 2], 5], g: [] },
  { _id: 'd', l: 3, g: { k: 1, v: 9 } },
  { _id: 'e' },
]

const where = (condition: string) => `return await db.collection('plain').where(${condition}).get()`

export const rows: SupportRow[] = [
  filterRow({
    name: 'value, _.eq',
    note: 'null also finds missing; a list is found by an element; documents are equal field by field, in order',
    documents: [...types, { _id: 'turned', v: { a: 1, b: 2 } }],
    finds: [
      ['{ v: 1 }', ['array', 'int']],
      ['{ v: _.eq(1.5) }', ['double']],
      ['{ v: null }', ['missing', 'null']],
      ['{ v: _.eq(null) }', ['missing', 'null']],
      [`{ v: _.eq([1, 'x']) }`, ['array']],
      ['{ v: _.eq([]) }', ['empty']],
      ['{ v: _.eq({ p: 1 }) }', ['object']],
      ['{ v: _.eq({ b: 2, a: 1 }) }', []],
      ['{ v: _.eq({ a: 1, b: 2 }) }', ['turned']],
      [`{ v: _.eq('1') }`, []],
      ['{ v: new Date(1767225600000) }', ['date']],
    ],
  }),
  filterRow({
    name: '_.neq',
    documents: types,
    finds: [
      ['{ v: _.neq(1) }', ['bool', 'date', 'double', 'empty', 'long', 'missing', 'null', 'object', 'string']],
      ['{ v: _.neq(null) }', ['array', 'bool', 'date', 'double', 'empty', 'int', 'long', 'object', 'string']],
    ],
  }),
  filterRow({
    name: '_.gt, _.gte, _.lt, _.lte',
    note: 'within one type only; NaN is in no order; >= null finds null and missing',
    documents: [...types, { _id: 'nan', v: { $numberDouble: 'NaN' } }],
    finds: [
      ['{ v: _.gt(1) }', ['double', 'long']],
      ['{ v: _.gte(1) }', ['array', 'double', 'int', 'long']],
      ['{ v: _.lt(2) }', ['array', 'double', 'int']],
      ['{ v: _.lte(1) }', ['array', 'int']],
      [`{ v: _.gt('a') }`, ['array', 'string']],
      ['{ v: _.gt(new Date(0)) }', ['date']],
      ['{ v: _.gte(false) }', ['bool']],
      ['{ v: _.gte(null) }', ['missing', 'null']],
      ['{ v: _.gt(null) }', []],
      ['{ v: _.gte(NaN) }', ['nan']],
      ['{ v: _.gt(1).and(_.lt(2)) }', ['double']],
      ['{ v: _.gt({ p: 0 }) }', ['object']],
      ['{ v: _.gte([1]) }', ['array']],
    ],
    fails: [['{ v: _.gt(/x/) }', /RegEx as arg/]],
  }),
  filterRow({
    name: '_.in, _.nin',
    note: 'null in the list also finds missing',
    documents: types,
    finds: [
      [`{ v: _.in([1, 'x']) }`, ['array', 'int', 'string']],
      ['{ v: _.in([null]) }', ['missing', 'null']],
      ['{ v: _.in([]) }', []],
      ['{ v: _.in([/^x/]) }', ['array', 'string']],
      ['{ v: _.nin([1, null]) }', ['bool', 'date', 'double', 'empty', 'long', 'object', 'string']],
    ],
    fails: [[`{ v: { $in: 1 } }`, /\$in needs an array/]],
  }),
  filterRow({
    name: '_.exists',
    documents: types,
    finds: [
      ['{ v: _.exists(false) }', ['missing']],
      [`{ v: _.exists(true), _id: _.in(['null', 'missing', 'empty']) }`, ['empty', 'null']],
      [`{ 'v.p': _.exists(true) }`, ['object']],
    ],
  }),
  filterRow({
    name: '$type',
    note: 'by name, number or a list; whole numbers are int or long by their size, all others double',
    documents: types,
    finds: [
      [`{ v: { $type: 'int' } }`, ['array', 'int']],
      [`{ v: { $type: 'long' } }`, ['long']],
      [`{ v: { $type: 'double' } }`, ['double']],
      [`{ v: { $type: 'number' } }`, ['array', 'double', 'int', 'long']],
      [`{ v: { $type: 'string' } }`, ['array', 'string']],
      [`{ v: { $type: 'array' } }`, ['array', 'empty']],
      ['{ v: { $type: 10 } }', ['null']],
      [`{ v: { $type: ['bool', 'date', 3] } }`, ['bool', 'date', 'object']],
    ],
    fails: [[`{ v: { $type: 'text' } }`, /Unknown type name alias: text/]],
  }),
  filterRow({
    name: '_.mod',
    note: 'arguments and values are cut to whole numbers',
    documents: [...[-7, 0, 4, 7, 7.9].map((v) => ({ _id: String(v), v })), { _id: 's', v: '7' }, { _id: 'z' }],
    finds: [
      ['{ v: _.mod(3, 1) }', ['4', '7', '7.9']],
      ['{ v: _.mod(3, -1) }', ['-7']],
      ['{ v: _.mod(2, 0) }', ['0', '4']],
    ],
    fails: [
      ['{ v: _.mod(0, 1) }', /divisor cannot be 0/],
      ['{ v: { $mod: [2] } }', /not enough elements/],
    ],
  }),
  filterRow({
    name: 'regular expressions',
    note: 'options i, m, s; PCRE’s meaning of . $ ^ \\s; x, lookarounds of flags, possessive signs, \\u, \\A … are refused',
    documents: [
      { _id: 'a', t: 'Foo\nbar' },
      { _id: 'b', t: '初心学堂' },
      { _id: 'c', t: ['foo', 'x'] },
      { _id: 'd', t: 5 },
      { _id: 'e', t: '😀' },
      { _id: 'f', t: 'bar\n' },
      { _id: 'g', t: 'a\u3000b' },
    ],
    finds: [
      ['{ t: /^foo/ }', ['c']],
      ['{ t: /^foo/i }', ['a', 'c']],
      ['{ t: /^bar/m }', ['a', 'f']],
      ['{ t: /o.b/s }', ['a']],
      ['{ t: /o.b/ }', []],
      ['{ t: /bar$/ }', ['a', 'f']],
      ['{ t: /心/ }', ['b']],
      ['{ t: /^.$/ }', ['c', 'e']],
      ['{ t: /a\\sb/ }', []],
      [`{ t: db.RegExp({ regexp: 'FOO', options: 'i' }) }`, ['a', 'c']],
      [`{ t: { $regex: '^f', $options: 'i' } }`, ['a', 'c']],
      [`{ t: _.not(/o/i) }`, ['b', 'd', 'e', 'f', 'g']],
      [`{ t: _.not(_.in([/o/i])) }`, ['b', 'd', 'e', 'f', 'g']],
    ],
    fails: [
      ['{ t: /a/g }', /invalid flag in regex options: g/],
      [`{ t: { $regex: 'a', $options: 'x' } }`, /option 'x'/, -502002],
      [`{ t: { $regex: '(' } }`, /Regular expression is invalid/],
      [`{ t: { $regex: '(?i)a' } }`, /construct \(\?i\)/, -502002],
      [`{ t: { $regex: '\\\\Aa' } }`, /escape \\A/, -502002],
      [`{ t: /[\\u4e00-\\u9fa5]/ }`, /escape \\u/, -502002],
      [`{ t: { $options: 'i' } }`, /\$options needs a \$regex/],
      ['{ t: _.neq(/a/) }', /regex as arg to \$ne/],
    ],
  }),
  filterRow({
    name: '_.and',
    documents: types,
    finds: [
      ['_.and([{ v: _.gt(0) }, { v: _.lt(2) }])', ['array', 'double', 'int']],
      ['{ v: _.and(_.gte(1), _.lte(1)) }', ['array', 'int']],
      ['_.and([{ _id: "int" }, {}])', ['int']],
    ],
    fails: [['{ $and: [] }', /must be a nonempty array/]],
  }),
  filterRow({
    name: '_.or',
    note: 'two of them on two fields of one where() are merged by the SDK into one: put them into _.and',
    documents: types,
    finds: [
      [`_.or([{ v: true }, { v: 'x' }])`, ['array', 'bool', 'string']],
      ['{ v: _.eq(true).or(_.gt(2)) }', ['bool', 'long']],
      [`_.or([{ _id: 'int' }, { v: null, _id: _.in(['null']) }])`, ['int', 'null']],
    ],
    fails: [['{ $or: [1] }', /entries need to be full objects/]],
  }),
  filterRow({
    name: '_.nor',
    documents: types,
    finds: [
      [`_.nor([{ v: _.exists(false) }, { v: _.gt(0) }, { v: null }])`, ['bool', 'date', 'empty', 'object', 'string']],
    ],
  }),
  filterRow({
    name: '_.not',
    documents: types,
    finds: [
      ['{ v: _.not(_.gt(1)) }', ['array', 'bool', 'date', 'empty', 'int', 'missing', 'null', 'object', 'string']],
      [`{ v: { $not: { $type: 'number' }, $ne: null } }`, ['bool', 'date', 'empty', 'object', 'string']],
    ],
    fails: [['{ v: { $not: 1 } }', /\$not needs a regex or a document/]],
  }),
  filterRow({
    name: 'dotted paths',
    note: 'through lists of documents, and by index; a list in a list is looked into by index only',
    documents: lists,
    finds: [
      [`{ 'g.k': 2 }`, ['a']],
      [`{ 'g.0.k': 1 }`, ['a', 'b']],
      [`{ 'g.k': 1, 'g.v': 9 }`, ['a', 'b', 'd']],
      [`{ 'l.0': 3 }`, ['b']],
      [`{ 'l.0': 1 }`, ['a', 'c']],
      [`{ 'l.0.1': 2 }`, ['c']],
      ['{ l: 1 }', ['a']],
      [`{ 'g.v': null }`, ['e']],
      [`{ 'l.x': null }`, ['d', 'e']],
      [`{ 'g.x': _.exists(false) }`, ['a', 'b', 'c', 'd', 'e']],
    ],
  }),
  filterRow({
    name: '_.all',
    documents: lists,
    finds: [
      ['{ l: _.all([1, 3]) }', ['a']],
      ['{ l: _.all([3]) }', ['a', 'b', 'd']],
      ['{ l: _.all([[1, 2]]) }', ['c']],
      ['{ l: _.all([]) }', []],
      ['{ g: _.all([{ $elemMatch: { k: 1, v: 1 } }, { $elemMatch: { k: 2 } }]) }', ['a']],
    ],
    fails: [['{ l: _.all([{ $gt: 1 }]) }', /no \$ expressions in \$all/]],
  }),
  filterRow({
    name: '_.elemMatch',
    note: 'of lists only; one element fulfils all conditions',
    documents: lists,
    finds: [
      ['{ g: _.elemMatch({ k: 1, v: 9 }) }', ['b']],
      ['{ g: _.elemMatch({ k: _.gte(2) }) }', ['a']],
      ['{ l: _.elemMatch({ $gt: 2, $lt: 4 }) }', ['a', 'b']],
      ['{ l: _.elemMatch({ $eq: 1 }) }', ['a']],
      ['{ l: _.elemMatch({ $elemMatch: { $eq: 2 } }) }', ['c']],
      ['{ g: _.elemMatch({ $or: [{ v: 1 }, { k: 3 }] }) }', ['a']],
    ],
    fails: [['{ l: { $elemMatch: 1 } }', /\$elemMatch needs an Object/]],
  }),
  filterRow({
    name: '_.size',
    documents: lists,
    finds: [
      ['{ l: _.size(1) }', ['b']],
      ['{ g: _.size(0) }', ['c']],
    ],
    fails: [
      ['{ l: _.size(-1) }', /non-negative/],
      ['{ l: _.size(1.5) }', /Expected an integer/],
    ],
  }),
  filterRow({
    name: '_.expr',
    note: 'compares across types in BSON order, missing before null',
    documents: [
      { _id: 'a', x: 1, y: 2 },
      { _id: 'b', x: 2, y: 2 },
      { _id: 'c', x: 'z', y: 2 },
      { _id: 'd', y: null },
    ],
    finds: [
      [`_.expr($.gt(['$x', '$y']))`, ['c']],
      [`_.expr($.lte(['$x', '$y']))`, ['a', 'b', 'd']],
      [`_.expr($.eq(['$x', null]))`, []],
      [`_.expr($.and([$.gt(['$y', 1]), $.neq(['$_id', 'b'])]))`, ['a', 'c']],
    ],
    fails: [[`_.expr({ $nope: 1 })`, /expression operator \$nope/, -502002]],
  }),
  refusedRow(
    'filters',
    '_.geoNear',
    where('{ l: _.geoNear({ geometry: new db.Geo.Point(113, 23) }) }'),
    /\$nearSphere/,
    {
      errCode: -502002,
    },
  ),
  refusedRow('filters', '_.geoWithin', where('{ l: _.geoWithin({ centerSphere: [[113, 23], 1] }) }'), /\$geoWithin/, {
    errCode: -502002,
  }),
  refusedRow(
    'filters',
    '_.geoIntersects',
    where('{ l: _.geoIntersects({ geometry: new db.Geo.Point(1, 2) }) }'),
    /\$geoIntersects/,
    {
      errCode: -502002,
    },
  ),
  ...['$where', '$text', '$jsonSchema', '$comment'].map((name) =>
    refusedRow('filters', name, where(`{ ${name}: {} }`), new RegExp(`query operator \\${name}`), { errCode: -502002 }),
  ),
  ...['$bitsAllSet', '$bitsAnyClear', '$rand', '$uniqueDocs'].map((name) =>
    refusedRow('filters', name, where(`{ i: { ${name}: 1 } }`), new RegExp(`query operator \\${name}`), {
      errCode: -502002,
    }),
  ),
]
