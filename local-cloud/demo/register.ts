import type { PeriodKey } from '@/contracts/register'
import { buildTree, type OrgNode } from '@/domain/participation/org-tree'
import {
  builtInIndicators,
  daysOf,
  type Entry,
  entryId,
  type IndicatorRecord,
  isTenfold,
  judge,
  periodsEndingIn,
  reportersOf,
  type Submission,
  submit,
} from '@/domain/register'
import { addDays, earlierDay, startOfDay } from '@/domain/time'
import type { IndicatorDoc, RegisterEntryDoc } from '../../cloudfunctions/_data/documents'
import { COUNTY_ID, HOME_BRANCH_ID, TOWN_COMMITTEE_ID } from './branches'
import { between, chanceFor } from './chance'
import { goodDeeds } from './register-indicator'
import type { World } from './world'

/** How long before today the register begins. */
const DAYS = 366

/** What a value is about: what a committee reports in a quarter, at least and at most, in whole units. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  'poverty.villages': [1, 4],
  'poverty.secretaries': [1, 4],
  'poverty.cadres': [2, 9],
  'poverty.road_km': [1, 8],
  'discipline.bans': [8, 12],
  'transport.vehicles': [12, 60],
}

interface Case {
  readonly indicator: IndicatorRecord
  readonly period: PeriodKey
  readonly org: OrgNode
  /** The last period that is over: where everything is not there yet. */
  readonly latest: boolean
  /** The place of the organisation among those that report. */
  readonly at: number
}

/** What becomes of a report: of the last period some are late, one was returned, one waits that is ten times the last. */
type Story = 'accepted' | 'missing' | 'returned' | 'waiting' | 'jump'

function storyOf({ indicator: { code }, org, latest, at }: Case): Story {
  if (!latest || code.startsWith('poverty.')) return 'accepted'
  if (code === goodDeeds.code) return org.id === HOME_BRANCH_ID || at % 7 === 3 ? 'missing' : 'accepted'
  if (org.id === TOWN_COMMITTEE_ID) {
    if (code === 'discipline.checks') return 'returned'
    return code === 'service.processes' || code === 'transport.tricycles' ? 'missing' : 'accepted'
  }
  if (code === 'transport.vehicles' && at === 1) return 'jump'
  // two committees are late with nearly everything, another one has just reported
  if (at % 6 === 4) return code === 'discipline.checks' ? 'accepted' : 'missing'
  return at % 6 === 2 && code.startsWith('discipline.c') ? 'waiting' : 'accepted'
}

/** Who reports for an organisation, and who accepts it: an organiser, else whoever leads its first branch. */
function officersOf({ members }: World) {
  const known = new Map<string, string>()
  const find = (org: OrgNode): string => {
    const branch = org.kind === 'branch' ? org.id : org.branches[0]?.id
    const isOrganiser = (one: World['members'][number]) =>
      one.person.roles.some(({ role, orgId }) => role === 'organiser' && orgId === org.id)
    const found = members.find(isOrganiser) ?? members.find(({ person }) => person.orgId === branch)
    return found?.person._id ?? ''
  }
  return (org: OrgNode): string => {
    const id = known.get(org.id) ?? find(org)
    known.set(org.id, id)
    return id
  }
}

const HOUR = 3_600_000

/** An entry as the rules make it: submitted a few days after its period, judged two days later. null: nobody has reported. */
function entryOf(
  story: Story,
  value: number,
  jumpFrom: number | null,
  end: string,
  today: string,
  by: string,
  judgeId: string,
): Entry | null {
  if (story === 'missing') return null
  const day = earlierDay(addDays(end, 4), today)
  const first: Submission = {
    ...{ key: 'demo-figure', by, at: startOfDay(day) + 9 * HOUR, value, jumpFrom, verdict: null, note: '' },
    document: { name: '工作情况台账（示例）', number: '', day },
    asOfDay: end,
  }
  const submitted = submit(null, first, 0)
  if (submitted.kind !== 'new') throw new Error('the demo submits what the rules refuse')
  if (story === 'waiting' || story === 'jump') return submitted.entry
  const words = story === 'returned' ? '请核对是否含下属支部的检查次数' : ''
  const at = startOfDay(earlierDay(addDays(end, 6), today)) + 10 * HOUR
  const judged = judge(submitted.entry, 1, { accepted: story === 'accepted', words, by: judgeId, at })
  if (judged.kind !== 'new') throw new Error('the demo judges what the rules refuse')
  return judged.entry
}

/** The register of a year: the report's own indicators by quarter, and one of the home committee's own by month. */
export function* inventRegister(world: World) {
  const { organisations, organisationOf, calendar } = world
  const { today } = calendar
  const tree = buildTree(organisations.map(({ _id, path: _path, ...record }) => ({ id: _id, ...record })))
  const county = tree.byId.get(COUNTY_ID)
  const town = tree.byId.get(TOWN_COMMITTEE_ID)
  if (!county || !town) throw new Error('the demo has no county or no home committee')
  const officer = officersOf(world)
  const entries: RegisterEntryDoc[] = []
  for (const indicator of [...builtInIndicators, goodDeeds]) {
    const { code, kind, cycle, decimals } = indicator
    const chance = chanceFor(`register.${code}`)
    const [least, most] = sizes[code] ?? [0, 9]
    const superior = indicator === goodDeeds ? town : county
    const keys = periodsEndingIn(cycle, { from: addDays(today, -DAYS), to: today })
    const before = new Map<string, number>()
    for (const period of keys) {
      const latest = period === keys[keys.length - 1]
      const end = daysOf(period).to
      for (const [at, org] of reportersOf(indicator, period, county, [], today).entries()) {
        const drawn = between(least * 10 ** decimals, most * 10 ** decimals, chance)
        const last = before.get(org.id) ?? null
        const story = storyOf({ indicator, period, org, latest, at })
        // a state of things hardly changes; a unit that is wrong makes twelve times as much
        const value = story === 'jump' ? Math.max(last ?? 0, 10) * 12 : kind === 'latest' ? (last ?? drawn) : drawn
        const jumpFrom = isTenfold(value, last, decimals) ? last : null
        const entry = entryOf(story, value, jumpFrom, end, today, officer(org), officer(superior))
        if (story === 'accepted') before.set(org.id, value)
        if (entry)
          entries.push(documentOf({ code, orgId: org.id, period }, organisationOf.get(org.id)?.path ?? [], entry))
      }
    }
  }
  const { code: _id, ...rest } = goodDeeds
  const indicators: IndicatorDoc[] = [{ _id, ...rest }]
  yield { collection: 'indicators' as const, documents: indicators }
  yield { collection: 'registerEntries' as const, documents: entries }
}

type EntryPlace = Pick<RegisterEntryDoc, 'code' | 'orgId' | 'period'>

function documentOf(place: EntryPlace, path: string[], entry: Entry): RegisterEntryDoc {
  const { revision, state, accepted, submissions } = entry
  const last = submissions[submissions.length - 1]
  if (!last) throw new Error('the demo has an entry without a submission')
  const { value, asOfDay, jumpFrom, at } = last
  return {
    _id: entryId(place.code, place.orgId, place.period),
    ...{ ...place, path, periodEnd: daysOf(place.period).to, revision, state, accepted },
    last: { value, asOfDay, jump: jumpFrom !== null, at },
    submissions: [...submissions],
  }
}
