import type { OutputOf } from '@/contracts/action'
import type { explainFigure } from '@/contracts/opening'
import type { Figure } from '@/contracts/stats'
import { createContexts, createFamily, evaluate, isMetric, metric, recordFigures, slicedRoster } from '@/domain/metrics'
import { foldWords, formulaText, ratioParts } from '@/domain/metrics/opening'
import type { OrgNode } from '@/domain/participation'
import { dayOf, earlierDay } from '@/domain/time'
import type { Participation } from '../_data/participation'
import { loadRecords } from '../_data/record-figures'
import { registerFigures } from '../_data/register-figures'
import type { Asked } from './explain-figure'
import { orgNode } from './org-node'
import { ownSeats } from './own-seats'

interface Input {
  readonly participation: Participation
  readonly node: OrgNode
  /** Ids of the organisations above it. */
  readonly above: readonly string[]
  readonly asked: Asked
  readonly now: number
}

type Explained = Pick<
  OutputOf<typeof explainFigure>,
  | 'figure'
  | 'name'
  | 'unit'
  | 'kind'
  | 'definition'
  | 'parts'
  | 'formula'
  | 'fold'
  | 'source'
  | 'children'
  | 'own'
  | 'left'
>
type Valued = Pick<Explained, 'figure' | 'children' | 'own' | 'source'>

/** A county has some 110 committees, a committee some 200 branches. */
const MOST_CHILDREN = 500

/** The figure of a code, where it comes from, and what makes it up. null: nobody knows the code. */
export async function explained(input: Input): Promise<Explained | null> {
  const { code } = input.asked
  const known = isMetric(code) ? metric(code) : null
  if (!known || known.source === null) {
    const reported = await fromRegister(input)
    if (reported) return reported
  }
  if (!known) return null
  const valued = await (known.compute
    ? fromIndex(input)
    : known.source === 'records'
      ? fromRecords(input)
      : noSource(code))
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

const noSource = (code: string): Valued => ({
  figure: { code, value: null, state: 'noSource' },
  children: [],
  own: null,
  source: 'none',
})

function fromIndex({ participation: { index, roster }, node, asked, now }: Input): Valued {
  const { code, from, to, slice } = asked
  const input = { index, roster, from, to, slice, today: dayOf(now) }
  const { own, children } = createFamily(input, node)
  const seats = node.children.length > 0 ? ownSeats(node, slice) : []
  // whoever belongs to none of the children is a part of the sum as well
  const [apart] = createContexts({ ...input, slice: { ...slice, category: undefined } }, [
    { ranges: seats, branches: [] },
  ])
  const rest = apart && seats.length > 0 ? evaluate(code, apart) : null
  return {
    figure: evaluate(code, own),
    children: children.map((context, i) => ({
      org: orgNode(node.children[i] as OrgNode),
      members: context.members(),
      figure: evaluate(code, context),
    })),
    own: rest && (rest.value || rest.denominator) ? rest : null,
    source: 'participation',
  }
}

async function fromRecords({ participation, node, above, asked, now }: Input): Promise<Valued> {
  const { tree, index, roster } = participation
  const { code, from, to } = asked
  const today = dayOf(now)
  const records = await loadRecords(tree, above, from, to)
  const { members } = slicedRoster(roster, {}, earlierDay(to, today)).roster
  const figureIn = (one: OrgNode): Figure =>
    recordFigures({ index, node: one, records, today, from, to }).find((figure) => figure.code === code) ?? {
      code,
      value: null,
      state: 'noSource',
    }
  return {
    figure: figureIn(node),
    // how large the handbook is, is nobody's in particular
    children: code.startsWith('handbook.')
      ? []
      : node.children.map((child) => ({
          org: orgNode(child),
          members: members.countIn(child.ranges),
          figure: figureIn(child),
        })),
    own: null,
    source: 'records',
  }
}

/** A manual figure: who reported what is on the register's own pages. */
async function fromRegister({ participation, node, asked, now }: Input): Promise<Explained | null> {
  const { code, from, to } = asked
  const all = await registerFigures(participation.tree, node.id, from, to, dayOf(now))
  const found = all.find(({ figure }) => figure.code === code)
  if (!found) return null
  const { figure, name, unit, kind, definition } = found
  return {
    ...{ figure, name, unit, kind, definition },
    ...{ source: 'register' as const, parts: null, formula: null, fold: null, children: [], own: null, left: 0 },
  }
}
