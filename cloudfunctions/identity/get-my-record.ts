import { getMyRecord as contract } from '@/contracts/me'
import { addMonths, RECORD_MONTHS, recordByMonth, recordMonths } from '@/domain/participation/own-record'
import { isOnRoster } from '@/domain/themeday'
import { dayOf, earlierDay, monthOf } from '@/domain/time/day'
import type { PersonDoc } from '../_data/documents'
import { namesOfRecord, ownFactsOf, ownFirstDay, type RecordNames } from '../_data/own-record'
import { implement } from '../_kit/action'

/** The latest month of the page: never one that has not begun. */
function latestMonth(before: string | null, now: number): string {
  const present = monthOf(dayOf(now))
  const wanted = before === null ? present : addMonths(before, -1)
  return earlierDay(wanted, present)
}

/** Two database requests: the caller with their facts; what these are called, with the theme days that expected them. */
export const getMyRecord = implement(contract, {
  former: true,
  alongside({ before }, { openid, now }) {
    const latest = latestMonth(before, now)
    return { facts: ownFactsOf(openid, addMonths(latest, 1 - RECORD_MONTHS), latest), first: ownFirstDay(openid) }
  },
  // everyone's own, and nobody else's
  allow: () => true,
  async handle({ caller, input: { before }, now, found }) {
    const { person } = caller
    const [first] = found.first
    const { months, next } = recordMonths(latestMonth(before, now), first ? monthOf(first.day) : null)
    const names = await namesOfRecord({
      personId: person._id,
      facts: found.facts,
      orgIds: [...new Set([...caller.orgPath, ...person.seatings.map(({ orgId }) => orgId)])],
      from: months[months.length - 1] ?? '',
      to: months[0] ?? '',
    })
    const titles = titlesOf(names)
    return {
      months: recordByMonth(found.facts, months).map(({ entries, ...month }) => ({
        ...month,
        expected: expectedIn(month.month, names, person),
        entries: entries.map(({ kind, activityId, day, occurredAt, recordedAt, channel, orgId, ...entry }) => ({
          kind,
          activityId,
          title: titles.activity(kind, activityId),
          day,
          occurredAt,
          recordedAt,
          channel,
          orgName: titles.org(orgId),
          mobile: entry.mobile,
          withdrawn: entry.withdrawn,
          corrected: entry.revision > 0,
          reason: entry.reason,
        })),
      })),
      next,
    }
  },
})

/** Of theme days whose roster was frozen; null: there were none, so nobody knows who was expected. */
function expectedIn(month: string, { rosters }: RecordNames, person: PersonDoc): number | null {
  const held = rosters.filter(({ startsAt }) => monthOf(dayOf(startsAt)) === month)
  return held.length === 0 ? null : held.filter(({ roster }) => isOnRoster(roster, person)).length
}

/** What is no longer kept still took place: it is called by its kind. */
const unnamed = { quiz: '应知应会答题', lesson: '微党课', themeday: '主题党日' } as const

function titlesOf({ quizzes, lessons, held, organisations }: RecordNames) {
  const activities = { quiz: quizzes, lesson: lessons, themeday: held }
  return {
    activity: (kind: keyof typeof unnamed, id: string) =>
      activities[kind].find(({ _id }) => _id === id)?.title ?? unnamed[kind],
    org: (id: string) => organisations.find(({ _id }) => _id === id)?.name ?? '',
  }
}
