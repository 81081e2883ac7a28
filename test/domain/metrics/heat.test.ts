import { describe, expect, it } from 'vitest'
import { heatMonths, heatOf, type Offer } from '../../../src/domain/metrics'
import { buildTree, makeFact, type OrgNode, ParticipationIndex, rosterBlocks } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'

/**
 * 甲支部 in seats 0–9 with members 0 and 1; 乙支部 in seats 10–19 with member 10, founded on 2026-10-15; 丙支部 in 20–29 with nobody;
 * 丁支部 in 30–39 with member 30, ended on 2026-10-10.
 */
const branch = (id: string, order: number, extra: object = {}) => ({
  id,
  name: id,
  kind: 'branch' as const,
  category: null,
  parentId: 'c',
  order,
  seats: [[order * 10, order * 10 + 10] as [number, number]],
  ...extra,
})
const tree = buildTree([
  { id: 'c', name: '示例党委', kind: 'committee', category: null, parentId: 'county', order: -1, seats: [] },
  branch('a', 0),
  branch('b', 1, { foundedOn: '2026-10-15' }),
  branch('e', 2),
  branch('d', 3, { endedOn: '2026-10-10' }),
])
const roster = rosterBlocks(
  [
    [0, null, null],
    [1, null, null],
    [10, '2026-10-15', null],
    [30, null, '2026-10-10'],
  ].map(([seat, from, until]) => ({
    seatings: [{ seat: seat as number, orgId: 'c', from: from as string | null, until: until as string | null }],
    mobileSpells: [],
    fullFrom: '2000-01-01',
    bornYear: 1970,
  })),
)
const take = (kind: 'quiz' | 'themeday', activityId: string, seat: number, day: string) => {
  const at = startOfDay(day)
  const person = { id: `p${seat}`, seat, orgId: 'a', mobile: false }
  return makeFact({ kind, activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
}
const index = ParticipationIndex.of([], {
  facts: [
    take('quiz', 'q9', 0, '2026-09-10'),
    take('quiz', 'q9', 30, '2026-09-11'),
    take('quiz', 'q11', 10, '2026-11-10'),
    take('themeday', 't9', 0, '2026-09-05'),
  ],
  rosters: [
    { activityId: 't9', day: '2026-09-05', expected: [0, 1], mobile: [] },
    // held, and nobody came
    { activityId: 't11', day: '2026-11-05', expected: [10], mobile: [] },
  ],
})
const months = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']
const heat = (kind: 'quiz' | 'themeday', offers: Offer[], today = '2026-11-22') =>
  heatOf({ index, roster, slice: {}, today, kind, offers, above: ['county'] }, tree.byId.get('c') as OrgNode, months)
const written = (cells: readonly ({ numerator: number; denominator: number } | null)[] | undefined) =>
  (cells ?? []).map((cell) => (cell ? `${cell.numerator}/${cell.denominator}` : '—')).join(' ')

const quizzes: Offer[] = [
  // the county's, over the turn of the month
  { orgId: 'county', from: '2026-09-08', to: '2026-10-02' },
  { orgId: 'county', from: '2026-11-01', to: '2026-11-30' },
]

describe('the map of the months', () => {
  it('tells zero, which was counted, from no data', () => {
    const { own, children } = heat('quiz', quizzes)
    const [a, b, e, d] = children.map(written)
    // nothing was offered in August; December lies ahead; in October nobody took part
    expect(a).toBe('— 1/2 0/2 0/2 —')
    // not founded before the 15th of October
    expect(b).toBe('— — 0/1 1/1 —')
    // nobody is there
    expect(e).toBe('— — — — —')
    // ended on the 10th of October
    expect(d).toBe('— 1/1 — — —')
    expect(written(own)).toBe('— 2/3 0/3 1/3 —')
  })

  it('does not ask of a branch what was offered to another one', () => {
    const { own, children } = heat('quiz', [{ orgId: 'b', from: '2026-08-01', to: null }])
    // 甲 took part in September without an offer that is known: that is data
    expect(children.map(written).slice(0, 2)).toEqual(['— 1/2 — — —', '— — 0/1 1/1 —'])
    expect(written(own)).toBe('0/3 2/3 0/3 1/3 —')
  })

  it('takes a theme day by its roster: one to which nobody came is zero, none is no data', () => {
    const { children } = heat('themeday', [])
    expect(children.map(written)).toEqual(['— 1/2 — — —', '— — — 0/1 —', '— — — — —', '— — — — —'])
  })

  it('has twelve months, over the turn of a year', () => {
    expect(heatMonths('2026-02-10')).toEqual([
      ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
      ...['2026-01', '2026-02'],
    ])
  })
})
