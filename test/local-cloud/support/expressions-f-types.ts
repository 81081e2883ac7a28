import { expressionRow, refusedRow } from './prove'
import type { SupportRow } from './rows'

const project = (expr: string) => `return await db.collection('plain').aggregate().project({ x: ${expr} }).end()`

/** What the SDK offers and the local cloud has not; scripts; what came with MongoDB 5 and later. */
const unknown = [
  ...[
    '$meta',
    '$function',
    '$where',
    '$getField',
    '$setField',
    '$unsetField',
    '$sortArray',
    '$maxN',
    '$minN',
    '$firstN',
  ],
  ...[
    '$dateAdd',
    '$dateSubtract',
    '$dateDiff',
    '$dateTrunc',
    '$toDecimal',
    '$rand',
    '$sampleRate',
    '$bitAnd',
    '$median',
  ],
  ...['$sin', '$cos', '$tan', '$degreesToRadians', '$toHashedIndexKey', '$nope'],
]

export const rows: SupportRow[] = [
  expressionRow({
    name: '$type, $isNumber',
    gives: [
      [`[{ $type: '$i' }, { $type: '$f' }, { $type: '$s' }, { $type: '$nil' }]`, ['int', 'double', 'string', 'null']],
      [
        `[{ $type: '$missing' }, { $type: '$a' }, { $type: '$o' }, { $type: '$t' }]`,
        ['missing', 'array', 'object', 'date'],
      ],
      [`[{ $type: '$yes' }, { $type: 3000000000 }, { $type: 1e300 }]`, ['bool', 'long', 'double']],
      [`[{ $isNumber: '$f' }, { $isNumber: '$s' }]`, [true, false]],
    ],
  }),
  expressionRow({
    name: '$toInt, $toLong, $toDouble',
    gives: [
      [`{ $toInt: '$f' }`, 2],
      [`{ $toInt: -2.9 }`, -2],
      [`{ $toInt: '-42' }`, -42],
      [`{ $toInt: '$yes' }`, 1],
      [`{ $toInt: '$missing' }`, null],
      [`{ $toLong: '$t' }`, 1767198605007],
      [`{ $toLong: '3000000000' }`, 3000000000],
      [`{ $toDouble: '2.5e1' }`, 25],
      [`{ $toDouble: '$no' }`, 0],
    ],
    fails: [
      [`{ $toInt: '1.5' }`, /Failed to parse number '1.5' in \$convert with no onError value/],
      [`{ $toInt: '' }`, /Failed to parse number ''/],
      [`{ $toInt: 3000000000 }`, /Conversion would overflow target type/],
      [`{ $toInt: NaN }`, /Attempt to convert NaN value to integer type/],
      [`{ $toInt: '$t' }`, /Unsupported conversion from date to int/],
      [`{ $toDouble: ' 1' }`, /Failed to parse number/],
      [`{ $toDouble: '$a' }`, /Unsupported conversion from array to double/],
    ],
  }),
  expressionRow({
    name: '$toString, $toBool, $toDate, $toObjectId',
    gives: [
      [`{ $toString: '$f' }`, '2.5'],
      [`{ $toString: '$t' }`, '2025-12-31T16:30:05.007Z'],
      [`{ $toString: '$no' }`, 'false'],
      [`{ $toString: '$nil' }`, null],
      [`{ $toBool: '$zero' }`, false],
      [`{ $toBool: 'false' }`, true],
      [`{ $toBool: '$f' }`, true],
      [`{ $toDate: 1767198605007 }`, '2025-12-31T16:30:05.007Z'],
      [`{ $toDate: '2026-01-01' }`, '2026-01-01T00:00:00.000Z'],
      [`{ $toDate: { $toObjectId: '695550000000000000000000' } }`, '2025-12-31T16:32:00.000Z'],
      [`{ $type: { $toObjectId: '65a000000000000000000001' } }`, 'objectId'],
    ],
    fails: [
      [`{ $toString: '$o' }`, /Unsupported conversion from object to string/],
      [`{ $toDate: '$i' }`, /Unsupported conversion from int to date/],
      [`{ $toObjectId: 'x' }`, /Failed to parse objectId 'x'/],
    ],
  }),
  expressionRow({
    name: '$convert',
    note: 'with onError and onNull',
    gives: [
      [`{ $convert: { input: '$s', to: 'int', onError: -1 } }`, -1],
      [`{ $convert: { input: '$missing', to: 'int', onNull: 'none' } }`, 'none'],
      [`{ $convert: { input: '7', to: 16 } }`, 7],
      [`{ $convert: { input: '$i', to: '$nil' } }`, null],
    ],
    fails: [
      [`{ $convert: { input: '$i', to: 'decimal' } }`, /does not support \$convert to decimal/],
      [`{ $convert: { input: '$s', to: 'int' } }`, /Failed to parse number 'Hello'/],
    ],
  }),
  ...unknown.map((name) =>
    refusedRow('expressions', name, project(`{ ${name}: 1 }`), new RegExp(`expression operator \\${name}`)),
  ),
]
