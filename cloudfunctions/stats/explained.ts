import { createContexts, createFamily, evaluate, isMetric, metric } from '@/domain/metrics'
import { suppressedParts } from '@/domain/metrics/imbalance'
import { foldWords, formulaText, ratioParts } from '@/domain/metrics/opening'
import { dayOf } from '@/domain/time'
import { orgNode } from '../_data/org-node'
import { type Explained, type ExplainInput, MOST_CHILDREN, noSource, type Valued } from './explained-input'
import { fromForm, fromRecords } from './explained-records'
import { fromRegister } from './explained-register'
import { ownSeats } from './own-seats'

/** The figure of a code, where it comes from, and what makes it up. null: nobody knows the code. */
export async function explained(input: ExplainInput): Promise<Explained | null> {
  const { code } = input.asked
  const known = isMetric(code) ? metric(code) : null
  if (!known || known.source === null) {
    const reported = await fromRegister(input)
    if (reported) return reported
  }
  if (!known) return null
  const valued = known.compute
    ? fromIndex(input)
    : input.scope
      ? fromForm(input, input.scope)
      : known.source === 'records'
        ? await fromRecords(input)
        : noSource(code, 'none')
  const { figure, source } = valued
  // what is too small to be shown by itself is not shown by its parts either
  const { children, own } = figure.state === 'suppressed' ? { children: [], own: null } : valued
  const parts = [...children.map((child) => child.figure), ...(own ? [own] : [])]
  const { name, unit, kind, definition } = known
  return {
    ...{ figure, name, unit, kind, definition, source, own },
    parts: ratioParts(code),
    formula: formulaText(figure, known),
    fold: foldWords(figure, parts, known),
    children: children.slice(0, MOST_CHILDREN),
    left: Math.max(children.length - MOST_CHILDREN, 0),
    periods: null,
  }
}

function fromIndex({ participation: { index, roster }, node, asked, now }: ExplainInput): Valued {
  const { code, from, to, slice } = asked
  const input = { index, roster, from, to, slice, today: dayOf(now) }
  const { own, children } = createFamily(input, node)
  const seats = node.children.length > 0 ? ownSeats(node, slice) : []
  // whoever belongs to none of the children is a part of the sum as well
  const [apart] = createContexts({ ...input, slice: { ...slice, category: undefined } }, [
    { ranges: seats, branches: [] },
  ])
  const rest = apart && seats.length > 0 ? evaluate(code, apart) : null
  const figures = suppressedParts(children.map((context) => evaluate(code, context)))
  return {
    figure: evaluate(code, own),
    children: node.children.map((child, i) => ({
      org: orgNode(child),
      members: children[i]?.members() ?? 0,
      figure: figures[i] ?? { code, value: null, state: 'noSource' },
    })),
    own: rest && (rest.value || rest.denominator) ? rest : null,
    source: 'participation',
  }
}
