import type { ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import type { ThemeDayForm } from '@/contracts/themeday'
import { rangesOf, type SlicedRoster, slicedRoster } from '@/domain/metrics'
import { normaliseRanges, type OrgNode, type Query, type Ranges } from '@/domain/participation'
import { dayOf, earlierDay } from '@/domain/time'
import { type ActivityInfo, findActivities } from '../_data/openings'
import { loadParticipation, type Participation } from '../_data/participation'

/** An organisation, a period and a slice, made ready for questions about one kind, perhaps about theme days of one form. */
export interface OpenScope extends Participation {
  readonly node: OrgNode
  readonly ranges: Ranges
  readonly query: Query
  readonly people: SlicedRoster
  readonly slice: Slice
  /** What was read of the activities, when a form was asked for. */
  readonly infos: ReadonlyMap<string, ActivityInfo> | undefined
}

export interface OpenAsked {
  readonly orgId: string
  readonly kind: ParticipationKind
  readonly from: string
  readonly to: string
  readonly slice: Slice
  readonly form?: ThemeDayForm | null
}

/** What a figure is counted from, the same way as the figures themselves (domain/metrics/contexts). null: there is no such organisation. */
export async function openScope(asked: OpenAsked, now: number): Promise<OpenScope | null> {
  return scopeOf(await loadParticipation(asked.orgId, asked.from, asked.to), asked, now)
}

/** The same of what was loaded already. Of a form one request more for 1,000 activities. */
export async function scopeOf(
  participation: Participation,
  { orgId, kind, from, to, slice, form = null }: OpenAsked,
  now: number,
): Promise<OpenScope | null> {
  const node = participation.tree.byId.get(orgId)
  if (!node) return null
  const people = slicedRoster(participation.roster, slice, earlierDay(to, dayOf(now)))
  const query = { kind, from, to, mobileOnly: slice.mobile ?? false, ...(people.among && { among: people.among }) }
  const ranges = rangesOf(node, slice)
  const scope = { ...participation, node, ranges, query, people, slice, infos: undefined }
  if (form === null) return scope
  // whoever came here since took part elsewhere: that counts for who is missing
  const tallies = participation.index.activityTallies({ kind, from, to }, everySeat(ranges, people))
  const infos = await findActivities(
    kind,
    tallies.map(({ activityId }) => activityId),
  )
  const ofForm = [...infos].flatMap(([id, { forms }]) => (forms.includes(form) ? [id] : []))
  return { ...scope, query: { ...query, activities: new Set(ofForm) }, infos }
}

/** The seats of an organisation, and those that its members had before elsewhere. */
function everySeat(ranges: Ranges, { present, roster }: SlicedRoster): Ranges {
  const others = present
    .clip(ranges)
    .toArray()
    .flatMap((seat) => roster.links.seatsOf(seat) ?? [])
  return normaliseRanges([...ranges, ...others.map((seat) => [seat, seat + 1] as const)])
}
