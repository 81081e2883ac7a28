import { alongside } from './alongside'
import { aggregate, findAll, findById, findByIds } from './database'
import type { OrganisationDoc } from './documents'

/** The organisation, read with the caller. */
export const organisationById = (orgId: string) =>
  alongside<OrganisationDoc>('organisations', { $match: { _id: orgId } }, { $limit: 1 })

/** Several organisations, read with the caller; those that there are. */
export const organisationsById = (orgIds: readonly string[]) =>
  alongside<OrganisationDoc>('organisations', { $match: { _id: { $in: [...orgIds] } } }, { $limit: orgIds.length })

/** The organisation with everything above it, in the order of the tree. */
export const organisationWithTrail = (orgId: string) =>
  alongside<OrganisationDoc & { trail: OrganisationDoc[] }>(
    'organisations',
    { $match: { _id: orgId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'path', foreignField: '_id', as: 'trail' } },
  )

export const findOrganisations = (orgIds: readonly string[]) => findByIds<OrganisationDoc>('organisations', orgIds)

export const findOrganisation = (orgId: string) => findById<OrganisationDoc>('organisations', orgId)

/** Everything above an organisation, from the top down; not itself. One request. */
export async function trailOf(orgId: string) {
  const [org] = await aggregate<{ trail: OrganisationDoc[] }>('organisations', [
    { $match: { _id: orgId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'path', foreignField: '_id', as: 'trail' } },
  ])
  return (org?.trail ?? [])
    .filter(({ _id }) => _id !== orgId)
    .sort((a, b) => a.path.length - b.path.length)
    .map(({ _id, ...rest }) => ({ id: _id, ...rest }))
}

/** An organisation and everything below it, in pages of 1,000. */
export const findSubtree = (orgId: string) => findAll<OrganisationDoc>('organisations', { path: orgId })

/** Names and places of all organisations, in pages of 1,000. */
export const organisationNames = () =>
  findAll<Pick<OrganisationDoc, '_id' | 'name' | 'path'>>('organisations', {}, { fields: ['name', 'path'] })
