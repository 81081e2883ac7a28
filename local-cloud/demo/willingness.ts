import type { ParticipationKind } from '@/contracts/common'
import type { Rng } from '@/domain/random'
import type { BranchPlan } from './branches'
import type { DemoMonth } from './calendar'
import type { Member } from './members'
import type { CountyPlan } from './sizes'
import { liveliness } from './trend'

/** How many of a branch's members usually take part: strong in offices, weaker in villages, weakest in new trades. Invented. */
const usual: Record<BranchPlan['category'], number> = {
  cityOffice: 0.92,
  townOffice: 0.88,
  stateEnterprise: 0.82,
  publicInstitution: 0.8,
  community: 0.72,
  village: 0.58,
  newOrganisation: 0.3,
  privateEnterprise: 0.36,
}

const ofKind: Record<ParticipationKind, number> = { quiz: 1, lesson: 0.85, themeday: 0.95 }

/** Of ten times, how often somebody does as they always do: else after some months everyone would have taken part once. */
const HABIT = 0.85

/** Who takes part, and in which month how readily. */
export interface Willingness {
  /** Whether the member takes part in an activity of this kind in this month. */
  takesPart(member: Member, kind: ParticipationKind, month: DemoMonth, chance: Rng): boolean
  /** Whether somebody is one who does at all: the same for every activity of a month. */
  isOneWho(member: Member, kind: ParticipationKind, month: DemoMonth): boolean
}

export function willingnessIn({ eventful }: CountyPlan): Willingness {
  const known = new Map<string, number>()
  /** Asked for every member and activity of a branch, so computed once. */
  const lively = (branch: BranchPlan, { month, ago }: DemoMonth): number => {
    if (!eventful) return 1
    const key = `${branch.id} ${month}`
    const value = known.get(key) ?? liveliness(branch, month, ago)
    known.set(key, value)
    return value
  }
  const chanceOf = ({ branch, age, zeal, person }: Member, kind: ParticipationKind, month: DemoMonth): number => {
    const phone = kind !== 'themeday' && age >= 70 ? 0.7 : 1
    const away = kind === 'themeday' && person.mobile ? 0.6 : 1
    const now = lively(branch, month)
    const chance = usual[branch.category] * ofKind[kind] * phone * away * (0.75 + 0.5 * zeal) * now
    return now === 0 ? 0 : Math.min(0.98, Math.max(0.03, chance))
  }
  return {
    takesPart(member, kind, month, chance) {
      const luck = chance() < HABIT ? member.habits[kind] : chance()
      return luck < chanceOf(member, kind, month)
    },
    isOneWho: (member, kind, month) => member.habits[kind] < chanceOf(member, kind, month),
  }
}
