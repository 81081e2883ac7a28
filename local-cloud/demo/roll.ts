import { type Place, placeOn } from '@/domain/people/membership'
import type { OrganisationDoc } from '../../cloudfunctions/_data/documents'
import type { Member } from './members'

/** Somebody with where they belonged on a day. */
export interface Present {
  readonly member: Member
  readonly place: Place
}

/** Who belonged to a branch, on any day; in the order of the members. To be made when everyone has moved. */
export class Roll {
  private readonly ever = new Map<string, Member[]>()

  constructor(members: readonly Member[]) {
    for (const member of members) {
      for (const orgId of new Set(member.person.seatings.map((seating) => seating.orgId))) {
        const list = this.ever.get(orgId)
        if (list) list.push(member)
        else this.ever.set(orgId, [member])
      }
    }
  }

  on(branchId: string, day: string): Present[] {
    return (this.ever.get(branchId) ?? []).flatMap((member) => {
      const place = placeOn(member.person, day)
      return place?.orgId === branchId ? [{ member, place }] : []
    })
  }

  /** The secretary of a branch: the first of its own, whoever joined it since. */
  leaderOf(branchId: string, day: string): Member | undefined {
    return this.on(branchId, day).find(({ member }) => member.branch.id === branchId)?.member
  }
}

/** Whether a branch stood on a day. */
export const stood = ({ foundedOn, endedOn }: OrganisationDoc, day: string): boolean =>
  (!foundedOn || foundedOn <= day) && (!endedOn || day < endedOn)
