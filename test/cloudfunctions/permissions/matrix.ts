import type { ActionContract } from '../../../src/contracts/action'
import type { RoleName } from '../../../src/contracts/identity'
import type { County } from '../../support/county/start-county'

/** Where the organisation in question lies, seen from the caller's own. */
export const relations = ['own', 'child', 'sibling', 'parent'] as const
export type Relation = (typeof relations)[number]

/** Who calls: a person of the test county, and the organisations that lie around theirs (or around that of their role). */
export interface Role {
  readonly title: string
  readonly personId: string
  readonly places: Readonly<Partial<Record<Relation, string>>>
}

const aroundEast = { own: 'east', child: 'eastgroup', sibling: 'west', parent: 'town' }
const aroundTown = { own: 'town', child: 'east', sibling: 'office', parent: 'county' }

export const roles = {
  unbound: { title: 'not bound', personId: 'stranger', places: aroundEast },
  member: { title: 'member of a branch', personId: 'e1', places: aroundEast },
  secretary: { title: 'secretary of the branch', personId: 'e0', places: aroundEast },
  organiser: { title: 'organiser of a committee', personId: 'm-organiser', places: aroundTown },
  countyOrganiser: { title: 'county organiser', personId: 'countyorg', places: { own: 'county', child: 'town' } },
  inspector: { title: 'inspector of a committee', personId: 'm-inspector', places: aroundTown },
  administrator: { title: 'administrator of a committee', personId: 'm-administrator', places: aroundTown },
} as const satisfies Record<string, Role>
export type RoleKey = keyof typeof roles
export const roleKeys = Object.keys(roles) as RoleKey[]

/** One call: who, and about which organisation. `self` rows have no organisation; theirs is the caller's own. */
export interface Target {
  readonly role: RoleKey
  readonly personId: string
  readonly orgId: string
  /** For ids of what is made for this call alone. */
  readonly key: string
}

/** One line of the table of permissions. */
export interface PermissionRow {
  readonly contract: ActionContract
  /** What is asked for, as the table says it. */
  readonly about: string
  readonly input: (target: Target) => object
  /** Puts in place what this call needs. */
  readonly prepare?: (county: County, target: Target) => Promise<unknown>
  /** Undoes what would disturb other rows. */
  readonly restore?: (county: County, target: Target) => Promise<unknown>
  /** For which organisations each role gets it; `self`: it is about the caller alone. Whoever is not named gets it for none. */
  readonly allowed: Readonly<Partial<Record<RoleKey, readonly Relation[] | 'self'>>>
  /** Whether the row is about the caller alone: it is called once for each role. */
  readonly self?: true
  /** What the others are answered. Default FORBIDDEN. */
  readonly refusal?: string
  /** What an allowed call is answered. Default `ok`. */
  readonly outcome?: string
  /** What someone who is not bound is answered, unless allowed. Default NOT_BOUND. */
  readonly unbound?: string
}

/** What the table says that a call is answered. */
export function expected(row: PermissionRow, role: RoleKey, relation: Relation | 'self'): string {
  const allowed = row.allowed[role]
  if (relation === 'self' ? allowed === 'self' : allowed?.includes(relation as never)) return row.outcome ?? 'ok'
  return role === 'unbound' ? (row.unbound ?? 'NOT_BOUND') : (row.refusal ?? 'FORBIDDEN')
}

/** The calls of a role that a row stands for. */
export function targetsOf(row: PermissionRow, role: RoleKey): { relation: Relation | 'self'; target: Target }[] {
  const { personId, places } = roles[role] as Role
  const target = (relation: string, orgId: string): Target => ({
    role,
    personId,
    orgId,
    key: `${role}-${relation}`.toLowerCase(),
  })
  if (row.self) return [{ relation: 'self', target: target('self', places.own ?? '') }]
  return relations.flatMap((relation) => {
    const orgId = places[relation]
    return orgId === undefined ? [] : [{ relation, target: target(relation, orgId) }]
  })
}

/** Roles for those whom the shared county has at the county only: all of them members of west. */
export const committeeRoles: readonly (readonly [personId: string, role: RoleName])[] = [
  ['m-organiser', 'organiser'],
  ['m-inspector', 'inspector'],
  ['m-administrator', 'administrator'],
]

/** Everyone who is bound. */
export const everyone = {
  member: 'self',
  secretary: 'self',
  organiser: 'self',
  countyOrganiser: 'self',
  inspector: 'self',
  administrator: 'self',
} as const satisfies PermissionRow['allowed']

/** What is meant for the members of an organisation and of everything below it: it reaches whoever belongs there, whatever their role. */
export const addressees = {
  member: ['own', 'parent'],
  secretary: ['own', 'parent'],
  organiser: ['own', 'parent'],
  countyOrganiser: ['own'],
  inspector: ['own', 'parent'],
  administrator: ['own', 'parent'],
} as const satisfies PermissionRow['allowed']

/** These roles, each within the subtree of its organisation. */
export const within = (...keys: RoleKey[]): PermissionRow['allowed'] =>
  Object.fromEntries(keys.map((key) => [key, ['own', 'child']]))
