import { describe, expect, it } from 'vitest'
import type { ParticipationKind } from '@/contracts/common'
import { Links } from '@/domain/participation/links'
import { ParticipationIndex } from '@/domain/participation/participation-index'
import { normaliseRanges } from '@/domain/participation/ranges'
import { rosterOn } from '@/domain/participation/roster-on'
import { expectedSeats, mobileSeats } from '@/domain/themeday'
import { dayOf } from '@/domain/time/day'
import { type KindTruth, Truth } from '../../../local-cloud/demo/truth'
import { rosterOfSeats } from '../../support/roster'
import { invent, shanghai } from './demo-county'

const now = shanghai('2026-11-22T10:20')
const { truth, docs } = await invent(now)
const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']

const frozen = docs.themeDays.flatMap(({ _id: activityId, roster }) =>
  roster
    ? [{ activityId, day: dayOf(roster.frozenAt), expected: expectedSeats(roster), mobile: mobileSeats(roster) }]
    : [],
)
const index = ParticipationIndex.of([], { facts: docs.facts, rosters: frozen, links: Links.of(docs.rosters) })

const withoutParticipated = ({ participated: _, ...rest }: KindTruth) => rest

describe('the truth about the demo county', () => {
  const periods = [
    ['six weeks', '2026-10-11', '2026-11-22'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['this month', '2026-11-01', '2026-11-30'],
  ] as const

  it.each(periods)('%s: is what the index says of every organisation', (_name, from, to) => {
    const roster = rosterOn(docs.rosters, to)
    for (const { _id } of docs.organisations) {
      const ranges = normaliseRanges(
        docs.organisations.filter(({ path }) => path.includes(_id)).flatMap(({ seats }) => seats),
      )
      const known = truth.truthOf(_id, { from, to })
      for (const kind of kinds) {
        const { people, times, sessions } = index.tally({ kind, from, to }, ranges)
        const away = index.tally({ kind, from, to, mobileOnly: true }, ranges)
        const found: Omit<KindTruth, 'participated'> = {
          people,
          times,
          activities: sessions,
          mobilePeople: away.people,
          mobileTimes: away.times,
        }
        expect({ _id, kind, ...found }).toEqual({ _id, kind, ...withoutParticipated(known[kind]) })
      }
      expect({ _id, attendance: index.attendance({ from, to }, [ranges])[0] }).toEqual({
        _id,
        attendance: known.attendance,
      })
      const members = { members: roster.members.countIn(ranges), mobile: roster.mobile.countIn(ranges) }
      expect({ _id, ...members }).toEqual({ _id, members: known.members, mobile: known.mobile })
    }
  })

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
    const small = new Truth({
      organisations: [organisation('a', ['a'], 'county'), organisation('b', ['a', 'b'], 'branch')].map((o) => ({
        ...o,
        path: [...o.path],
        seats: [],
        dealt: 0,
        endedOn: null,
        successors: [],
      })),
      people: [1, 2, 3, 4].map((seat) => ({
        ...person,
        _id: `p${seat}`,
        orgId: 'b',
        seat,
        // the fourth left the day before the period ends, the second is away since its last day
        seatings: [{ seat, orgId: 'b', from: null, until: seat === 4 ? '2026-11-30' : null }],
        mobile: seat === 2,
        mobileSpells: seat === 2 ? [{ from: '2026-11-30', until: null }] : [],
      })),
      themeDays: [
        { ...themeDay, _id: 't1', startsAt: shanghai('2026-11-02T09:00'), roster: rosterOfSeats([1, 2, 3], [2], 0) },
      ],
      facts: [
        fact('p1', 't1', '2026-11-02', 1),
        fact('p2', 't1', '2026-11-02', 2, true),
        fact('p9', 't1', '2026-11-02', 9),
        fact('p1', 't2', '2026-11-30', 1),
        fact('p1', 't3', '2026-12-01', 1),
      ],
    })
    const period = { from: '2026-11-02', to: '2026-11-30' }
    // four attendances by three people at two theme days; two of the three expected came to the one with a roster
    expect(small.truthOf('a', period)).toMatchObject({
      branches: 1,
      members: 3,
      mobile: 1,
      themeday: { people: 3, times: 4, mobilePeople: 1, mobileTimes: 1, activities: 2, participated: 2 },
      quiz: { people: 0, times: 0 },
      attendance: { actual: 2, expected: 3 },
    })
  })

  it('shows work that is uneven: offices before villages before new trades', () => {
    const period = { from: '2026-10-11', to: '2026-11-22' }
    const rate = (id: string, kind: ParticipationKind) => {
      const known = truth.truthOf(id, period)
      return known[kind].people / known.members
    }
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
    expect(evening.docs.themeDays[0]?.secret).not.toBe(docs.themeDays[0]?.secret)
  })
})
