import type { Me, OrgRef, RoleName } from '@/contracts/identity'

/** The ways into the work for one organisation. */
export interface DeskEntry {
  readonly org: OrgRef
  /** Holding theme days. */
  readonly themeDays: boolean
  /** The names of its members. */
  readonly members: boolean
  /** Reflections and letters. */
  readonly letters: boolean
}

const holds: readonly RoleName[] = ['secretary', 'organiser']
const sees: readonly RoleName[] = ['secretary', 'organiser', 'administrator']

/** One for each organisation in which someone has an office, in the order of the offices; what the offices there allow, together. */
export function deskEntries(roles: Me['roles']): DeskEntry[] {
  const orgs = roles.filter(({ org }, place) => roles.findIndex((other) => other.org.id === org.id) === place)
  return orgs.map(({ org }) => {
    const here = roles.filter((other) => other.org.id === org.id).map(({ role }) => role)
    const any = (some: readonly RoleName[]) => here.some((role) => some.includes(role))
    return { org, themeDays: any(holds), members: any(sees), letters: any(holds) }
  })
}
