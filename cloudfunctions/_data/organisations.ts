import { alongside } from './alongside'
import { findAll, findById } from './database'
import type { OrganisationDoc } from './documents'

/** The organisation, read with the caller. */
export const organisationById = (orgId: string) =>
  alongside<OrganisationDoc>('organisations', { $match: { _id: orgId } }, { $limit: 1 })

export const findOrganisation = (orgId: string) => findById<OrganisationDoc>('organisations', orgId)

/** An organisation and everything below it, in pages of 1,000. */
export const findSubtree = (orgId: string) => findAll<OrganisationDoc>('organisations', { path: orgId })
