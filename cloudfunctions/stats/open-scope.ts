import type { ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import { rangesOf, type SlicedRoster, slicedRoster } from '@/domain/metrics'
import type { OrgNode, Query, Ranges } from '@/domain/participation'
import { dayOf, earlierDay } from '@/domain/time'
import { loadParticipation, type Participation } from '../_data/participation'

/** An organisation, a period and a slice, made ready for questions about one kind. */
export interface OpenScope extends Participation {
  readonly node: OrgNode
  readonly ranges: Ranges
  readonly query: Query
  readonly people: SlicedRoster
}

interface Asked {
  readonly orgId: string
  readonly kind: ParticipationKind
  readonly from: string
  readonly to: string
  readonly slice: Slice
}

/** What a figure is counted from, the same way as the figures themselves (domain/metrics/contexts). null: there is no such organisation. */
export async function openScope({ orgId, kind, from, to, slice }: Asked, now: number): Promise<OpenScope | null> {
  const participation = await loadParticipation(orgId, from, to)
  return scopeOf(participation, { orgId, kind, from, to, slice }, now)
}

/** The same of what was loaded already. */
export function scopeOf(
  participation: Participation,
  { orgId, kind, from, to, slice }: Asked,
  now: number,
): OpenScope | null {
  const node = participation.tree.byId.get(orgId)
  if (!node) return null
  const people = slicedRoster(participation.roster, slice, earlierDay(to, dayOf(now)))
  const query = { kind, from, to, mobileOnly: slice.mobile ?? false, ...(people.among && { among: people.among }) }
  return { ...participation, node, ranges: rangesOf(node, slice), query, people }
}
