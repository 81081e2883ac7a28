import { expressionRow } from './prove'
import type { SupportRow } from './rows'

/** An operator of one number: null for null and missing, an error for what is no number. */
const ofNumber = (
  name: string,
  gives: readonly (readonly [string, unknown])[],
  fails: readonly (readonly [string, RegExp])[] = [],
) => {
  const call = (operand: string) => `$.${name}(${operand})`
  return expressionRow({
    name: `$.${name}`,
    gives: [
      ...gives.map(([operand, value]) => [call(operand), value] as const),
      [call(`'$nil'`), null],
      [call(`'$missing'`), null],
    ],
    fails: [
      [call(`'$s'`), new RegExp(`\\$${name} only supports numeric types, not string`)],
      ...fails.map(([operand, words]) => [call(operand), words] as const),
    ],
  })
}

export const rows: SupportRow[] = [
  ofNumber('abs', [
    [`'$neg'`, 7],
    ['-2.5', 2.5],
    ['0', 0],
  ]),
  expressionRow({
    name: '$.add',
    note: 'numbers, or one date and ms',
    gives: [
      [`$.add(['$i', 1, '$f'])`, 10.5],
      [`$.add(['$t', 1000])`, '2025-12-31T16:30:06.007Z'],
      [`$.add(['$i', '$nil'])`, null],
      [`$.add(['$i', '$missing'])`, null],
      [`$.add([0.1, 0.2])`, 0.1 + 0.2],
      [`$.add([])`, 0],
    ],
    fails: [
      [`$.add(['$i', '$s'])`, /\$add only supports numeric or date types, not string/],
      [`$.add(['$t', '$t'])`, /only one date allowed/],
    ],
  }),
  ofNumber('ceil', [
    [`'$f'`, 3],
    ['-2.5', -2],
    [`'$i'`, 7],
  ]),
  expressionRow({
    name: '$.divide',
    gives: [
      [`$.divide(['$i', 2])`, 3.5],
      [`$.divide(['$neg', '$i'])`, -1],
      [`$.divide(['$nil', 2])`, null],
      [`$.divide([2, '$missing'])`, null],
    ],
    fails: [
      [`$.divide(['$i', '$zero'])`, /can't \$divide by zero.*16608/],
      [`$.divide(['$s', 2])`, /only supports numeric types, not string and int/],
      [`$.divide([1])`, /takes exactly 2 arguments. 1 were passed in/],
    ],
  }),
  ofNumber('exp', [
    ['0', 1],
    ['1', Math.E],
  ]),
  ofNumber('floor', [
    [`'$f'`, 2],
    ['-2.5', -3],
  ]),
  ofNumber(
    'ln',
    [
      ['1', 0],
      ['Math.E', 1],
    ],
    [['0', /must be a positive number, but is 0/]],
  ),
  expressionRow({
    name: '$.log',
    gives: [
      [`$.log([8, 2])`, 3],
      [`$.log(['$nil', 2])`, null],
    ],
    fails: [
      [`$.log([8, 1])`, /base must be a positive number not equal to 1/],
      [`$.log([0, 2])`, /must be a positive number/],
      [`$.log(['$s', 2])`, /only supports numeric types/],
    ],
  }),
  ofNumber('log10', [['1000', 3]], [['-1', /must be a positive number/]]),
  expressionRow({
    name: '$.mod',
    note: 'the sign of the dividend',
    gives: [
      [`$.mod(['$i', 4])`, 3],
      [`$.mod(['$neg', 4])`, -3],
      [`$.mod([5.5, 2])`, 1.5],
      [`$.mod(['$missing', 2])`, null],
    ],
    fails: [
      [`$.mod([1, 0])`, /can't \$mod by zero/],
      [`$.mod([1, '$s'])`, /only supports numeric types, not int and string/],
    ],
  }),
  expressionRow({
    name: '$.multiply',
    gives: [
      [`$.multiply(['$i', 2, 0.5])`, 7],
      [`$.multiply(['$i', '$nil'])`, null],
    ],
    fails: [[`$.multiply(['$i', '$s'])`, /\$multiply only supports numeric types, not string/]],
  }),
  expressionRow({
    name: '$.pow',
    gives: [
      [`$.pow([2, 10])`, 1024],
      [`$.pow([2, -1])`, 0.5],
      [`$.pow(['$nil', 2])`, null],
    ],
    fails: [
      [`$.pow([0, -1])`, /base of 0 and a negative exponent/],
      [`$.pow(['$s', 2])`, /only supports numeric types/],
    ],
  }),
  expressionRow({
    name: '$round',
    note: 'half to the even neighbour; place from -20 to 100',
    gives: [
      ['{ $round: 2.5 }', 2],
      ['{ $round: [3.5] }', 4],
      ['{ $round: [-2.5, 0] }', -2],
      ['{ $round: [2.345, 2] }', 2.34],
      ['{ $round: [2.355, 2] }', 2.36],
      ['{ $round: [1250, -2] }', 1200],
      ['{ $round: [1350, -2] }', 1400],
      [`{ $round: ['$nil', 1] }`, null],
      [`{ $round: ['$f', '$missing'] }`, null],
    ],
    fails: [
      ['{ $round: [1, 101] }', /cannot apply \$round with precision value 101/],
      ['{ $round: [1, 0.5] }', /must be a integral value/],
      [`{ $round: '$s' }`, /only supports numeric types/],
    ],
  }),
  ofNumber(
    'sqrt',
    [
      ['9', 3],
      ['0', 0],
    ],
    [['-1', /must be greater than or equal to 0/]],
  ),
  expressionRow({
    name: '$.subtract',
    note: 'numbers, dates (ms between), or ms from a date',
    gives: [
      [`$.subtract(['$i', '$f'])`, 4.5],
      [`$.subtract(['$t', new Date('2025-12-31T16:30:00Z')])`, 5007],
      [`$.subtract(['$t', 7])`, '2025-12-31T16:30:05.000Z'],
      [`$.subtract(['$t', '$nil'])`, null],
    ],
    fails: [
      [`$.subtract([1, '$t'])`, /can't \$subtract date from int/],
      [`$.subtract(['$s', 1])`, /can't \$subtract int from string/],
    ],
  }),
  expressionRow({
    name: '$.trunc',
    gives: [
      [`$.trunc('$f')`, 2],
      [`$.trunc(-2.9)`, -2],
      [`{ $trunc: [2.789, 1] }`, 2.7],
      [`{ $trunc: [1299, -2] }`, 1200],
      [`$.trunc('$nil')`, null],
    ],
    fails: [[`$.trunc('$s')`, /\$trunc only supports numeric types/]],
  }),
  expressionRow({
    name: '$.sum, $.avg, $.min, $.max outside group',
    note: 'over one list or over arguments; also $stdDevPop, $stdDevSamp',
    gives: [
      [`$.sum('$a')`, 6],
      [`$.sum(['$i', '$f', '$s'])`, 9.5],
      [`$.sum('$missing')`, 0],
      [`$.sum(['$i', '$a'])`, 7],
      [`$.avg('$a')`, 2],
      [`$.avg('$s')`, null],
      [`$.min('$a')`, 1],
      [`$.max(['$i', '$s', '$nil'])`, 'Hello'],
      [`$.max('$none')`, null],
      [`$.stdDevPop([1, 3])`, 1],
      [`$.stdDevSamp([1, 3])`, Math.SQRT2],
    ],
  }),
]
