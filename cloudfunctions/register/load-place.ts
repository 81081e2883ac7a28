import { buildTree, type OrgNode } from '@/domain/participation/org-tree'
import type { Above } from '@/domain/register'
import type { OrganisationDoc } from '../_data/documents'
import { findSubtree } from '../_data/organisations'

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
  const below = await findSubtree(org._id)
  const tree = buildTree(below.map(({ _id, path: _path, ...record }) => ({ id: _id, ...record })))
  const node = tree.byId.get(org._id)
  if (!node) throw new Error('the organisation is not in its own subtree')
  const above = org.trail
    .filter(({ _id }) => _id !== org._id)
    .sort((a, b) => a.path.length - b.path.length)
    .map(({ _id: id, ...rest }) => ({ id, ...rest }))
  return { node, above }
}
