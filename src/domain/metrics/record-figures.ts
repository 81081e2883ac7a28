import type { Day, Id } from '@/contracts/common'
import type { Figure } from '@/contracts/stats'
import type { ThemeDayForm } from '@/contracts/themeday'
import type { OrgNode } from '../participation/org-tree'
import type { ParticipationIndex } from '../participation/participation-index'
import { dayOf, type Period } from '../time/day'
import { type ActivitySign, activitySigns, monthsWithout, type ThemeDayRecord } from './leads'
import { once } from './once'

/** The records that are not in the index, of an organisation and a period. */
export interface Records {
  /** Theme days of the period, of the organisation, those below and those above it; also those that began shortly before, in which somebody may have taken part in it. */
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

const behindOf = ({ index, node, today, from, to }: RecordInput): Leads['behind'] => {
  const months = monthsWithout(node.branches, index, { from, to }, today)
  return node.branches.flatMap(({ id }, i) => {
    const missing = months[i] ?? []
    return missing.length > 0 ? [{ orgId: id, months: missing }] : []
  })
}

/** Activities of the index with somebody of an organisation, by how many. */
const cameTo = ({ index, node, from, to }: RecordInput): ReadonlyMap<Id, number> =>
  new Map(
    index
      .activityTallies({ kind: 'themeday', from, to }, node.ranges)
      .flatMap(({ activityId, times }) => (times > 0 ? [[activityId, times]] : [])),
  )

function signedOf(input: RecordInput, came = cameTo(input)): Leads['activities'] {
  const { node, records, from, to } = input
  const own = new Set(idsBelow(node))
  return records.themeDays.flatMap((themeDay) => {
    const day = dayOf(themeDay.startsAt)
    if (!own.has(themeDay.orgId) || day < from || day > to) return []
    // whoever may come to a theme day held here belongs here
    const present = came.get(themeDay.id) ?? 0
    const signs = activitySigns(themeDay, present, records.proxies.get(themeDay.id) ?? 0)
    return signs.length > 0 ? [{ themeDay, signs }] : []
  })
}

export const recordLeads = (input: RecordInput): Leads => ({ behind: behindOf(input), activities: signedOf(input) })

type Compute = (input: RecordInput, came: () => ReadonlyMap<Id, number>) => number

/** A theme day counts where a member of the organisation took part in it, as `themeday.sessions` does. */
const ofForm =
  (form: ThemeDayForm): Compute =>
  ({ records }, came) =>
    records.themeDays.filter(({ id, forms }) => came().has(id) && forms.includes(form)).length

const computed: Readonly<Record<string, Compute>> = {
  'records.reflections': ({ node, records }) =>
    idsBelow(node).reduce((sum, id) => sum + (records.reflections.get(id) ?? 0), 0),
  'handbook.items': ({ records }) => records.handbookItems,
  ...Object.fromEntries((Object.keys(formCodes) as ThemeDayForm[]).map((form) => [formCodes[form], ofForm(form)])),
  'problems.themeday': (input) => behindOf(input).length,
  'problems.formalism': (input, came) => signedOf(input, came()).length,
}

const figureOf = (code: string, input: RecordInput, came: () => ReadonlyMap<Id, number>): Figure => {
  const value = computed[code]?.(input, came) ?? null
  return { code, value, state: value === null ? 'noSource' : 'ok' }
}

/** One figure of `recordCodes`, without working out the others. */
export const recordFigure = (code: string, input: RecordInput): Figure =>
  figureOf(
    code,
    input,
    once(() => cameTo(input)),
  )

/** The figures of `recordCodes`. */
export function recordFigures(input: RecordInput): Figure[] {
  const came = once(() => cameTo(input))
  return Object.keys(computed).map((code) => figureOf(code, input, came))
}
