import type { ExportView } from '@/contracts/exports'
import { type ContextInput, rangesOf, type SlicedRoster, slicedRoster } from '@/domain/metrics'
import type { OrgNode, OrgTree, ParticipationIndex, Query, Ranges } from '@/domain/participation'
import { dayOf, earlierDay } from '@/domain/time'
import { loadParticipation } from '../../_data/participation'

/** One look at the index: everything that a view says is said of this. */
export interface Snapshot {
  readonly tree: OrgTree
  readonly node: OrgNode
  readonly index: ParticipationIndex
  readonly context: ContextInput
  readonly sliced: SlicedRoster
  /** The seats of the organisation, as far as they are of the slice. */
  readonly ranges: Ranges
  /** What the slice asks of participations. */
  readonly query: Pick<Query, 'from' | 'to' | 'mobileOnly' | 'among'>
  readonly orgPath: readonly string[]
}

/** Throws Error when the organisation is not there any more. */
export async function takeSnapshot(view: ExportView, orgPath: readonly string[], now: number): Promise<Snapshot> {
  const { orgId, from, to, slice } = view
  const { tree, index, roster } = await loadParticipation(orgId, from, to)
  const node = tree.byId.get(orgId)
  if (!node) throw new Error('the organisation is not in its own subtree')
  const today = dayOf(now)
  const sliced = slicedRoster(roster, slice, earlierDay(to, today))
  return {
    tree,
    node,
    index,
    context: { index, roster, from, to, slice, today },
    sliced,
    ranges: rangesOf(node, slice),
    query: { from, to, mobileOnly: slice.mobile ?? false, among: sliced.among },
    orgPath,
  }
}
