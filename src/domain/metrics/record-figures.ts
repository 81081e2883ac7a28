import type { Day, Id } from '@/contracts/common'
import type { Figure } from '@/contracts/stats'
import type { ThemeDayForm } from '@/contracts/themeday'
import type { OrgNode } from '../participation/org-tree'
import type { ParticipationIndex } from '../participation/participation-index'
import type { Period } from '../time/day'
import { type ActivitySign, activitySigns, monthsWithout, type ThemeDayRecord } from './leads'

/** The records that are not in the index, of an organisation and a period. */
export interface Records {
  /** Theme days that began in the period, of the organisation, those below and those above it. */
  readonly themeDays: readonly ThemeDayRecord[]
  /** Per theme day: how many entries by proxy stand. */
  readonly proxies: ReadonlyMap<Id, number>
  /** Reflections that were accepted (支部看过并认可), per organisation of their writers. */
  readonly reflections: ReadonlyMap<Id, number>
  readonly handbookItems: number
}

export interface RecordInput extends Period {
  readonly index: ParticipationIndex
  readonly node: OrgNode
  readonly records: Records
  readonly today: Day
}

const formCodes: Readonly<Record<ThemeDayForm, string>> = {
  oath: 'oath',
  groupStudy: 'group-study',
  voluntary: 'voluntary',
  visit: 'visit',
  meeting: 'meeting',
}

/** What the records suggest that a person looks at; organisations and activities, never people. */
export interface Leads {
  /** Branches with a whole month without a theme day, and which. */
  readonly behind: readonly { readonly orgId: Id; readonly months: readonly string[] }[]
  /** Theme days of this organisation and those below. */
  readonly activities: readonly { readonly themeDay: ThemeDayRecord; readonly signs: readonly ActivitySign[] }[]
}

const idsBelow = (node: OrgNode): Id[] => [node.id, ...node.children.flatMap(idsBelow)]

export function recordLeads({ index, node, records, today, from, to }: RecordInput): Leads {
  const months = monthsWithout(node.branches, index, { from, to }, today)
  const own = new Set(idsBelow(node))
  // whoever may come to a theme day held here belongs here
  const came = new Map(
    index
      .activityTallies({ kind: 'themeday', from, to }, node.ranges)
      .map(({ activityId, times }) => [activityId, times]),
  )
  const activities = records.themeDays.flatMap((themeDay) => {
    if (!own.has(themeDay.orgId)) return []
    const present = came.get(themeDay.id) ?? 0
    const signs = activitySigns(themeDay, present, records.proxies.get(themeDay.id) ?? 0)
    return signs.length > 0 ? [{ themeDay, signs }] : []
  })
  const behind = node.branches.flatMap(({ id }, i) => {
    const missing = months[i] ?? []
    return missing.length > 0 ? [{ orgId: id, months: missing }] : []
  })
  return { behind, activities }
}

/** The figures of `recordCodes`. A theme day by its form counts where a member of the organisation took part in it, as `themeday.sessions` does. */
export function recordFigures(input: RecordInput): Figure[] {
  const { index, node, records, from, to } = input
  const activities = index.activityTallies({ kind: 'themeday', from, to }, node.ranges)
  const held = new Set(activities.filter(({ times }) => times > 0).map(({ activityId }) => activityId))
  const byForm = (form: ThemeDayForm) =>
    records.themeDays.filter(({ id, forms }) => held.has(id) && forms.includes(form)).length
  const leads = recordLeads(input)
  const counted = (code: string, value: number): Figure => ({ code, value, state: 'ok' })
  return [
    counted('records.reflections', sum(idsBelow(node).map((id) => records.reflections.get(id) ?? 0))),
    counted('handbook.items', records.handbookItems),
    ...(Object.keys(formCodes) as ThemeDayForm[]).map((form) => counted(formCodes[form], byForm(form))),
    counted('problems.themeday', leads.behind.length),
    counted('problems.formalism', leads.activities.length),
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
