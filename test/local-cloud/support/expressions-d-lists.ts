import { expressionRow } from './prove'
import type { SupportRow } from './rows'

export const rows: SupportRow[] = [
  expressionRow({
    name: '$.arrayElemAt',
    note: 'out of range is missing',
    gives: [
      [`$.arrayElemAt(['$a', 0])`, 3],
      [`$.arrayElemAt(['$a', -1])`, 2],
      [`$.arrayElemAt(['$a', 9])`, undefined],
      [`$.arrayElemAt(['$missing', 0])`, null],
    ],
    fails: [
      [`$.arrayElemAt(['$s', 0])`, /first argument must be an array, but is string/],
      [`$.arrayElemAt(['$a', 1.5])`, /representable as a 32-bit integer/],
    ],
  }),
  expressionRow({
    name: '$first, $last of a list',
    gives: [
      [`{ $first: '$a' }`, 3],
      [`{ $last: '$a' }`, 2],
      [`{ $first: '$none' }`, undefined],
      [`{ $last: '$nil' }`, null],
    ],
    fails: [[`{ $first: '$i' }`, /must be an array, but is int/]],
  }),
  expressionRow({
    name: '$.concatArrays',
    gives: [
      [`$.concatArrays(['$a', [9], '$none'])`, [3, 1, 2, 9]],
      [`$.concatArrays(['$a', '$missing'])`, null],
    ],
    fails: [[`$.concatArrays(['$a', '$i'])`, /only supports arrays, not int/]],
  }),
  expressionRow({
    name: '$.filter',
    gives: [
      [`$.filter({ input: '$a', as: 'x', cond: $.gte(['$$x', 2]) })`, [3, 2]],
      [`{ $filter: { input: '$list', cond: '$$this.v' } }`, [{ k: 1, v: 'a' }]],
      [`$.filter({ input: '$nil', as: 'x', cond: true })`, null],
    ],
    fails: [
      [`$.filter({ input: '$i', as: 'x', cond: true })`, /must be an array not int/],
      [`$.filter({ input: '$a', as: 'x' })`, /Missing 'cond' parameter/],
      [`{ $filter: { input: '$a', cond: true, limit: 1 } }`, /Unrecognized argument to \$filter: limit/],
    ],
  }),
  expressionRow({
    name: '$.in',
    gives: [
      [`$.in([2, '$a'])`, true],
      [`$.in(['$missing', '$a'])`, false],
      [`$.in([{ k: 2 }, '$list'])`, true],
    ],
    fails: [[`$.in([1, '$i'])`, /must be an array, but is int/]],
  }),
  expressionRow({
    name: '$.indexOfArray',
    gives: [
      [`$.indexOfArray(['$a', 2])`, 2],
      [`$.indexOfArray(['$a', 3, 1])`, -1],
      [`$.indexOfArray(['$a', 1, 0, 1])`, -1],
      [`$.indexOfArray(['$nil', 1])`, null],
    ],
    fails: [
      [`$.indexOfArray(['$i', 1])`, /must be an array/],
      [`$.indexOfArray(['$a', 1, -1])`, /nonnegative starting index/],
    ],
  }),
  expressionRow({
    name: '$.isArray',
    gives: [
      [`$.isArray('$a')`, true],
      [`$.isArray(['$none'])`, true],
      [`$.isArray('$missing')`, false],
    ],
  }),
  expressionRow({
    name: '$.map',
    gives: [
      [`$.map({ input: '$a', as: 'x', in: $.multiply(['$$x', '$i']) })`, [21, 7, 14]],
      [`$.map({ input: '$list', as: 'e', in: '$$e.v' })`, ['a', null]],
      [
        `$.map({ input: '$a', as: 'x', in: $.map({ input: [1], as: 'y', in: $.add(['$$x', '$$y']) }) })`,
        [[4], [2], [3]],
      ],
      [`$.map({ input: '$missing', as: 'x', in: 1 })`, null],
    ],
    fails: [
      [`$.map({ input: '$s', as: 'x', in: 1 })`, /must be an array not string/],
      [`$.map({ input: '$a', as: 'x', in: '$$y' })`, /undefined variable: y/],
    ],
  }),
  expressionRow({
    name: '$.range',
    gives: [
      ['$.range([0, 3])', [0, 1, 2]],
      ['$.range([5, 0, -2])', [5, 3, 1]],
      ['$.range([3, 0])', []],
    ],
    fails: [
      ['$.range([0, 3, 0])', /non-zero step/],
      [`$.range([0, '$nil'])`, /numeric ending value, found value of type: null/],
      ['$.range([0, 2147483647])', /too much memory/],
    ],
  }),
  expressionRow({
    name: '$.reduce',
    gives: [
      [`$.reduce({ input: '$a', initialValue: '', in: $.concat(['$$value', { $toString: '$$this' }]) })`, '312'],
      [`$.reduce({ input: '$none', initialValue: 5, in: 0 })`, 5],
      [`$.reduce({ input: '$missing', initialValue: 5, in: 0 })`, null],
    ],
    fails: [[`$.reduce({ input: '$i', initialValue: 0, in: 0 })`, /must be an array not int/]],
  }),
  expressionRow({
    name: '$.reverseArray',
    gives: [
      [`$.reverseArray('$a')`, [2, 1, 3]],
      [`$.reverseArray('$nil')`, null],
      [`'$a'`, [3, 1, 2]],
    ],
    fails: [[`$.reverseArray('$s')`, /must be an array, but is string/]],
  }),
  expressionRow({
    name: '$.size',
    gives: [
      [`$.size('$a')`, 3],
      [`$.size('$none')`, 0],
    ],
    fails: [
      [`$.size('$missing')`, /must be an array, but was of type: missing/],
      [`$.size('$s')`, /but was of type: string/],
    ],
  }),
  expressionRow({
    name: '$.slice',
    gives: [
      [`$.slice(['$a', 2])`, [3, 1]],
      [`$.slice(['$a', -2])`, [1, 2]],
      [`$.slice(['$a', 1, 5])`, [1, 2]],
      [`$.slice(['$a', -9, 1])`, [3]],
      [`$.slice(['$nil', 1])`, null],
    ],
    fails: [
      [`$.slice(['$a', 1, 0])`, /must be positive: 0/],
      [`$.slice(['$i', 1])`, /first argument must be an array/],
    ],
  }),
  expressionRow({
    name: '$.zip',
    gives: [
      [
        `$.zip({ inputs: ['$a', ['x', 'y']] })`,
        [
          [3, 'x'],
          [1, 'y'],
        ],
      ],
      [
        `$.zip({ inputs: ['$a', ['x']], useLongestLength: true, defaults: [0, '-'] })`,
        [
          [3, 'x'],
          [1, '-'],
          [2, '-'],
        ],
      ],
      [
        `$.zip({ inputs: ['$a', ['x']], useLongestLength: true })`,
        [
          [3, 'x'],
          [1, null],
          [2, null],
        ],
      ],
      [`$.zip({ inputs: ['$a', '$nil'] })`, null],
    ],
    fails: [
      [`$.zip({ inputs: ['$a', '$i'] })`, /non-array expression in input: int/],
      [`$.zip({ inputs: ['$a'], defaults: [1] })`, /unless useLongestLength is true/],
    ],
  }),
  expressionRow({
    name: '$.setUnion, $.setIntersection, $.setDifference',
    note: 'in the order of the input; MongoDB leaves it open',
    gives: [
      [`$.setUnion(['$a', [2, 9, 9]])`, [3, 1, 2, 9]],
      [`$.setUnion(['$a', '$nil'])`, null],
      [`$.setIntersection(['$a', [2, 3, 3]])`, [3, 2]],
      [`$.setIntersection(['$a', [[1]]])`, []],
      [`$.setDifference(['$a', [1]])`, [3, 2]],
      [`$.setDifference([[1, 1, 2], [2]])`, [1]],
      [`$.setDifference(['$missing', [1]])`, null],
    ],
    fails: [
      [`$.setUnion(['$a', '$i'])`, /must be arrays. One argument is of type: int/],
      [`$.setDifference(['$a', '$s'])`, /of type: string/],
    ],
  }),
  expressionRow({
    name: '$.setEquals, $.setIsSubset',
    gives: [
      [`$.setEquals(['$a', [1, 2, 3, 3]])`, true],
      [`$.setEquals(['$a', [1, 2]])`, false],
      [`$.setIsSubset([[1, 1], '$a'])`, true],
      [`$.setIsSubset(['$a', [1]])`, false],
    ],
    fails: [
      [`$.setEquals(['$a', '$nil'])`, /of type: null/],
      [`$.setEquals(['$a'])`, /at least two arguments/],
    ],
  }),
  expressionRow({
    name: '$.allElementsTrue, $.anyElementTrue',
    gives: [
      [`$.allElementsTrue(['$a'])`, true],
      [`$.allElementsTrue([[1, 0]])`, false],
      [`$.allElementsTrue(['$none'])`, true],
      [`$.anyElementTrue([[null, 0, '']])`, true],
      [`$.anyElementTrue(['$none'])`, false],
    ],
    fails: [[`$.anyElementTrue(['$nil'])`, /of type: null/]],
  }),
]
