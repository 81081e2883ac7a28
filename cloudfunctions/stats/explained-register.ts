import { formatFigure, slicedRoster } from '@/domain/metrics'
import { dayOf, earlierDay } from '@/domain/time'
import { orgNode } from '../_data/org-node'
import { openRegisterFigure } from '../_data/register-figures'
import { type Explained, type ExplainInput, MOST_CHILDREN, noSource } from './explained-input'

/**
 * A manual figure, with what each organisation below it reported; the entries with their papers are on the register's own pages. What is reported of an organisation is not
 * reported of some of its people. null: no indicator has the code, or nobody reports it for the organisation.
 */
export async function fromRegister({ participation, node, asked, now }: ExplainInput): Promise<Explained | null> {
  const { code, slice, ...period } = asked
  const today = dayOf(now)
  const opened = await openRegisterFigure(participation.tree, node.id, code, period, today)
  if (!opened) return null
  const { name, unit, kind, definition, figure, periods, children } = opened
  const nothing = { parts: null, formula: null, own: null, source: 'register' as const, name, unit, kind, definition }
  if (Object.keys(slice).length > 0) {
    return { ...noSource(code, 'register'), ...nothing, fold: null, periods: null, left: 0 }
  }
  const { present } = slicedRoster(participation.roster, {}, earlierDay(period.to, today))
  return {
    ...{ ...nothing, figure, periods: [...periods] },
    // amounts are whole numbers of the smallest unit, so the parts add up exactly
    fold:
      figure.state === 'ok' && children.length > 0
        ? `下面各组织相加，正好是 ${formatFigure(figure, { kind })} ${unit}。`
        : null,
    children: children.slice(0, MOST_CHILDREN).map((child) => ({
      org: orgNode(child.org),
      members: present.countIn(child.org.ranges),
      figure: child.figure,
    })),
    left: Math.max(children.length - MOST_CHILDREN, 0),
  }
}
