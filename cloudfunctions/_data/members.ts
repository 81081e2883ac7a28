import { aggregate } from './database'
import type { OrganisationDoc, PersonDoc } from './documents'

/** A member as the list for those responsible shows them: whether they are bound and have a number, never as whom and which. */
export interface MemberRow extends Pick<PersonDoc, '_id' | 'name' | 'orgId' | 'seat' | 'mobile' | 'fullFrom'> {
  bound: boolean
  /** When an invitation put another WeChat identity in the place of an earlier one; null: none did. */
  reboundAt: number | null
  phoneKnown: boolean
  /** Of the organisations in which they hold an office. */
  roleOrgs: Pick<OrganisationDoc, '_id' | 'path'>[]
}

interface Asked {
  readonly orgs: readonly OrganisationDoc[]
  /** Part of a name; null: everyone. */
  readonly name: string | null
  /** Only seats after this one. */
  readonly after: number | null
  readonly limit: number
}

const exists = (field: string) => ({ $gt: [{ $size: field }, 0] })

/**
 * Who is a member of one of these organisations now, in the order of seats, which is that of the tree: one request. The seats of the organisations
 * bound what the index is asked for; who has left sits nowhere any more.
 */
export async function findMembers({ orgs, name, after, limit }: Asked): Promise<MemberRow[]> {
  const ranges = orgs.flatMap(({ seats }) => seats)
  if (ranges.length === 0) return []
  const first = Math.min(...ranges.map(([from]) => from))
  const last = Math.max(...ranges.map(([, end]) => end))
  return aggregate<MemberRow>('people', [
    {
      $match: {
        seat: { $gte: after === null ? first : Math.max(first, after + 1), $lt: last },
        orgId: { $in: orgs.map(({ _id }) => _id) },
        seatings: { $elemMatch: { until: null } },
        // a place in the text, not a pattern: what was typed is never read as one
        ...(name !== null && { $expr: { $gte: [{ $indexOfCP: ['$name', { $literal: name }] }, 0] } }),
      },
    },
    { $sort: { seat: 1 } },
    { $limit: limit },
    { $lookup: { from: 'bindings', localField: '_id', foreignField: 'personId', as: 'bindings' } },
    { $lookup: { from: 'phones', localField: '_id', foreignField: '_id', as: 'phones' } },
    { $lookup: { from: 'organisations', localField: 'roles.orgId', foreignField: '_id', as: 'roleOrgs' } },
    {
      $project: {
        name: 1,
        orgId: 1,
        seat: 1,
        mobile: 1,
        fullFrom: 1,
        'roleOrgs._id': 1,
        'roleOrgs.path': 1,
        bound: exists('$bindings'),
        reboundAt: {
          $arrayElemAt: [
            {
              $map: {
                input: '$bindings',
                as: 'one',
                in: { $cond: [{ $eq: ['$$one.replaced', true] }, '$$one.boundAt', null] },
              },
            },
            0,
          ],
        },
        phoneKnown: exists('$phones'),
      },
    },
  ])
}
