import { pick, type Rng } from '@/domain/random'
import { freezeRoster } from '@/domain/themeday'
import { addDays, dayNumber, dayOf, daysBetween, earlierDay, type Period, startOfDay } from '@/domain/time/day'
import type { ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, HOME_BRANCH_ID } from './branches'
import { type DemoMonth, monthName } from './calendar'
import { chanceFor } from './chance'
import { type Present, stood } from './roll'
import { otherTopics, type Topic, topics } from './theme-day-topics'
import { isIdle } from './trend'
import type { World } from './world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Where and when a branch of a category usually meets: minutes after midnight. */
const habits: Record<BranchPlan['category'], { place: string; at: number }> = {
  cityOffice: { place: '机关三楼会议室', at: 15 * 60 },
  townOffice: { place: '镇政府二楼会议室', at: 15 * 60 },
  village: { place: '村党群服务中心', at: 19 * 60 },
  community: { place: '社区党群服务中心', at: 9 * 60 + 30 },
  stateEnterprise: { place: '职工活动室', at: 16 * 60 },
  publicInstitution: { place: '党员活动室', at: 16 * 60 + 30 },
  newOrganisation: { place: '行业党群服务站', at: 19 * 60 + 30 },
  privateEnterprise: { place: '企业党员活动室', at: 17 * 60 + 30 },
}

/** A theme day, planned. */
export function plannedThemeDay(
  {
    orgId,
    place,
    month,
    topic,
    startsAt,
  }: { orgId: string; place: string; month: string; topic: Topic; startsAt: number },
  secret: string,
): ThemeDayDoc {
  return {
    _id: `td-${month}-${orgId}`,
    orgId,
    title: `${monthName(month)}主题党日：${topic.topic}`,
    place,
    forms: [...topic.forms],
    agenda: [...topic.agenda],
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    remote: true,
    status: 'planned',
    closedAt: null,
    secret,
    roster: null,
    rosterUnfolded: false,
  }
}

/** A day of the period; a working day (if there is one) except in villages and communities, which meet when people are at home. */
function meetingDay({ category }: BranchPlan, { from, to }: Period, chance: Rng): string {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
  // 1970-01-01 was a Thursday: day numbers 2 and 3 (mod 7) are Saturdays and Sundays
  const working = days.filter((day) => ![2, 3].includes(dayNumber(day) % 7))
  const anyDay = working.length === 0 || category === 'village' || category === 'community'
  return pick(anyDay ? days : working, chance)
}

/**
 * Opened a quarter of an hour before, with everyone expected on the roster, and closed by the secretary after three quarters of an hour. The index of the demo
 * takes the roster up itself.
 */
export function held(doc: ThemeDayDoc, expected: readonly Present[]): ThemeDayDoc {
  const roster = freezeRoster(
    expected.map(({ place }) => place),
    doc.startsAt - 15 * MINUTE,
  )
  return { ...doc, status: 'closed', closedAt: doc.startsAt + 45 * MINUTE, roster }
}

/** A theme day with who was expected; nobody where it was not held. */
export interface Session {
  readonly themeDay: ThemeDayDoc
  readonly expected: readonly Present[]
}

/** How often a theme day that was planned is never opened; where work is weak more often. */
const forgets = ({ category }: BranchPlan): number =>
  ['village', 'newOrganisation', 'privateEnterprise'].includes(category) ? 0.05 : 0.01

/**
 * A month's theme day of a branch: held, or this month still to come within a week; that of the home branch is today: it began a quarter of an hour ago,
 * ends in two hours, and waits for its secretary to open the check-in. null: there is none.
 */
export function branchSession(branch: BranchPlan, { month, days, ago }: DemoMonth, world: World): Session | null {
  const { plan, calendar, roll, organisationOf, makeSecret } = world
  const { now, today, history } = calendar
  const chance = chanceFor(`theme day ${month} ${branch.id}`)
  const usual = topics[ago % topics.length] as Topic
  const topic = plan.eventful && chance() < 0.15 ? pick(otherTopics, chance) : usual
  const { place, at } = habits[branch.category]
  const details = { orgId: branch.id, place, month, topic }
  if (ago === 0 && branch.id === HOME_BRANCH_ID) {
    const current = plannedThemeDay({ ...details, topic: usual, startsAt: now - 15 * MINUTE }, makeSecret())
    return { themeDay: { ...current, endsAt: now + 2 * HOUR }, expected: [] }
  }
  const past = { from: days.from, to: earlierDay(days.to, history.to) }
  const ahead = { from: addDays(today, 1), to: earlierDay(addDays(today, 7), days.to) }
  const already = past.from <= past.to && (ago > 0 || ahead.from > ahead.to || chance() < 0.75)
  const day = meetingDay(branch, already ? past : ahead, chance)
  const organisation = organisationOf.get(branch.id)
  if (!organisation || !stood(organisation, day)) return null
  const themeDay = plannedThemeDay({ ...details, startsAt: startOfDay(day) + at * MINUTE }, makeSecret())
  if (!already) return { themeDay, expected: [] }
  const idle = isIdle(branch, ago)
  if (idle && chance() < 0.5) return null
  if (plan.eventful && branch.id !== HOME_BRANCH_ID && (idle || chance() < forgets(branch)))
    return { themeDay, expected: [] }
  const expected = roll.on(branch.id, dayOf(themeDay.startsAt))
  return { themeDay: held(themeDay, expected), expected }
}
