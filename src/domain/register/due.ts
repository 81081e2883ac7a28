import type { Reporters } from '@/contracts/register'
import { stoodOn } from '../metrics'
import type { OrgNode, OrgTree } from '../participation/org-tree'

/** An organisation above the ones that were asked about: enough to know whether it reports for them. */
export type Above = Pick<OrgNode, 'id' | 'kind' | 'category' | 'foundedOn' | 'endedOn'>

/** In whose subtree (null: the whole county's), and who there. */
export interface DueQuery {
  readonly reporters: Reporters
  readonly scope: string | null
  /** On which day. */
  readonly day: string
}

const kindIs = ({ kinds }: Reporters, kind: OrgNode['kind']): boolean => (kinds as readonly string[]).includes(kind)

/** Whether it is itself of the categories, or something below it is that stood on the day. What holds for one below therefore holds for all above it. */
const fits = (node: OrgNode, reporters: Reporters, day: string): boolean =>
  reporters.categories.length === 0 ||
  (node.category !== null && reporters.categories.includes(node.category)) ||
  node.children.some((child) => stoodOn(child, day) && fits(child, reporters, day))

/**
 * Who reports for an organisation on a day: going down from it, the first on each way that is of the kinds and categories and stands; what is below one that
 * reports is in its figure. Nobody, when something above it reports for it, or it lies outside of where the indicator is reported.
 * @param above everything above the organisation, from the top down. Whether they fit the categories need not be known: they do, if anybody below does
 */
export function dueReporters(node: OrgNode, query: DueQuery, above: readonly Above[]): OrgNode[] {
  const { reporters, scope, day } = query
  const from = scope === null ? 0 : above.findIndex(({ id }) => id === scope)
  // seen from above its scope, the indicator begins at that organisation
  if (from < 0 && scope !== node.id) {
    const inside = find(node, scope ?? '')
    return inside ? dueReporters(inside, { ...query, scope: inside.id }, []) : []
  }
  if (from >= 0 && above.slice(from).some((one) => kindIs(reporters, one.kind) && stoodOn(one, day))) return []
  return down(node, query)
}

function down(node: OrgNode, query: DueQuery): OrgNode[] {
  const { reporters, day } = query
  if (!stoodOn(node, day)) return []
  if (kindIs(reporters, node.kind) && fits(node, reporters, day)) return [node]
  return node.children.flatMap((child) => down(child, query))
}

function find(node: OrgNode, id: string): OrgNode | null {
  if (node.id === id) return node
  for (const child of node.children) {
    const found = find(child, id)
    if (found) return found
  }
  return null
}

/** What lies above an organisation in a tree, from the top down. */
export function aboveIn({ byId }: OrgTree, orgId: string): OrgNode[] {
  const list: OrgNode[] = []
  for (let id = byId.get(orgId)?.parentId ?? null; id !== null; ) {
    const node = byId.get(id)
    if (!node) break
    list.unshift(node)
    id = node.parentId
  }
  return list
}
