import * as v from 'valibot'
import { defineAction } from './action'
import { Id } from './common'

/** What a person may be within the subtree of an organisation. */
export const RoleName = v.picklist(['member', 'secretary', 'organiser', 'inspector', 'administrator'])
export type RoleName = v.InferOutput<typeof RoleName>

export const OrganisationKind = v.picklist(['county', 'committee', 'generalBranch', 'branch', 'group'])
export type OrganisationKind = v.InferOutput<typeof OrganisationKind>

/** Categories of organisations, in the order in which the report names them. */
export const Category = v.picklist([
  'cityOffice',
  'townOffice',
  'village',
  'community',
  'stateEnterprise',
  'publicInstitution',
  'newOrganisation',
  'privateEnterprise',
])
export type Category = v.InferOutput<typeof Category>

export const OrgRef = v.object({ id: Id, name: v.string(), kind: OrganisationKind })
export type OrgRef = v.InferOutput<typeof OrgRef>

/** Who am I: the caller's roster entry, organisation and roles. */
export const getMe = defineAction({
  fn: 'identity',
  name: 'getMe',
  input: v.strictObject({}),
  output: v.object({
    person: v.object({ id: Id, name: v.string(), mobile: v.boolean() }),
    org: OrgRef,
    roles: v.array(v.object({ role: RoleName, org: OrgRef })),
  }),
  errors: [],
})
