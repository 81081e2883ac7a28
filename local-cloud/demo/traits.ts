import type { BranchPlan } from './branches'
import { between, chanceFor, weightedSample } from './chance'
import { type PersonaPlan, personaPlans } from './personas'

/** Shares of the whole: of 61 or more as in the national figures for the end of 2024 (28.9 %), the others as a county has them. */
const ELDERLY_SHARE = 0.29
const MOBILE_SHARE = 0.08
const PROBATIONARY_SHARE = 0.03
const ELDERLY_FROM_AGE = 61

type Weights = Partial<Record<BranchPlan['category'], number>>

/** Where the old and the mobile are more often found. */
const elderlyWeight: Weights = {
  village: 3,
  community: 3,
  publicInstitution: 1.5,
  newOrganisation: 0.1,
  privateEnterprise: 0.2,
}
const mobileWeight: Weights = { village: 4, community: 2.5, newOrganisation: 4 }

/** A place in a branch: its secretary's, a persona's (or both), or anyone's. */
export interface Slot {
  branch: BranchPlan
  leads: boolean
  persona: PersonaPlan | null
}

/** The places of a branch, the secretary's first. */
export function slotsOf(branch: BranchPlan): Slot[] {
  const own = personaPlans.filter(({ branchId }) => branchId === branch.id)
  const leader = own.find(({ leads }) => leads) ?? null
  const rest: (PersonaPlan | null)[] = own.filter((persona) => persona !== leader)
  while (rest.length < branch.members - 1) rest.push(null)
  return [{ branch, leads: true, persona: leader }, ...rest.map((persona) => ({ branch, leads: false, persona }))]
}

export interface Traits {
  age: number
  mobile: boolean
  probationary: boolean
}

/**
 * Deals ages, mobile and probationary status so that the shares of the whole are met exactly. Personas have their own; secretaries are
 * settled and of working age; nobody is two things at once.
 */
export function dealTraits(slots: readonly Slot[]): (slot: Slot) => Traits {
  const personas = slots.flatMap(({ persona }) => persona ?? [])
  const sample = (label: string, from: readonly Slot[], count: number, weight: (slot: Slot) => number) =>
    new Set(weightedSample(from, count, weight, chanceFor(label)))
  const share = (part: number, has: (persona: PersonaPlan) => boolean) =>
    Math.round(slots.length * part) - personas.filter(has).length

  const plain = slots.filter(({ leads, persona }) => !leads && persona === null)
  const olds = share(ELDERLY_SHARE, ({ age }) => age >= ELDERLY_FROM_AGE)
  const elderly = sample('elderly', plain, olds, ({ branch }) => elderlyWeight[branch.category] ?? 0.7)
  const younger = plain.filter((slot) => !elderly.has(slot))
  const aways = share(MOBILE_SHARE, (persona) => persona.mobile)
  const mobile = sample('mobile', younger, aways, ({ branch }) => mobileWeight[branch.category] ?? 0.5)
  const settled = younger.filter((slot) => !mobile.has(slot))
  const probationary = sample('probationary', settled, Math.round(slots.length * PROBATIONARY_SHARE), () => 1)

  const chance = chanceFor('ages')
  const ageOf = (slot: Slot): number => {
    if (slot.persona) return slot.persona.age
    if (elderly.has(slot)) return ELDERLY_FROM_AGE + Math.floor(28 * chance() ** 1.5)
    if (probationary.has(slot)) return between(20, 34, chance)
    return slot.leads ? between(34, 58, chance) : between(23, ELDERLY_FROM_AGE - 1, chance)
  }
  return (slot) => ({
    age: ageOf(slot),
    mobile: slot.persona?.mobile ?? mobile.has(slot),
    probationary: probationary.has(slot),
  })
}
