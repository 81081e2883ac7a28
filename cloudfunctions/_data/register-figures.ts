import type { PeriodKey } from '@/contracts/register'
import type { Figure } from '@/contracts/stats'
import type { OrgNode, OrgTree } from '@/domain/participation/org-tree'
import { type Above, aboveIn } from '@/domain/register/due'
import { type IndicatorRecord, versionOn } from '@/domain/register/indicator'
import { figureOf, type RollUp, rollUp } from '@/domain/register/roll-up'
import { withBuiltIns } from '@/domain/register/seeds'
import { earlierDay, type Period } from '@/domain/time'
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

/** Where in the tree figures are asked for, and over which days: `to` is today at the latest, for a period that is not over is reported by nobody. */
interface Asked {
  readonly node: OrgNode
  /** From the top of the tree down. */
  readonly above: readonly Above[]
  readonly span: Period
  readonly indicators: readonly IndicatorRecord[]
}

/** At most two requests, side by side: the indicators and, for an organisation with others above it that are not in the tree, those. */
async function ask(tree: OrgTree, orgId: string, { from, to }: Period, today: string): Promise<Asked> {
  const node = tree.byId.get(orgId)
  if (!node) throw new RangeError('the organisation is not in the tree')
  const within = aboveIn(tree, orgId)
  const top = within[0] ?? node
  const [stored, beyond] = await Promise.all([findIndicators(), top.parentId === null ? [] : trailOf(top.id)])
  const span = { from, to: earlierDay(to, today) }
  return { node, above: [...beyond, ...within], span, indicators: withBuiltIns(stored) }
}

/** Rolls some indicators up. First without values: who reports, and so how much there is to read. */
async function rolledUp({ node, above, span, indicators }: Asked) {
  const plans = indicators.map((indicator) => rollUp(indicator, node, above, span, () => null))
  const accepted = await acceptedValues(
    node.id,
    indicators.map(({ code }, i) => ({ code, keys: plans[i]?.keys ?? [], reporters: plans[i]?.due.length ?? 0 })),
  )
  return (indicator: IndicatorRecord, one: OrgNode, over: readonly Above[]): RollUp =>
    rollUp(indicator, one, over, span, (org, key) => accepted(indicator.code, org, key))
}

function shown(indicator: IndicatorRecord, rolled: RollUp, { to }: Period): RegisterFigure {
  const { name, definition } = versionOn(indicator, to)
  const { unit, kind, decimals } = indicator
  return { figure: figureOf(indicator, rolled), name, unit, kind, definition, decimals, sum: rolled.sum }
}

/**
 * Every manual figure of an organisation over some days: the built-in ones always, others where somebody reports them for it. Names and definitions are those in
 * force on the last day. At most 3 requests in a county whose values fit one answer (`acceptedValues`).
 * @param tree with the organisation and everything below it
 */
export async function registerFigures(
  tree: OrgTree,
  orgId: string,
  from: string,
  to: string,
  today: string = to,
): Promise<RegisterFigure[]> {
  const asked = await ask(tree, orgId, { from, to }, today)
  const of = await rolledUp(asked)
  return asked.indicators.flatMap((indicator) => {
    const rolled = of(indicator, asked.node, asked.above)
    if (rolled.due.length === 0 && indicator.orgId !== null) return []
    return [shown(indicator, rolled, asked.span)]
  })
}

/** A manual figure with those of the organisations right below for which somebody reports, and the periods that are in it. */
export interface OpenedRegisterFigure extends RegisterFigure {
  readonly periods: readonly PeriodKey[]
  readonly children: readonly { readonly org: OrgNode; readonly figure: Figure }[]
}

/** One manual figure opened; null: no indicator has the code, or nobody reports it for the organisation. As many requests as `registerFigures`. */
export async function openRegisterFigure(
  tree: OrgTree,
  orgId: string,
  code: string,
  period: Period,
  today: string,
): Promise<OpenedRegisterFigure | null> {
  const all = await ask(tree, orgId, period, today)
  const indicator = all.indicators.find((one) => one.code === code)
  if (!indicator) return null
  const asked = { ...all, indicators: [indicator] }
  const { node, above, span } = asked
  const of = await rolledUp(asked)
  const rolled = of(indicator, node, above)
  if (rolled.due.length === 0 && indicator.orgId !== null) return null
  return {
    ...shown(indicator, rolled, span),
    periods: rolled.keys,
    children: node.children.flatMap((org) => {
      const below = of(indicator, org, [...above, node])
      return below.due.length > 0 ? [{ org, figure: figureOf(indicator, below) }] : []
    }),
  }
}
