import type { OutputOf } from '@/contracts/action'
import type { explainFigure } from '@/contracts/opening'
import { openedSlice, openingOf } from '@/domain/metrics/opening'
import { findCorrections, latestEntryOn } from '../_data/openings'
import type { Participation } from '../_data/participation'
import type { Asked } from './explain-figure'
import { type OpenScope, scopeOf } from './open-scope'

type State = NonNullable<OutputOf<typeof explainFigure>['opening']>

/** How the records of a figure stand; null for a figure that does not come from participations. Two requests. */
export async function sourceState(
  participation: Participation,
  asked: Asked,
  isTop: boolean,
  now: number,
): Promise<State | null> {
  const opening = openingOf(asked.code)
  if (!opening) return null
  const { kind, measure, form = null } = opening
  const slice = openedSlice(asked.slice, opening)
  const scope = scopeOf(participation, { ...asked, kind, slice }, now)
  if (!scope) return null
  const { index, ranges, query, node, tree } = scope
  const lastDay = index
    .activityTallies(query, ranges)
    .reduce<string | null>((last, { to, times }) => (times > 0 && (last === null || to > last) ? to : last), null)
  const orgIds = isTop ? null : idsOf(node.id, tree)
  const of = { kind, from: asked.from, to: asked.to, orgIds }
  const [corrections, entered] = await Promise.all([
    findCorrections(of),
    lastDay === null ? null : latestEntryOn(lastDay, of),
  ])
  const latest = Math.max(entered ?? 0, corrections.latest ?? 0)
  return {
    ...{ kind, measure, slice, form, lastDay },
    records: index.counts(query, [ranges]).all.times,
    lastEntryAt: latest > 0 ? latest : null,
    unfolded: unfolded(scope),
    corrections: corrections.count,
  }
}

/** The tree is the organisation and everything below it. */
const idsOf = (id: string, { byId }: OpenScope['tree']): string[] => (byId.has(id) ? [...byId.keys()] : [])

const unfolded = ({ tail, query, ranges }: OpenScope): number =>
  tail.filter(
    ({ kind, day, seat }) =>
      kind === query.kind &&
      day >= query.from &&
      day <= query.to &&
      ranges.some(([from, to]) => seat >= from && seat < to),
  ).length
