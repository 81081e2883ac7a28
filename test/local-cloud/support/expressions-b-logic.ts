import { expressionRow } from './prove'
import type { SupportRow } from './rows'

export const rows: SupportRow[] = [
  expressionRow({
    name: '$.cmp, $.eq, $.neq, $.gt, $.gte, $.lt, $.lte',
    note: 'across types in BSON order: missing < null < numbers < text < documents < lists < booleans < dates',
    gives: [
      [`$.cmp(['$i', 8])`, -1],
      [`$.cmp(['$missing', '$nil'])`, -1],
      [`$.cmp(['$nil', '$neg'])`, -1],
      [`$.cmp(['$i', '$empty'])`, -1],
      [`$.cmp(['$zh', '$o'])`, -1],
      [`$.cmp(['$o', '$none'])`, -1],
      [`$.cmp(['$a', '$no'])`, -1],
      [`$.cmp(['$yes', '$t'])`, -1],
      [`$.cmp([NaN, -Infinity])`, -1],
      [`$.cmp([[1, 2], [1]])`, 1],
      [`$.eq(['$i', 7])`, true],
      [`$.eq(['$missing', null])`, false],
      [`$.eq([{ a: 1, b: 2 }, { b: 2, a: 1 }])`, false],
      [`$.eq([[1, 'x'], [1, 'x']])`, true],
      [`$.neq(['$s', 'hello'])`, true],
      [`$.gt(['$zh', 'z'])`, true],
      [`$.gte(['$i', 7])`, true],
      [`$.lt(['😀', '\\uffee'])`, false],
      [`$.lte(['$f', 2])`, false],
    ],
    fails: [[`$.eq(['$i'])`, /takes exactly 2 arguments/]],
  }),
  expressionRow({
    name: '$.and, $.or, $.not',
    note: 'false, 0, null and missing are false; all else, also empty text and lists, is true; they stop where it is decided',
    gives: [
      [`$.and(['$i', '$empty', '$none'])`, true],
      [`$.and(['$i', '$nil'])`, false],
      [`$.and([])`, true],
      [`$.and([false, $.divide([1, 0])])`, false],
      [`$.or(['$zero', '$missing'])`, false],
      [`$.or(['$zero', '$o'])`, true],
      [`$.or([])`, false],
      [`$.or([true, $.divide([1, 0])])`, true],
      [`$.not(['$nil'])`, true],
      [`$.not('$empty')`, false],
    ],
  }),
  expressionRow({
    name: '$.cond',
    note: 'both forms; only the branch taken is computed',
    gives: [
      [`$.cond({ if: $.gt(['$i', 5]), then: 'big', else: $.divide([1, 0]) })`, 'big'],
      [`$.cond(['$zero', 'yes', 'no'])`, 'no'],
      [`$.cond(['$yes', '$missing', 1])`, undefined],
    ],
    fails: [
      [`$.cond([1, 2])`, /takes exactly 3 arguments/],
      [`$.cond({ if: 1, then: 2 })`, /Missing 'else' parameter to \$cond/],
    ],
  }),
  expressionRow({
    name: '$.ifNull',
    gives: [
      [`$.ifNull(['$missing', 'x'])`, 'x'],
      [`$.ifNull(['$nil', '$missing', 3])`, 3],
      [`$.ifNull(['$zero', 1])`, 0],
      [`$.ifNull(['$nil', '$missing'])`, undefined],
    ],
    fails: [[`$.ifNull(['$nil'])`, /at least two arguments/]],
  }),
  expressionRow({
    name: '$.switch',
    gives: [
      [
        `$.switch({ branches: [{ case: $.lt(['$i', 5]), then: 'small' }, { case: $.lt(['$i', 9]), then: 'middle' }], default: 'big' })`,
        'middle',
      ],
      [`$.switch({ branches: [{ case: false, then: 1 }], default: '$s' })`, 'Hello'],
    ],
    fails: [
      [`$.switch({ branches: [{ case: false, then: 1 }] })`, /no default was specified/],
      [`$.switch({ branches: [] })`, /at least one branch/],
    ],
  }),
  expressionRow({
    name: '$.let',
    note: 'names begin with a small letter',
    gives: [
      [`$.let({ vars: { x: '$i', y: 2 }, in: $.multiply(['$$x', '$$y']) })`, 14],
      [`$.let({ vars: { x: '$o' }, in: $.let({ vars: { x: '$$x.p' }, in: $.add(['$$x', 1]) }) })`, 2],
    ],
    fails: [
      [`$.let({ vars: { X: 1 }, in: 1 })`, /invalid character for a user variable name/],
      [`$.let({ vars: {}, in: '$$x' })`, /undefined variable: x/],
    ],
  }),
  expressionRow({
    name: '$.literal',
    gives: [
      [`$.literal('$i')`, '$i'],
      [`$.literal({ $add: [1, 2] })`, { $add: [1, 2] }],
    ],
  }),
  expressionRow({
    name: '$$ROOT, $$CURRENT, $$REMOVE, $$NOW',
    gives: [
      [`'$$ROOT.o.p'`, 1],
      [`'$$CURRENT.i'`, 7],
      [`'$$REMOVE'`, undefined],
      [`{ $type: '$$NOW' }`, 'date'],
    ],
    fails: [[`'$$CLUSTER_TIME'`, /undefined variable: CLUSTER_TIME/]],
  }),
  expressionRow({
    name: 'field paths',
    note: 'through lists of documents; never by index',
    gives: [
      [`'$o.q'`, 'x'],
      [`'$list.v'`, ['a']],
      [`'$list.k'`, [1, 2]],
      [`'$a.0'`, []],
      [`'$s.x'`, undefined],
      [`['$missing', '$i']`, [null, 7]],
      [`{ x: '$missing', y: { z: '$i' } }`, { y: { z: 7 } }],
    ],
    fails: [
      [`'$a..b'`, /may not be empty strings/],
      [`'$'`, /'\$' by itself/],
      [`{ $add: [1], $sum: 1 }`, /exactly one field/],
    ],
  }),
  expressionRow({
    name: '$.mergeObjects',
    gives: [
      [`$.mergeObjects(['$o', { q: 'y', r: 2 }, '$nil'])`, { p: 1, q: 'y', r: 2 }],
      [`$.mergeObjects('$o')`, { p: 1, q: 'x' }],
      [`$.mergeObjects(['$missing'])`, {}],
    ],
    fails: [[`$.mergeObjects(['$i'])`, /input is of type int/]],
  }),
  expressionRow({
    name: '$.objectToArray, $.arrayToObject',
    gives: [
      [
        `$.objectToArray('$o')`,
        [
          { k: 'p', v: 1 },
          { k: 'q', v: 'x' },
        ],
      ],
      [`$.objectToArray('$nil')`, null],
      [`$.arrayToObject($.objectToArray('$o'))`, { p: 1, q: 'x' }],
      [`$.arrayToObject([[['a', 1], ['b', 2], ['a', 3]]])`, { a: 3, b: 2 }],
      [`$.arrayToObject('$missing')`, null],
    ],
    fails: [
      [`$.objectToArray('$i')`, /requires a document input, found: int/],
      [`$.arrayToObject('$a')`, /needs pairs/],
      [`$.arrayToObject([[[1, 2]]])`, /keys of type string, found: int/],
    ],
  }),
]
