import { describe, expect, it } from 'vitest'
import { dayOf } from '@/domain/time/day'
import { HOME_BRANCH_ID } from '../../../local-cloud/demo/branches'
import { countyPlans } from '../../../local-cloud/demo/sizes'
import { invent, shanghai } from '../unit/demo-county'

/** At the edges of months and years, just after and just before midnight: what a year makes differently from six weeks. */
const moments = ['2026-12-01T00:05', '2026-12-31T23:55', '2028-02-29T18:00']

describe.each(moments)('the year made on %s', async (text) => {
  const now = shanghai(text)
  const today = dayOf(now)
  const { docs } = await invent(now, countyPlans.figures)
  const { organisations, themeDays, facts, moves, quizzes, segments } = docs
  const orgOf = new Map(organisations.map((one) => [one._id, one]))

  it('begins with a month, a year before, and ends yesterday', () => {
    const first = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`
    const days = facts.map(({ day }) => day).sort()
    expect(days[0] && days[0] >= first && days[0].slice(0, 7) === first.slice(0, 7)).toBe(true)
    expect((days[days.length - 1] ?? today) < today).toBe(true)
    expect([...facts, ...moves].filter(({ recordedAt }) => recordedAt > now)).toEqual([])
    expect(new Set(segments.map(({ month }) => month)).size).toBeGreaterThanOrEqual(12)
  })

  it('has every id once, and nothing in a branch before it stood or after it ended', () => {
    for (const list of Object.values(docs) as { _id: string }[][]) {
      expect(new Set(list.map(({ _id }) => _id)).size).toBe(list.length)
    }
    const outside = [...facts, ...themeDays.map(({ orgId, startsAt }) => ({ orgId, day: dayOf(startsAt) }))].filter(
      ({ orgId, day }) => {
        const { foundedOn, endedOn } = orgOf.get(orgId) ?? {}
        return day < (foundedOn ?? '') || day >= (endedOn ?? '9999')
      },
    )
    expect(outside).toEqual([])
  })

  it('has thirteen monthly quizzes of which one is open, and one theme day that is on', () => {
    const exams = quizzes.filter(({ mode }) => mode === 'exam')
    expect(exams).toHaveLength(13)
    expect(exams.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)).toHaveLength(1)
    const going = themeDays.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
    expect(going.map(({ orgId, status }) => [orgId, status])).toEqual([[HOME_BRANCH_ID, 'planned']])
  })
})
