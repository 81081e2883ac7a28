import type { InputOf } from '@/contracts/action'
import { explainFigure as contract } from '@/contracts/opening'
import { isMetric } from '@/domain/metrics'
import { openedSlice, openingOf } from '@/domain/metrics/opening'
import { canRemind, canSeeFigures } from '@/domain/people'
import { orgNode, trailOfFigures } from '../_data/org-node'
import { organisationWithTrail } from '../_data/organisations'
import { loadParticipation } from '../_data/participation'
import { implement } from '../_kit/action'
import { explained } from './explained'
import { scopeOf } from './open-scope'
import { sourceState } from './source-state'

export type Asked = InputOf<typeof contract>

/** A figure with all that it is made of, for whoever may see it; nobody's name. */
export const explainFigure = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationWithTrail(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const { orgId, from, to, code } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const participation = await loadParticipation(orgId, from, to)
    const node = participation.tree.byId.get(orgId) ?? refuse('NOT_FOUND')
    const above = org.path.slice(0, -1)
    const opens = isMetric(code) ? openingOf(code) : null
    const opened = opens && { ...input, ...opens, slice: openedSlice(input.slice, opens) }
    const scope = opened && (await scopeOf(participation, opened, now))
    const [figure, opening] = await Promise.all([
      explained({ participation, node, above, asked: input, scope, now }),
      scope && opens ? sourceState(scope, opens, above.length === 0) : null,
    ])
    return {
      org: orgNode(node),
      trail: trailOfFigures(caller, org.trail),
      from,
      to,
      asOf: now,
      canRemind: canRemind(caller, org.path),
      ...(figure ?? refuse('NOT_FOUND')),
      opening: figure?.figure.state === 'suppressed' ? null : opening,
    }
  },
})
