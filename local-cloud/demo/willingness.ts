import type { ParticipationKind } from '@/contracts/common'
import type { BranchPlan } from './branches'
import type { Member } from './members'

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

/** The chance that a member takes part in an activity of this kind: 0.03 … 0.98. */
export function willingness({ branch, age, zeal, person }: Member, kind: ParticipationKind): number {
  const phone = kind !== 'themeday' && age >= 70 ? 0.7 : 1
  const away = kind === 'themeday' && person.mobile ? 0.6 : 1
  const chance = usual[branch.category] * ofKind[kind] * phone * away * (0.75 + 0.5 * zeal)
  return Math.min(0.98, Math.max(0.03, chance))
}
