import type { Category, OrganisationKind } from '../../../src/contracts/identity'
import { buildTree, type OrganisationRecord, type OrgTree } from '../../../src/domain/participation/org-tree'

type Extra = Partial<Pick<OrganisationRecord, 'foundedOn' | 'endedOn'>> & { category?: Category }

/** An organisation: id, kind, parent. */
export const org = (id: string, kind: OrganisationKind, parentId: string | null, extra: Extra = {}) =>
  ({ id, name: id, kind, category: null, parentId, order: 0, seats: [], ...extra }) satisfies OrganisationRecord

/**
 *   county
 *   ├─ town (committee)
 *   │  ├─ rural (general branch): v1 village
 *   │  └─ v2 village
 *   ├─ office (committee): d1 city office
 *   └─ school (general branch): s1 public institution
 */
export const records: OrganisationRecord[] = [
  org('county', 'county', null),
  org('town', 'committee', 'county'),
  org('rural', 'generalBranch', 'town'),
  org('v1', 'branch', 'rural', { category: 'village' }),
  org('v2', 'branch', 'town', { category: 'village' }),
  org('office', 'committee', 'county'),
  org('d1', 'branch', 'office', { category: 'cityOffice' }),
  org('school', 'generalBranch', 'county'),
  org('s1', 'branch', 'school', { category: 'publicInstitution' }),
]

export const treeOf = (changes: readonly OrganisationRecord[] = []): OrgTree => {
  const changed = new Map(changes.map((record) => [record.id, record]))
  const known = new Set(records.map(({ id }) => id))
  const all = [
    ...records.map((record) => changed.get(record.id) ?? record),
    ...changes.filter(({ id }) => !known.has(id)),
  ]
  return buildTree(all.map((record, order) => ({ ...record, order })))
}
