import type { OutputOf } from '@/contracts/action'
import type { explainFigure } from '@/contracts/opening'
import type { Opening } from '@/domain/metrics/opening'
import { findCorrections, latestEntryOn } from '../_data/openings'
import type { OpenScope } from './open-scope'

type State = NonNullable<OutputOf<typeof explainFigure>['opening']>

/** How the records of a figure that comes from participations stand. Two requests. */
export async function sourceState(
  { index, ranges, query, node, tree, tail, slice }: OpenScope,
  { kind, measure, form }: Opening,
  isTop: boolean,
): Promise<State> {
  const held = index.activityTallies(query, ranges).filter(({ times }) => times > 0)
  const lastDay = held.reduce<string | null>((last, { to }) => (last === null || to > last ? to : last), null)
  const orgIds = isTop ? null : idsOf(node.id, tree)
  const of = { kind, from: query.from, to: query.to, orgIds }
  const thatDay = held.flatMap(({ activityId, to }) => (to === lastDay ? [activityId] : []))
  const [all, entered] = await Promise.all([
    findCorrections(of),
    lastDay === null ? null : latestEntryOn(lastDay, of, form ? thatDay : null),
  ])
  const corrections = all.filter(({ _id }) => query.activities?.has(_id) ?? true)
  const latest = corrections.reduce((last, one) => Math.max(last, one.latest), entered ?? 0)
  return {
    ...{ kind, measure, slice, form: form ?? null, lastDay },
    records: index.counts(query, [ranges]).all.times,
    lastEntryAt: latest > 0 ? latest : null,
    unfolded: unfolded({ tail, query, ranges }),
    corrections: corrections.reduce((sum, { count }) => sum + count, 0),
  }
}

/** The tree is the organisation and everything below it. */
const idsOf = (id: string, { byId }: OpenScope['tree']): string[] => (byId.has(id) ? [...byId.keys()] : [])

const unfolded = ({ tail, query, ranges }: Pick<OpenScope, 'tail' | 'query' | 'ranges'>): number =>
  tail.filter(
    ({ kind, day, seat, activityId }) =>
      kind === query.kind &&
      (query.activities?.has(activityId) ?? true) &&
      day >= query.from &&
      day <= query.to &&
      ranges.some(([from, to]) => seat >= from && seat < to),
  ).length
