import { describe, expect, it } from 'vitest'
import type { ParticipationKind } from '@/contracts/common'
import { Bitmap } from '@/domain/participation/bitmap/bitmap'
import { foldFacts, planFold } from '@/domain/participation/fold'
import { type KindTruth, truthOf } from '../../../local-cloud/demo/truth'
import { invent, shanghai } from './demo-county'

const now = shanghai('2026-11-22T10:20')
const { demo, docs } = await invent(now)
const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']

/** Every fact folded into the index, its entries decoded. */
const rosters = new Map(docs.themeDays.map(({ _id, roster }) => [_id, roster?.expected ?? null]))
const expectedOf = (id: string) => rosters.get(id) ?? null
const entries = planFold(docs.facts, expectedOf).flatMap(({ key, facts }) =>
  foldFacts(key, null, facts, expectedOf).entries.map((entry) => ({
    kind: key.kind,
    day: entry.day,
    people: Bitmap.fromBase64(entry.people),
    mobile: Bitmap.fromBase64(entry.mobile),
  })),
)

describe('the truth about the demo county', () => {
  it.each(['history', 'lastMonth', 'thisMonth'] as const)(
    '%s: is what the bitmaps say of every organisation',
    (name) => {
      const { from, to, organisations } = demo.truth[name]
      for (const { _id } of docs.organisations) {
        const ranges = docs.organisations.filter(({ path }) => path.includes(_id)).flatMap(({ seats }) => seats)
        for (const kind of kinds) {
          const own = entries.filter((entry) => entry.kind === kind && from <= entry.day && entry.day <= to)
          const clipped = own.map(({ people, mobile }) => ({
            people: people.clip(ranges),
            mobile: mobile.clip(ranges),
          }))
          const union = (of: 'people' | 'mobile') =>
            clipped.reduce((all, entry) => all.addAll(entry[of]), Bitmap.from([])).size
          const sum = (of: 'people' | 'mobile') => clipped.reduce((total, entry) => total + entry[of].size, 0)
          const found: Omit<KindTruth, 'activities'> = {
            people: union('people'),
            times: sum('people'),
            mobilePeople: union('mobile'),
            mobileTimes: sum('mobile'),
          }
          expect({ _id, kind, ...organisations[_id]?.[kind] }).toMatchObject({ _id, kind, ...found })
        }
      }
    },
  )

  it('counts a small county as worked out by hand', () => {
    const organisation = (_id: string, path: string[], kind: 'county' | 'branch') =>
      ({ _id, path, kind, name: _id, category: null, parentId: null, order: 0, seats: [] }) as const
    const [shape] = docs.facts
    if (!shape) throw new Error('no facts')
    const fact = (personId: string, activityId: string, day: string, seat: number, mobile = false) =>
      ({
        ...shape,
        _id: `${activityId}.${personId}`,
        kind: 'themeday',
        activityId,
        personId,
        orgId: 'b',
        day,
        seat,
        mobile,
      }) as const
    const [themeDay] = docs.themeDays
    const [person] = docs.people
    if (!themeDay || !person) throw new Error('empty')
    const truth = truthOf(
      {
        organisations: [organisation('a', ['a'], 'county'), organisation('b', ['a', 'b'], 'branch')].map((o) => ({
          ...o,
          path: [...o.path],
          seats: [],
          dealt: 0,
          endedOn: null,
          successors: [],
        })),
        people: [1, 2, 3].map((seat) => ({ ...person, _id: `p${seat}`, orgId: 'b', seat, mobile: seat === 2 })),
        themeDays: [{ ...themeDay, _id: 't1', roster: { expected: [1, 2, 3], mobile: [2], frozenAt: 0 } }],
        facts: [
          fact('p1', 't1', '2026-11-02', 1),
          fact('p2', 't1', '2026-11-02', 2, true),
          fact('p9', 't1', '2026-11-02', 9),
          fact('p1', 't2', '2026-11-30', 1),
          fact('p1', 't3', '2026-12-01', 1),
        ],
      },
      { from: '2026-11-02', to: '2026-11-30' },
    )
    // four attendances by three people at two theme days; two of the three expected came to the one with a roster
    expect(truth.organisations.a).toMatchObject({
      branches: 1,
      members: 3,
      mobile: 1,
      themeday: { people: 3, times: 4, mobilePeople: 1, mobileTimes: 1, activities: 2 },
      quiz: { people: 0, times: 0 },
      attendance: { actual: 2, expected: 3 },
    })
  })

  it('shows work that is uneven: offices before villages before new trades', () => {
    const { organisations } = demo.truth.history
    const rate = (id: string, kind: ParticipationKind) =>
      (organisations[id]?.[kind].people ?? 0) / (organisations[id]?.members ?? 1)
    for (const kind of kinds) {
      expect(rate('shili-direct', kind)).toBeGreaterThan(rate('shili-town', kind))
      expect(rate('shili-town', kind)).toBeGreaterThan(rate('shili-new', kind))
      expect(rate('shili', kind)).toBeLessThan(1)
    }
  })
})

describe('repeatability', () => {
  it('gives the same county at another hour of the day, but for secrets and the theme day that is on', async () => {
    const evening = await invent(shanghai('2026-11-22T21:00'))
    const comparable = (county: typeof docs) => ({
      ...county,
      themeDays: county.themeDays.map(({ secret, startsAt, endsAt, ...rest }) =>
        rest.status === 'closed' ? { ...rest, startsAt } : rest,
      ),
    })
    expect(comparable(evening.docs)).toEqual(comparable(docs))
    expect(evening.demo.truth).toEqual(demo.truth)
    expect(evening.docs.themeDays[0]?.secret).not.toBe(docs.themeDays[0]?.secret)
  })
})
