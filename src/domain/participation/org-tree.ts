import type { Id } from '@/contracts/common'
import type { Category, OrganisationKind } from '@/contracts/identity'
import { normaliseRanges, type Range, type Ranges } from './ranges'

/** An organisation as it is stored (its `_id` as `id`). */
export interface OrganisationRecord {
  readonly id: Id
  readonly name: string
  readonly kind: OrganisationKind
  readonly category: Category | null
  readonly parentId: Id | null
  /** Siblings, and so the walk, go by this. */
  readonly order: number
  /** The first day on which it stood; null or absent: since before the records began. */
  readonly foundedOn?: string | null
  /** The first day on which it is no more; null or absent: it stands. */
  readonly endedOn?: string | null
  /** The seats of its own members, not of its children's. */
  readonly seats: readonly Range[]
}

export interface OrgNode extends Omit<OrganisationRecord, 'seats'> {
  /** In order. */
  readonly children: readonly OrgNode[]
  /** The seats of its own members, not of its children's. */
  readonly own: Ranges
  /** The seats of the whole subtree. */
  readonly ranges: Ranges
  /** Of the subtree, this node included. */
  readonly committees: number
  /** The branches of the subtree (this node, if it is one), in the order of the walk. */
  readonly branches: readonly OrgNode[]
}

export interface OrgTree {
  /** Nodes whose parent is not among the records: one, when the records are a whole tree or a whole subtree. */
  readonly roots: readonly OrgNode[]
  readonly byId: ReadonlyMap<Id, OrgNode>
  /** Depth first, parents before children. */
  readonly walk: readonly OrgNode[]
}

function childrenByParent(records: readonly OrganisationRecord[]): Map<Id | null, OrganisationRecord[]> {
  const ids = new Set(records.map((record) => record.id))
  if (ids.size !== records.length) throw new Error('two organisations share an id')
  const lists = new Map<Id | null, OrganisationRecord[]>()
  for (const record of [...records].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) {
    const parent = record.parentId !== null && ids.has(record.parentId) ? record.parentId : null
    const list = lists.get(parent)
    if (list) list.push(record)
    else lists.set(parent, [record])
  }
  return lists
}

/** The tree of some organisations, in any order. Throws Error for a repeated id or a cycle. */
export function buildTree(records: readonly OrganisationRecord[]): OrgTree {
  const lists = childrenByParent(records)
  const byId = new Map<Id, OrgNode>()
  const build = ({ seats, ...record }: OrganisationRecord): OrgNode => {
    const children = (lists.get(record.id) ?? []).map(build)
    const below = children.flatMap((child) => child.branches)
    const node: OrgNode = {
      ...record,
      children,
      own: normaliseRanges(seats),
      ranges: normaliseRanges([...seats, ...children.flatMap((child) => child.ranges)]),
      committees: children.reduce((sum, child) => sum + child.committees, record.kind === 'committee' ? 1 : 0),
      branches: [],
    }
    // a branch is one even when it has groups; nothing below it is a branch
    const branches = record.kind === 'branch' ? [node, ...below] : below
    ;(node.branches as OrgNode[]).push(...branches)
    byId.set(node.id, node)
    return node
  }
  const roots = (lists.get(null) ?? []).map(build)
  if (byId.size !== records.length) throw new Error('organisations form a cycle')
  const walk: OrgNode[] = []
  const visit = (node: OrgNode): void => {
    walk.push(node)
    node.children.forEach(visit)
  }
  roots.forEach(visit)
  return { roots, byId, walk }
}
