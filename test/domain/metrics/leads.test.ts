import { describe, expect, it, test } from 'vitest'
import {
  activitySigns,
  monthsWithout,
  recordCodes,
  recordFigure,
  recordFigures,
  recordLeads,
} from '../../../src/domain/metrics'
import { buildTree, makeFact, ParticipationIndex } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'

const MINUTE = 60_000
const start = startOfDay('2026-10-10') + 9 * 60 * MINUTE
const held = { startsAt: start, endsAt: start + 120 * MINUTE, openedAt: start - 15 * MINUTE, closedAt: null }

describe('signs of a theme day', () => {
  it('has none when it was held as such things are', () => {
    expect(activitySigns(held, 20, 3)).toEqual([])
    // half by proxy is not more than half
    expect(activitySigns(held, 6, 3)).toEqual([])
    // of four very old members three by proxy say nothing
    expect(activitySigns(held, 4, 3)).toEqual([])
    // never opened: there is no record, and so no sign
    expect(activitySigns({ ...held, openedAt: null }, 0, 0)).toEqual([])
  })

  it.each([
    ['nobody came', held, 0, 0, ['nobodyCame']],
    ['opened when it was over', { ...held, openedAt: held.endsAt }, 9, 9, ['openedAfterwards']],
    ['more than half by proxy', held, 5, 3, ['mostlyProxy']],
    [
      'closed four minutes after its start, opened at the start',
      { ...held, openedAt: start, closedAt: start + 4 * MINUTE },
      9,
      0,
      ['veryShort'],
    ],
    ['twenty minutes are enough', { ...held, openedAt: start, closedAt: start + 20 * MINUTE }, 9, 0, []],
    [
      'opened a quarter early, closed five minutes after the start: twenty',
      { ...held, closedAt: start + 5 * MINUTE },
      9,
      0,
      [],
    ],
    ['planned for ten minutes', { ...held, openedAt: start, endsAt: start + 10 * MINUTE }, 9, 0, ['veryShort']],
    ['both', { ...held, openedAt: start, closedAt: start + MINUTE }, 9, 5, ['mostlyProxy', 'veryShort']],
  ] as const)('%s', (_what, day, present, proxies, signs) => {
    expect(activitySigns(day, present, proxies)).toEqual(signs)
  })
})

/**
 * 示例党委 with 甲 (seats 0–9), 乙 (10–19, founded 2026-10-05) and 丙 (20–29, ended 2026-11-01).
 * Theme days: 甲 in September and October, 乙 in November; a joint one of the committee on 2026-10-20 with a member of 丙.
 */
const org = (id: string, order: number, extra: object = {}) =>
  ({
    id,
    name: id,
    kind: 'branch',
    category: 'village',
    parentId: 'c',
    order,
    seats: [[order * 10 - 10, order * 10]],
    ...extra,
  }) as never
