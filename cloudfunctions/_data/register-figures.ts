import type { Figure } from '@/contracts/stats'
import type { OrgTree } from '@/domain/participation/org-tree'
import { aboveIn } from '@/domain/register/due'
import { versionOn } from '@/domain/register/indicator'
import { figureOf, rollUp } from '@/domain/register/roll-up'
import { withBuiltIns } from '@/domain/register/seeds'
import { earlierDay } from '@/domain/time'
import { findIndicators } from './indicators'
import { trailOf } from './organisations'
import { acceptedValues } from './register-values'

/** A manual figure of the register (台账), with what the registry of metrics says of the others. */
export interface RegisterFigure {
  /** state ok only when everyone who is due has an accepted value; `reported` of `due` organisations in any case. */
  readonly figure: Figure
  readonly name: string
  readonly unit: string
  readonly kind: 'sum' | 'latest'
  readonly definition: string
  /** Digits behind the point. */
  readonly decimals: number
  /** What is accepted so far, in the smallest unit (1250 with two decimals is 12.5): for the desk, never for print while the figure is incomplete. */
  readonly sum: number
}

/**
 * Every manual figure of an organisation over some days: the built-in ones always, others where somebody reports them for it. Names and definitions are those in
 * force on the last day. At most 3 requests in a county whose values fit one answer (`acceptedValues`): indicators and, for an organisation with others above it
 * that are not in the tree, those, side by side; then the values.
 * @param tree with the organisation and everything below it
 * @param today given, days after it do not count: a period that is not over is reported by nobody
 */
export async function registerFigures(
  tree: OrgTree,
  orgId: string,
  from: string,
  to: string,
  today: string = to,
): Promise<RegisterFigure[]> {
  const node = tree.byId.get(orgId)
  if (!node) throw new RangeError('the organisation is not in the tree')
  const within = aboveIn(tree, orgId)
  const top = within[0] ?? node
  const [stored, beyond] = await Promise.all([findIndicators(), top.parentId === null ? [] : trailOf(top.id)])
  const above = [...beyond, ...within]
  const span = { from, to: earlierDay(to, today) }

  const indicators = withBuiltIns(stored)
  // first without values: who reports, and so how much there is to read
  const plans = indicators.map((indicator) => rollUp(indicator, node, above, span, () => null))
  const accepted = await acceptedValues(
    orgId,
    indicators.map(({ code }, i) => ({ code, keys: plans[i]?.keys ?? [], reporters: plans[i]?.due.length ?? 0 })),
  )
  return indicators.flatMap((indicator) => {
    const rolled = rollUp(indicator, node, above, span, (org, key) => accepted(indicator.code, org, key))
    if (rolled.due.length === 0 && indicator.orgId !== null) return []
    const { name, definition } = versionOn(indicator, span.to)
    const { unit, kind, decimals } = indicator
    return [{ figure: figureOf(indicator, rolled), name, unit, kind, definition, decimals, sum: rolled.sum }]
  })
}
