import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../../local-cloud/query/pipeline'
import { runPipeline } from '../../../local-cloud/query/pipeline'
import { temporaryStore } from './store'

const { store, end } = temporaryStore({
  people: { indexes: [{ name: 'town', fields: [['town', 1]] }] },
  towns: { indexes: [] },
})
const run = (...stages: Stage[]) =>
  runPipeline(store.collection('people'), stages, { collection: (name) => store.collection(name) })

beforeAll(async () => {
  await store.write(() => {
    const people = store.collection('people')
    people.insert({ _id: 'p1', town: 't1', age: 30, tags: ['a', 'b'], d: new Date('2026-01-31T18:00:00Z') })
    people.insert({ _id: 'p2', town: 't1', age: 40, tags: [] })
    people.insert({ _id: 'p3', town: 't2', age: '40', nick: 'n' })
    people.insert({ _id: 'p4', age: null, nick: null })
    const towns = store.collection('towns')
    towns.insert({ _id: 't1', name: 'one' })
    towns.insert({ _id: 't2', name: 'two' })
  })
})
afterAll(end)

describe('an aggregation', () => {
  it('groups, and leaves missing values out of lists', () => {
    expect(
      run(
        ['$group', { _id: '$town', n: { $sum: 1 }, ages: { $push: '$age' }, nicks: { $addToSet: '$nick' } }],
        ['$sort', { _id: 1 }],
      ),
    ).toEqual([
      { _id: null, n: 1, ages: [null], nicks: [null] },
      { _id: 't1', n: 2, ages: [30, 40], nicks: [] },
      { _id: 't2', n: 1, ages: ['40'], nicks: ['n'] },
    ])
  })

  it('keeps whole documents by $$ROOT', () => {
    const [row] = run(['$match', { _id: 'p2' }], ['$group', { _id: null, all: { $push: '$$ROOT' } }])
    expect(row).toEqual({ _id: null, all: [{ _id: 'p2', town: 't1', age: 40, tags: [] }] })
  })

  it('counts nothing as nothing', () => {
    expect(run(['$match', { town: 'none' }], ['$count', 'n'])).toEqual([])
    expect(run(['$count', 'n'])).toEqual([{ n: 4 }])
  })

  it('compares in expressions across types, missing before null', () => {
    const ids = (expr: unknown) => run(['$match', { $expr: expr }], ['$sort', { _id: 1 }]).map(({ _id }) => _id)
    expect(ids({ $gt: ['$age', 35] })).toEqual(['p2', 'p3'])
    expect(ids({ $lt: ['$age', 35] })).toEqual(['p1', 'p4'])
    expect(ids({ $eq: ['$nick', null] })).toEqual(['p4'])
    expect(ids({ $lt: ['$nick', null] })).toEqual(['p1', 'p2'])
  })

  it('refuses $size of what is no array', () => {
    expect(run(['$match', { town: 't1' }], ['$project', { n: { $size: '$tags' } }], ['$sort', { _id: 1 }])).toEqual([
      { _id: 'p1', n: 2 },
      { _id: 'p2', n: 0 },
    ])
    expect(() => run(['$project', { n: { $size: '$tags' } }])).toThrow(/\$size must be an array/)
  })

  it('joins by fields; a missing local field finds missing ones only', () => {
    const rows = run(
      ['$lookup', { from: 'towns', localField: 'town', foreignField: '_id', as: 't' }],
      ['$sort', { _id: 1 }],
    )
    expect(rows.map(({ t }) => t)).toEqual([
      [{ _id: 't1', name: 'one' }],
      [{ _id: 't1', name: 'one' }],
      [{ _id: 't2', name: 'two' }],
      [],
    ])
  })

  it('joins by a pipeline that sees the row', () => {
    const lookup = {
      from: 'towns',
      let: { town: '$town', own: '$_id' },
      pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$town'] } } }, { $project: { _id: 0, name: 1, of: '$$own' } }],
      as: 't',
    }
    const rows = run(['$match', { town: 't2' }], ['$lookup', lookup])
    expect(rows[0]?.t).toEqual([{ name: 'two', of: 'p3' }])
  })

  it('joins by a pipeline that does not see the row, once for all', () => {
    const lookup = { from: 'people', pipeline: [{ $match: { town: 't1' } }, { $count: 'n' }], as: 'peers' }
    const rows = run(['$lookup', lookup])
    expect(rows.map(({ peers }) => peers)).toEqual(Array(4).fill([{ n: 2 }]))
  })

  it('gives dates as days of a time zone', () => {
    const project = { _id: 0, day: { $dateToString: { date: '$d', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } } }
    expect(run(['$match', { _id: 'p1' }], ['$project', project])).toEqual([{ day: '2026-02-01' }])
  })

  it.each<[string, Stage[], RegExp]>([
    ['a stage', [['$facet', {}]], /aggregation stage \$facet/],
    ['$out', [['$out', 'x']], /aggregation stage \$out/],
    ['an expression', [['$project', { a: { $nope: 1 } }]], /\$nope/],
    ['a script', [['$project', { a: { $function: { body: '', args: [], lang: 'js' } } }]], /\$function/],
    ['an accumulator', [['$group', { _id: 1, a: { $nope: 1 } }]], /\$nope/],
    ['a query operator', [['$match', { a: { $where: 1 } }]], /query operator \$where/],
    ['a geo operator', [['$match', { a: { $near: {} } }]], /query operator \$near/],
    ['a sort direction', [['$sort', { a: 2 }]], /must be 1 \(for ascending\) or -1/],
    ['a limit', [['$limit', 0]], /at least 1/],
    [
      'an undeclared collection',
      [['$lookup', { from: 'x', localField: 'a', foreignField: 'b', as: 'c' }]],
      /not exist: x/,
    ],
    ['an option of $lookup', [['$lookup', { from: 'towns', as: 'c', pipeline: [], unknown: 1 }]], /argument 'unknown'/],
    ['a mixed projection', [['$project', { a: 1, b: 0 }]], /exclusion on field b in inclusion/],
  ])('refuses by name: %s', (_name, stages, message) => {
    expect(() => run(...stages)).toThrow(message)
  })
})

describe('$bucket', () => {
  const spec = { groupBy: '$age', boundaries: [30, 40], output: { n: { $sum: 1 }, ids: { $push: '$_id' } } }

  it('takes the lower boundary in and leaves the upper out, with no empty buckets', () => {
    expect(run(['$match', { _id: 'p1' }], ['$bucket', spec])).toEqual([{ _id: 30, n: 1, ids: ['p1'] }])
    // null and a string lie outside numbers.
    expect(run(['$bucket', { ...spec, default: 'rest' }])).toEqual([
      { _id: 30, n: 1, ids: ['p1'] },
      { _id: 'rest', n: 3, ids: ['p2', 'p3', 'p4'] },
    ])
  })

  it('refuses values outside without a default, and boundaries that do not ascend', () => {
    expect(() => run(['$bucket', spec])).toThrow(/no default was specified/)
    expect(() => run(['$bucket', { ...spec, boundaries: [2, 2] }])).toThrow(/must be sorted/)
  })
})
