import { refusedRow, stageRow } from './prove'
import type { SupportRow } from './rows'

const values = [
  { _id: 'a', g: 1, v: 2, o: { x: 1, y: 1 } },
  { _id: 'b', g: 1, v: 'x', o: null },
  { _id: 'c', g: 1, v: 4, o: { y: 2, z: 3 } },
  { _id: 'd', g: 1, v: null },
  { _id: 'e', g: 1 },
  { _id: 'f', g: 2 },
]

const accumulator = (
  name: string,
  spec: string,
  one: unknown,
  two: unknown,
  more: Partial<Parameters<typeof stageRow>[0]> = {},
) =>
  stageRow({
    area: 'accumulators',
    name,
    documents: values,
    gives: [
      [
        `sort({ _id: 1 }).group({ _id: '$g', r: ${spec} }).sort({ _id: 1 })`,
        [
          { _id: 1, r: one },
          { _id: 2, r: two },
        ],
      ],
    ],
    ...more,
  })

export const rows: SupportRow[] = [
  accumulator('$.sum', `$.sum('$v')`, 6, 0, { note: 'values that are no numbers do not count' }),
  accumulator('$.avg', `$.avg('$v')`, 3, null),
  accumulator('$.min', `$.min('$v')`, 2, null, { note: 'in BSON order; null and missing do not count' }),
  accumulator('$.max', `$.max('$v')`, 'x', null),
  accumulator('$.first', `$.first('$v')`, 2, null, { note: 'a missing value is null' }),
  accumulator('$.last', `$.last('$v')`, null, null),
  accumulator('$.push', `$.push('$v')`, [2, 'x', 4, null], [], { note: 'missing values are left out' }),
  accumulator('$.addToSet', `$.addToSet({ $type: '$v' })`, ['int', 'string', 'null', 'missing'], ['missing'], {
    note: 'in the order of first sight; MongoDB leaves it open',
  }),
  accumulator('$.stdDevPop', `$.stdDevPop('$v')`, 1, null),
  accumulator('$.stdDevSamp', `$.stdDevSamp('$v')`, Math.SQRT2, null, { note: 'null of fewer than two numbers' }),
  accumulator(
    '$.mergeObjects',
    `$.mergeObjects('$o')`,
    { x: 1, y: 2, z: 3 },
    {},
    {
      fails: [[`group({ _id: 1, r: $.mergeObjects('$v') })`, /requires object inputs, but input is of type/]],
    },
  ),
  accumulator('$count', `{ $count: {} }`, 5, 1),
  ...['$accumulator', '$top', '$firstN', '$median', '$percentile', '$nope'].map((name) =>
    refusedRow(
      'accumulators',
      name,
      `return await db.collection('plain').aggregate().group({ _id: 1, r: { ${name}: {} } }).end()`,
      new RegExp(`accumulator \\${name}`),
    ),
  ),
]
