import { buildTree, type OrgNode } from '@/domain/participation/org-tree'
import type { Above } from '@/domain/register'
import type { OrganisationDoc } from './documents'
import { findSubtree, trailOf } from './organisations'

/** Where in the tree something is asked about. */
export interface Place {
  /** The organisation with everything below it. */
  readonly node: OrgNode
  /** Everything above it, from the top down. */
  readonly above: readonly Above[]
}

/**
 * An organisation's place in the tree: one request for it and everything below it.
 * @param org with everything above it (`organisationWithTrail`)
 */
export async function loadPlace(org: OrganisationDoc & { trail: OrganisationDoc[] }): Promise<Place> {
  const node = (await findNode(org._id)) ?? missing()
  const above = org.trail
    .filter(({ _id }) => _id !== org._id)
    .sort((a, b) => a.path.length - b.path.length)
    .map(({ _id: id, ...rest }) => ({ id, ...rest }))
  return { node, above }
}

/** The same of an id alone, in two requests side by side; null: there is no such organisation. */
export async function findPlace(orgId: string): Promise<Place | null> {
  const [node, above] = await Promise.all([findNode(orgId), trailOf(orgId)])
  return node && { node, above }
}

async function findNode(orgId: string): Promise<OrgNode | null> {
  const below = await findSubtree(orgId)
  const tree = buildTree(below.map(({ _id, path: _path, ...record }) => ({ id: _id, ...record })))
  return tree.byId.get(orgId) ?? null
}

const missing = (): never => {
  throw new Error('the organisation is not in its own subtree')
}
