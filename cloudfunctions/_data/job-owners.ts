import { isSeated } from '@/domain/people/moves'
import type { Caller } from '@/domain/people/scope'
import { aggregate } from './database'
import type { BindingDoc, JobDoc, OrganisationDoc, PersonDoc } from './documents'

/** What somebody may do by now, and with which organisation: for the predicates of domain/people/scope. */
export interface Standing {
  readonly caller: Caller
  /** Of the organisation that a job is about: ids from the top down to it. */
  readonly orgPath: readonly string[]
}

type Row = PersonDoc & { org: OrganisationDoc[]; about: OrganisationDoc[]; bound: BindingDoc[] }

/**
 * Where the person who ordered a job stands now; null for who has left the roster or withdrawn, or when there is no such organisation. One request.
 */
export async function standingOf({ personId, orgId }: Pick<JobDoc, 'personId' | 'orgId'>): Promise<Standing | null> {
  const [row] = await aggregate<Row>('people', [
    { $match: { _id: personId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
    { $lookup: { from: 'organisations', pipeline: [{ $match: { _id: orgId } }, { $limit: 1 }], as: 'about' } },
    { $lookup: { from: 'bindings', localField: '_id', foreignField: 'personId', as: 'bound' } },
  ])
  const [own, about, bound] = [row?.org[0], row?.about[0], row?.bound[0]]
  if (!row || !own || !about || !bound || !isSeated(row)) return null
  return { caller: { orgPath: own.path, roles: row.roles }, orgPath: about.path }
}
