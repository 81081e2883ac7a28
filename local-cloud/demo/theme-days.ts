import { pick, type Rng } from '@/domain/random'
import { freezeRoster } from '@/domain/themeday'
import { addDays, dayNumber, dayOf, daysBetween, earlierDay, type Period, startOfDay } from '@/domain/time/day'
import type { ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, HOME_BRANCH_ID } from './branches'
import { type Calendar, monthName } from './calendar'
import { chanceFor } from './chance'

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

/** The two series of the demo: every branch holds one of each. */
const series = {
  last: {
    topic: '重温入党誓词',
    forms: ['groupStudy', 'oath'],
    agenda: ['集中学习党章第三条', '重温入党誓词', '交流上月学习体会'],
  },
  current: {
    topic: '走访服务群众',
    forms: ['groupStudy', 'voluntary'],
    agenda: ['集中学习党员教育管理工作条例', '分组走访困难群众和老党员', '讨论下月支部工作'],
  },
} as const

function themeDay(
  branch: BranchPlan,
  month: string,
  which: keyof typeof series,
  startsAt: number,
  secret: string,
): ThemeDayDoc {
  const { topic, forms, agenda } = series[which]
  return {
    _id: `td-${month}-${branch.id}`,
    orgId: branch.id,
    title: `${monthName(month)}主题党日：${topic}`,
    place: habits[branch.category].place,
    forms: [...forms],
    agenda: [...agenda],
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

export interface SeatOfMember {
  readonly seat: number
  readonly mobile: boolean
}

const usualStart = (branch: BranchPlan, day: string): number => startOfDay(day) + habits[branch.category].at * MINUTE

/** A day of the period; a working day (if there is one) except in villages and communities, which meet when people are at home. */
function meetingDay(branch: BranchPlan, { from, to }: Period, chance: Rng): string {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
  // 1970-01-01 was a Thursday: day numbers 2 and 3 (mod 7) are Saturdays and Sundays
  const working = days.filter((day) => ![2, 3].includes(dayNumber(day) % 7))
  const anyDay = working.length === 0 || branch.category === 'village' || branch.category === 'community'
  return pick(anyDay ? days : working, chance)
}

/** Opened a quarter of an hour before, with the whole branch on the roster, and closed by the secretary after three quarters of an hour. */
function held(doc: ThemeDayDoc, members: readonly SeatOfMember[]): ThemeDayDoc {
  const roster = freezeRoster(members, doc.startsAt - 15 * MINUTE)
  return { ...doc, status: 'closed', closedAt: doc.startsAt + 45 * MINUTE, roster, rosterUnfolded: true }
}

/**
 * Last month's theme day of every branch, held; this month's, held or still to come within a week; that of the home branch is
 * today: it began a quarter of an hour ago, ends in two hours, and waits for its secretary to open the check-in.
 * @param membersOf a branch's members on a day
 * @param makeSecret of the check-in codes; the only thing in the demo that is not the same every time
 */
export function planThemeDays(
  { now, today, history, lastMonth, thisMonth }: Calendar,
  branches: readonly BranchPlan[],
  membersOf: (branchId: string, day: string) => readonly SeatOfMember[],
  makeSecret: () => string,
): ThemeDayDoc[] {
  const chance = chanceFor('theme-days')
  const past = { from: thisMonth.days.from, to: history.to }
  const ahead = { from: addDays(today, 1), to: earlierDay(addDays(today, 7), thisMonth.days.to) }
  return branches.flatMap((branch) => {
    const hold = (doc: ThemeDayDoc) => held(doc, membersOf(branch.id, dayOf(doc.startsAt)))
    const plan = (month: string, which: keyof typeof series, days: Period) =>
      themeDay(branch, month, which, usualStart(branch, meetingDay(branch, days, chance)), makeSecret())

    const last = hold(plan(lastMonth.month, 'last', lastMonth.days))
    if (branch.id === HOME_BRANCH_ID) {
      const current = themeDay(branch, thisMonth.month, 'current', now - 15 * MINUTE, makeSecret())
      return [last, { ...current, endsAt: now + 2 * HOUR }]
    }
    const already = past.from <= past.to && (ahead.from > ahead.to || chance() < 0.75)
    const current = plan(thisMonth.month, 'current', already ? past : ahead)
    return [last, already ? hold(current) : current]
  })
}
