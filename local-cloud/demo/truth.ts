import type { ParticipationKind } from '@/contracts/common'
import { expectedSeats } from '@/domain/themeday'
import type { Period } from '@/domain/time/day'
import type { FactDoc, OrganisationDoc, PersonDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'

/**
 * The county's figures known by another way than the index: plain loops over what was invented, no seats folded, no bitmaps. Tests compare
 * what the system answers with these.
 */
export interface KindTruth {
  people: number
  times: number
  mobilePeople: number
  mobileTimes: number
  /** Different activities with someone in them. */
  activities: number
}

export interface OrganisationTruth {
  branches: number
  members: number
  mobile: number
  quiz: KindTruth
  lesson: KindTruth
  themeday: KindTruth
  /** Over the theme days held in the period: those present who were expected, and those expected. */
  attendance: { actual: number; expected: number }
}

export interface PeriodTruth extends Period {
  organisations: Record<string, OrganisationTruth>
}

interface County {
  organisations: readonly OrganisationDoc[]
  people: readonly PersonDoc[]
  themeDays: readonly ThemeDayDoc[]
  facts: readonly FactDoc[]
}

function kindTruth(facts: readonly FactDoc[], kind: ParticipationKind): KindTruth {
  const people = new Set<string>()
  const mobilePeople = new Set<string>()
  const activities = new Set<string>()
  let times = 0
  let mobileTimes = 0
  for (const fact of facts) {
    if (fact.kind !== kind) continue
    times += 1
    people.add(fact.personId)
    activities.add(fact.activityId)
    if (!fact.mobile) continue
    mobileTimes += 1
    mobilePeople.add(fact.personId)
  }
  return { people: people.size, times, mobilePeople: mobilePeople.size, mobileTimes, activities: activities.size }
}

function attendanceTruth(facts: readonly FactDoc[], themeDays: readonly ThemeDayDoc[]) {
  let actual = 0
  let expected = 0
  for (const { _id, roster } of themeDays) {
    const present = facts.filter(({ kind, activityId }) => kind === 'themeday' && activityId === _id)
    if (present.length === 0 || roster === null) continue
    const due = expectedSeats(roster)
    expected += due.length
    actual += present.filter(({ seat }) => due.includes(seat)).length
  }
  return { actual, expected }
}

/** Where somebody sat at the end of a day, and whether away; none of the domain's code, on purpose. */
function standing({ seatings, mobileSpells }: PersonDoc, day: string) {
  const within = ({ from, until }: { from: string | null; until: string | null }) =>
    (from ?? '') <= day && day < (until ?? '9999')
  return { orgId: seatings.filter(within).map(({ orgId }) => orgId)[0] ?? null, mobile: mobileSpells.some(within) }
}

/** Every organisation's figures in a period of days; its members are those at the end. */
export function truthOf({ organisations, people, themeDays, facts }: County, { from, to }: Period): PeriodTruth {
  const inPeriod = facts.filter(({ day }) => from <= day && day <= to)
  const truths: Record<string, OrganisationTruth> = {}
  for (const { _id } of organisations) {
    const below = organisations.filter(({ path }) => path.includes(_id))
    const ids = new Set(below.map((organisation) => organisation._id))
    const members = people.map((person) => standing(person, to)).filter(({ orgId }) => orgId !== null && ids.has(orgId))
    const own = inPeriod.filter(({ orgId }) => ids.has(orgId))
    truths[_id] = {
      branches: below.filter(({ kind }) => kind === 'branch').length,
      members: members.length,
      mobile: members.filter(({ mobile }) => mobile).length,
      quiz: kindTruth(own, 'quiz'),
      lesson: kindTruth(own, 'lesson'),
      themeday: kindTruth(own, 'themeday'),
      attendance: attendanceTruth(own, themeDays),
    }
  }
  return { from, to, organisations: truths }
}
