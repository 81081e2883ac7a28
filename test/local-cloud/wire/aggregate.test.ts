import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud

beforeAll(async () => {
  cloud = await startProbe()
  await cloud.put('things', [
    { _id: 'a', code: 1, group: 'x', at: 10, n: 1, tags: ['t', 'u'], own: 'o1' },
    { _id: 'b', code: 2, group: 'x', at: 20, n: 2, tags: [], own: 'o2' },
    { _id: 'c', code: 3, group: 'y', at: 30, n: 3, tags: ['t'], own: 'o1' },
    { _id: 'd', code: 4, at: 40, n: 4 },
  ])
  await cloud.put('owners', [
    { _id: 'o1', name: 'one', town: 'p' },
    { _id: 'o2', name: 'two', town: 'q' },
  ])
})
afterAll(() => cloud?.stop())

const list = (stages: string) =>
  cloud.value<Record<string, unknown>[]>(`return (await db.collection('things').aggregate().${stages}.end()).list`)

describe('aggregation through the SDK', () => {
  it.each<[string, unknown[]]>([
    [`match({ n: _.gt(1), group: 'x' }).project({ _id: 1 })`, [{ _id: 'b' }]],
    [
      `group({ _id: '$group', sum: $.sum('$n'), avg: $.avg('$n'), all: $.push('$code'), max: $.max('$at'), c: $.sum(1) }).sort({ _id: 1 })`,
      [
        { _id: null, sum: 4, avg: 4, all: [4], max: 40, c: 1 },
        { _id: 'x', sum: 3, avg: 1.5, all: [1, 2], max: 20, c: 2 },
        { _id: 'y', sum: 3, avg: 3, all: [3], max: 30, c: 1 },
      ],
    ],
    [`sort({ n: -1 }).skip(1).limit(2).project({ _id: 1 })`, [{ _id: 'c' }, { _id: 'b' }]],
    [`match({ n: 99 }).count('n')`, []],
    [`count('n')`, [{ n: 4 }]],
    [
      `unwind('$tags').sort({ code: 1, tags: 1 }).project({ _id: 0, code: 1, tags: 1 })`,
      [
        { code: 1, tags: 't' },
        { code: 1, tags: 'u' },
        { code: 3, tags: 't' },
      ],
    ],
    [`unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).count('n')`, [{ n: 5 }]],
    [
      `addFields({ twice: $.multiply(['$n', 2]) }).match({ twice: 4 }).project({ _id: 1, twice: 1 })`,
      [{ _id: 'b', twice: 4 }],
    ],
    [`match({ _id: 'a' }).replaceRoot({ newRoot: { who: '$own', n: '$n' } })`, [{ who: 'o1', n: 1 }]],
    [
      `bucket({ groupBy: '$n', boundaries: [0, 3, 4], default: 'more', output: { c: $.sum(1) } })`,
      [
        { _id: 0, c: 2 },
        { _id: 3, c: 1 },
        { _id: 'more', c: 1 },
      ],
    ],
    [
      `match({ group: _.exists(true) }).sortByCount('$group')`,
      [
        { _id: 'x', count: 2 },
        { _id: 'y', count: 1 },
      ],
    ],
    [
      `match({ _id: _.in(['a', 'd']) }).sort({ _id: 1 }).lookup({ from: 'owners', localField: 'own', foreignField: '_id', as: 'o' }).project({ o: 1 })`,
      [
        { _id: 'a', o: [{ _id: 'o1', name: 'one', town: 'p' }] },
        { _id: 'd', o: [] },
      ],
    ],
    [
      `match({ _id: 'b' }).lookup({ from: 'owners', let: { own: '$own' }, pipeline: $.pipeline().match(_.expr($.eq(['$_id', '$$own']))).project({ _id: 0, name: 1 }).done(), as: 'o' }).project({ o: 1 })`,
      [{ _id: 'b', o: [{ name: 'two' }] }],
    ],
    [
      `match({ _id: 'd' }).lookup({ from: 'owners', pipeline: $.pipeline().match({ town: 'q' }).done(), as: 'o' }).project({ o: 1 })`,
      [{ _id: 'd', o: [{ _id: 'o2', name: 'two', town: 'q' }] }],
    ],
    [
      `match({ _id: 'a' }).project({ _id: 0, k: $.cond({ if: $.gte(['$n', 1]), then: 'yes', else: 'no' }) })`,
      [{ k: 'yes' }],
    ],
  ])('%s', async (stages, expected) => {
    expect(await list(stages)).toEqual(expected)
  })

  it('samples different rows', async () => {
    const rows = await list(`sample({ size: 3 })`)
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(3)
  })

  it('counts as one database request', async () => {
    const token = await cloud.loginAs('tester-b')
    const code = `return (await db.collection('things').aggregate().limit(1).end()).list`
    expect((await cloud.callRaw('probe', { code }, token)).databaseRequests).toBe(1)
  })
})
