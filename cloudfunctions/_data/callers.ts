import { type Alongside, type AlongsideSpec, type Found, forCaller } from './alongside'
import { aggregate } from './database'
import type { BindingDoc, OrganisationDoc, PersonDoc } from './documents'

export interface Caller {
  readonly openid: string
  readonly person: PersonDoc
  /** The organisation to which the person belongs. */
  readonly org: OrganisationDoc
  /** Ids from the top of the tree down to `org`. */
  readonly orgPath: readonly string[]
  readonly roles: PersonDoc['roles']
  /** The organisations that the roles name. */
  readonly roleOrgs: readonly OrganisationDoc[]
}

type Row = BindingDoc & { person: PersonDoc[]; org: OrganisationDoc[]; roleOrgs: OrganisationDoc[] }

/** The path of the organisation that was looked up as `org`. */
const orgPath = { $ifNull: [{ $arrayElemAt: ['$org.path', 0] }, []] }

/** Only a pipeline that asks for what is meant for the caller is correlated, by their path and person: the others stay plain reads of an index. */
function lookupOf(wish: Alongside<unknown> | undefined) {
  const { from, pipeline = [] } = wish ?? {}
  const asks = pipeline.some(
    ({ $match }) => ($match as Partial<typeof forCaller> | undefined)?.$expr === forCaller.$expr,
  )
  return asks ? { from, let: { orgPath, personId: '$personId' }, pipeline } : { from, pipeline }
}

/** The caller by openid, with whatever the action wants to read alongside: one request. null when no person is bound to it. */
export async function loadCaller<Spec extends AlongsideSpec>(
  openid: string,
  wanted: Spec,
): Promise<{ caller: Caller; found: Found<Spec> } | null> {
  const names = Object.keys(wanted)
  const [row] = await aggregate<Row & Record<string, unknown>>('bindings', [
    { $match: { _id: openid } },
    { $limit: 1 },
    { $lookup: { from: 'people', localField: 'personId', foreignField: '_id', as: 'person' } },
    { $lookup: { from: 'organisations', localField: 'person.orgId', foreignField: '_id', as: 'org' } },
    { $lookup: { from: 'organisations', localField: 'person.roles.orgId', foreignField: '_id', as: 'roleOrgs' } },
    ...names.map((name) => ({ $lookup: { ...lookupOf(wanted[name]), as: `with_${name}` } })),
  ])
  const person = row?.person[0]
  const org = row?.org[0]
  if (!row || !person || !org) return null
  const found = Object.fromEntries(names.map((name) => [name, row[`with_${name}`] ?? []])) as Found<Spec>
  const caller = { openid, person, org, orgPath: org.path, roles: person.roles, roleOrgs: row.roleOrgs }
  return { caller, found }
}
