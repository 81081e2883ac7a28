import type { Figure } from '@/contracts/stats'
import { rangesOf, recordFigure, slicedRoster } from '@/domain/metrics'
import type { OrgNode, Ranges } from '@/domain/participation'
import { dayOf, earlierDay } from '@/domain/time'
import { orgNode } from '../_data/org-node'
import { loadRecords } from '../_data/record-figures'
import { type ExplainInput, noSource, type Valued } from './explained-input'
import type { OpenScope } from './open-scope'
import { ownSeats } from './own-seats'

/** Theme days of one form: who took part is in the index, of what form they were in their records. */
export function fromForm(
  { node, asked: { code, slice } }: ExplainInput,
  { index, query, ranges, people }: OpenScope,
): Valued {
  const counted = (value = 0): Figure => ({ code, value, state: 'ok' })
  const below = node.children.map((child): Ranges => rangesOf(child, slice))
  const each = index.sessions(query, below)
  const apart = node.children.length > 0 ? ownSeats(node, slice) : []
  const [rest = 0] = apart.length > 0 ? index.sessions(query, [apart]) : []
  return {
    figure: counted(index.sessions(query, [ranges])[0]),
    children: node.children.map((child, i) => ({
      org: orgNode(child),
      members: people.present.countIn(below[i] ?? []),
      figure: counted(each[i]),
    })),
    own: rest > 0 ? counted(rest) : null,
    source: 'participation',
  }
}

/** What is counted in other records. These know no slice: a part of them would be taken for the whole. */
export async function fromRecords({ participation, node, above, asked, now }: ExplainInput): Promise<Valued> {
  const { tree, index, roster } = participation
  const { code, from, to, slice } = asked
  if (Object.keys(slice).length > 0) return noSource(code, 'records')
  const today = dayOf(now)
  const records = await loadRecords(tree, above, from, to)
  const { present } = slicedRoster(roster, {}, earlierDay(to, today))
  const figureIn = (one: OrgNode) => recordFigure(code, { index, node: one, records, today, from, to })
  const figure = figureIn(node)
  // how large the handbook is, is nobody's in particular
  const children = code.startsWith('handbook.') ? [] : node.children
  const figures = children.map(figureIn)
  // every such record belongs to one organisation: what belongs to none below is its own
  const rest = (figure.value ?? 0) - figures.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return {
    figure,
    children: children.map((child, i) => ({
      org: orgNode(child),
      members: present.countIn(child.ranges),
      figure: figures[i] ?? { code, value: null, state: 'noSource' },
    })),
    own: children.length > 0 && rest > 0 ? { code, value: rest, state: 'ok' } : null,
    source: 'records',
  }
}
