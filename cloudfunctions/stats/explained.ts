import { createContexts, createFamily, evaluate, isMetric, metric } from '@/domain/metrics'
import { suppressedParts } from '@/domain/metrics/imbalance'
import { foldWords, formulaText, ratioParts } from '@/domain/metrics/opening'
import { dayOf } from '@/domain/time'
import { registerFigures } from '../_data/register-figures'
import { type Explained, type ExplainInput, noSource, type Valued } from './explained-input'
import { fromForm, fromRecords } from './explained-records'
import { orgNode } from './org-node'
import { ownSeats } from './own-seats'

/** A county has some 110 committees, a committee some 200 branches. */
const MOST_CHILDREN = 500

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

/** A manual figure: who reported what is on the register's own pages. What is reported of an organisation is not reported of some of its people. */
async function fromRegister({ participation, node, asked, now }: ExplainInput): Promise<Explained | null> {
  const { code, from, to, slice } = asked
  const all = await registerFigures(participation.tree, node.id, from, to, dayOf(now))
  const found = all.find(({ figure }) => figure.code === code)
  if (!found) return null
  const { name, unit, kind, definition } = found
  const { figure, ...valued } = noSource(code, 'register')
  return {
    ...{ ...valued, figure: Object.keys(slice).length > 0 ? figure : found.figure, name, unit, kind, definition },
    ...{ parts: null, formula: null, fold: null, left: 0 },
  }
}