const tree = buildTree([
  { id: 'c', name: '示例党委', kind: 'committee', category: null, parentId: null, order: 0, seats: [] },
  org('a', 1),
  org('b', 2, { foundedOn: '2026-10-05' }),
  org('e', 3, { endedOn: '2026-11-01' }),
])
const take = (activityId: string, seat: number, day: string) => {
  const at = startOfDay(day) + 3_600_000
  const person = { id: `p${seat}`, seat, orgId: 'x', mobile: false }
  return makeFact({ kind: 'themeday', activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
}
const facts = [
  take('a9', 0, '2026-09-10'),
  take('a10', 0, '2026-10-10'),
  take('a10', 1, '2026-10-10'),
  take('joint', 1, '2026-10-20'),
  take('joint', 25, '2026-10-20'),
  take('b11', 12, '2026-11-03'),
]
const index = ParticipationIndex.of([], { facts })
const node = tree.byId.get('c')
if (!node) throw new Error('no committee')
const period = { from: '2026-09-01', to: '2026-11-30' }

test('a branch is behind in the whole months that are over and in which nobody of it took part; when it stood', () => {
  // November is not over on the 22nd; 乙 was founded in October; 丙 missed September, came to the joint one in October and ended
  expect(monthsWithout(node.branches, index, period, '2026-11-22')).toEqual([[], [], ['2026-09']])
  expect(monthsWithout(node.branches, index, period, '2026-12-01')).toEqual([['2026-11'], [], ['2026-09']])
  // a month that the period cuts is not due
  expect(monthsWithout(node.branches, index, { from: '2026-09-02', to: '2026-11-30' }, '2026-12-01')).toEqual([
    ['2026-11'],
    [],
    [],
  ])
})

const themeDay = (id: string, orgId: string, day: string, forms: string[], extra: object = {}) => {
  const startsAt = startOfDay(day) + 3_600_000
  const times = { startsAt, endsAt: startsAt + 120 * MINUTE, openedAt: startsAt, closedAt: null }
  return { id, orgId, title: id, forms, ...times, ...extra } as never
}
const records = {
  themeDays: [
    themeDay('a9', 'a', '2026-09-10', ['groupStudy']),
    themeDay('a10', 'a', '2026-10-10', ['groupStudy', 'oath']),
    themeDay('joint', 'c', '2026-10-20', ['voluntary', 'groupStudy']),
    themeDay('b11', 'b', '2026-11-03', ['visit'], { closedAt: startOfDay('2026-11-03') + 3_600_000 + 5 * MINUTE }),
    // nobody came: no session of its form, and a lead
    themeDay('e10', 'e', '2026-10-12', ['oath']),
    // held by the organisation above, with nobody from here
    themeDay('above', 'county', '2026-10-13', ['meeting']),
  ],
  proxies: new Map<string, number>(),
  reflections: new Map([
    ['a', 2],
    ['b', 1],
    ['elsewhere', 7],
  ]),
  handbookItems: 126,
}
const input = { index, node, records, today: '2026-12-01', ...period }

test('counts sessions by form where somebody of here took part, a joint one once', () => {
  const values = Object.fromEntries(recordFigures(input).map(({ code, value }) => [code, value]))
  expect(values).toEqual({
    'records.reflections': 3,
    'handbook.items': 126,
    'group-study': 3,
    oath: 1,
    voluntary: 1,
    visit: 1,
    meeting: 0,
    'problems.themeday': 2,
    'problems.formalism': 2,
  })
  expect(Object.keys(values).sort()).toEqual([...recordCodes].sort())
})

test('of a branch only what is its own; a joint one counts for each whose members came', () => {
  const branch = tree.byId.get('e')
  if (!branch) throw new Error('no branch')
  const own = recordFigures({ ...input, node: branch })
  const value = (code: string) => own.find((figure) => figure.code === code)?.value
  expect([value('group-study'), value('voluntary'), value('oath'), value('records.reflections')]).toEqual([1, 1, 0, 0])
})

test('leads name organisations and activities with what was seen', () => {
  const leads = recordLeads(input)
  expect(leads.behind).toEqual([
    { orgId: 'a', months: ['2026-11'] },
    { orgId: 'e', months: ['2026-09'] },
  ])
  expect(leads.activities.map(({ themeDay: { id }, signs }) => [id, signs])).toEqual([
    ['b11', ['veryShort']],
    ['e10', ['nobodyCame']],
  ])
})

test('one that began before the period counts by its form when somebody took part in it within; its lead is of its own day', () => {
  const late = [...facts, take('night', 1, '2026-09-01')]
  const before = themeDay('night', 'a', '2026-08-31', ['voluntary'], { closedAt: startOfDay('2026-08-31') + 3_660_000 })
  const all = { ...input, index: ParticipationIndex.of([], { facts: late }) }
  const seen = { ...all, records: { ...records, themeDays: [...records.themeDays, before] } }
  expect(recordFigure('voluntary', seen).value).toBe(2)
  expect(recordFigure('problems.formalism', seen).value).toBe(2)
  expect(recordFigures(seen)).toEqual(recordCodes.map((code) => recordFigure(code, seen)).sort(byPlace(seen)))
})

/** In the order in which all of them are given. */
const byPlace = (of: typeof input) => {
  const order = recordFigures(of).map(({ code }) => code)
  return (a: { code: string }, b: { code: string }) => order.indexOf(a.code) - order.indexOf(b.code)
}
