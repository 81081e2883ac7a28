import type { ParticipationKind } from '@/contracts/common'
import type { PersonDoc } from '../../cloudfunctions/_data/documents'
import type { BranchPlan } from './branches'
import { chanceFor } from './chance'
import { inventNames } from './names'
import type { PersonaPlan } from './personas'
import { dealTraits, slotsOf } from './traits'

/** A roster entry that has no seat yet, and what the history needs to know of the person. */
export interface Member {
  person: PersonDoc
  branch: BranchPlan
  age: number
  openid: string
  persona: PersonaPlan | null
  /** 0 … 1 for each kind: whoever's is below what is usual in the branch is one who takes part. */
  habits: Readonly<Record<ParticipationKind, number>>
  /** 0 … 1: how readily they take part, compared with others of their branch. */
  zeal: number
  /** 0 … 1: how often they know an answer. */
  skill: number
}

/** The members of all branches, in tree order, the secretary of each branch first. The year matters for birth years only. */
export function inventMembers(branches: readonly BranchPlan[], year: number): Member[] {
  const slots = branches.flatMap(slotsOf)
  const names = inventNames(slots.length)
  const traitsOf = dealTraits(slots)
  const chance = chanceFor('members')
  return slots.map((slot, index) => {
    const { branch, leads, persona } = slot
    const { age, mobile, probationary } = traitsOf(slot)
    const id = `p-${String(index + 1).padStart(4, '0')}`
    const person: PersonDoc = {
      _id: id,
      name: names[index] as string,
      orgId: branch.id,
      seat: -1,
      mobile,
      bornYear: year - age,
      fullFrom: probationary ? null : `${year - age + 20}-07-01`,
      seatings: [],
      mobileSpells: mobile ? [{ from: null, until: null }] : [],
      revision: 0,
      roles: persona?.roles ?? (leads ? [{ role: 'secretary', orgId: branch.id }] : []),
    }
    const openid = persona?.openid ?? `demo-openid-${id}`
    const own = { zeal: chance(), skill: 0.5 + 0.48 * chance() }
    const habits = { quiz: chance(), lesson: chance(), themeday: chance() }
    return { person, branch, age, openid, persona, ...own, habits }
  })
}
