import type { Id } from '@/contracts/common'
import type { OrganisationKind } from '@/contracts/identity'
import { categoryNames } from '../metrics/categories'
import type { OrgNode, OrgTree } from '../participation/org-tree'
import { type Cell, type Column, columns } from './table'

/** What the organisations of a level are called: also the names of the sheets. */
export const levelNames: Readonly<Record<OrganisationKind, string>> = {
  county: '县',
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
}

/** How an organisation stands at the beginning of a row. Its code is text: zeros at its beginning stay. */
export const orgColumns: readonly Column[] = columns('组织编码', '组织名称', '上级组织', '支部类别')

/** Names of what is above it inside the tree, from the top down. */
export function aboveWords(node: OrgNode, tree: OrgTree): string {
  const names: string[] = []
  for (let id: Id | null = node.parentId; id !== null; ) {
    const above: OrgNode | undefined = tree.byId.get(id)
    if (!above) break
    names.unshift(above.name)
    id = above.parentId
  }
  return names.join(' / ')
}

export const orgCells = (node: OrgNode, tree: OrgTree): Cell[] => [
  node.id,
  node.name,
  aboveWords(node, tree) || null,
  node.category ? categoryNames[node.category] : null,
]

/** Organisations that share no seat, level by level: those of one kind, and of one depth where some are inside others of their kind. */
export function levelsOf(tree: OrgTree): { readonly kind: OrganisationKind; readonly nodes: readonly OrgNode[] }[] {
  const levels = new Map<string, { kind: OrganisationKind; nodes: OrgNode[] }>()
  const visit = (node: OrgNode, depth: number): void => {
    const key = `${node.kind} ${depth}`
    const level = levels.get(key)
    if (level) level.nodes.push(node)
    else levels.set(key, { kind: node.kind, nodes: [node] })
    for (const child of node.children) visit(child, depth + 1)
  }
  for (const root of tree.roots) visit(root, 0)
  return [...levels.values()]
}

/** Whether an organisation stood on at least one day of a period. */
export const stoodIn = (
  { foundedOn, endedOn }: Pick<OrgNode, 'foundedOn' | 'endedOn'>,
  { from, to }: { readonly from: string; readonly to: string },
): boolean => (!foundedOn || foundedOn <= to) && (!endedOn || endedOn > from)
