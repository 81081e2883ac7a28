import type { OrganisationDoc, PersonDoc, RosterDoc } from '../../../cloudfunctions/_data/documents'
import { rosterBlocks } from '../../../src/domain/participation/roster'

/**
 * A county small enough to work every expected value out by hand:
 *
 *   county 示例县
 *   ├─ town 示例镇党委
 *   │  ├─ east 东村支部      seats 0–9:   e0 (secretary), e1, e2 mobile
 *   │  └─ west 西村支部      seats 10–19: w0, w1
 *   └─ office 示例机关党委
 *      └─ desk 机关一支部    seats 20–29: d0
 *
 * and, in desk, people who hold roles: county organiser, town organiser, inspector of the county, administrator of the county.
 */
const organisation = (
  id: string,
  name: string,
  kind: OrganisationDoc['kind'],
  path: string[],
  order: number,
  extra: Partial<OrganisationDoc> = {},
): OrganisationDoc => ({
  _id: id,
  name,
  kind,
  category: null,
  parentId: path[path.length - 1] ?? null,
  path: [...path, id],
  order,
  seats: [],
  dealt: 0,
  endedOn: null,
  successors: [],
  ...extra,
})

export const organisations: OrganisationDoc[] = [
  organisation('county', '示例县', 'county', [], 0),
  organisation('town', '示例镇党委', 'committee', ['county'], 1),
  organisation('east', '东村支部', 'branch', ['county', 'town'], 2, {
    category: 'village',
    seats: [[0, 10]],
    dealt: 3,
  }),
  organisation('west', '西村支部', 'branch', ['county', 'town'], 3, {
    category: 'village',
    seats: [[10, 20]],
    dealt: 2,
  }),
  organisation('office', '示例机关党委', 'committee', ['county'], 4),
  organisation('desk', '机关一支部', 'branch', ['county', 'office'], 5, {
    category: 'cityOffice',
    seats: [[20, 30]],
    dealt: 5,
  }),
]

export const person = (id: string, orgId: string, seat: number, extra: Partial<PersonDoc> = {}): PersonDoc => ({
  _id: id,
  name: `测试${id}`,
  orgId,
  seat,
  mobile: false,
  bornYear: 1970,
  fullFrom: '2000-01-01',
  seatings: [{ seat, orgId, from: null, until: null }],
  mobileSpells: extra.mobile ? [{ from: null, until: null }] : [],
  revision: 0,
  roles: [],
  ...extra,
})

export const people: PersonDoc[] = [
  person('e0', 'east', 0, { roles: [{ role: 'secretary', orgId: 'east' }] }),
  person('e1', 'east', 1),
  person('e2', 'east', 2, { mobile: true }),
  person('w0', 'west', 10),
  person('w1', 'west', 11),
  person('d0', 'desk', 20),
  person('countyorg', 'desk', 21, { roles: [{ role: 'organiser', orgId: 'county' }] }),
  person('townorg', 'desk', 22, { roles: [{ role: 'organiser', orgId: 'town' }] }),
  person('inspector', 'desk', 23, { roles: [{ role: 'inspector', orgId: 'county' }] }),
  person('admin', 'desk', 24, { roles: [{ role: 'administrator', orgId: 'county' }] }),
]

/** The openid that plays a person. */
export const openidOf = (personId: string): string => `openid-${personId}`

/** The blocks of the roster of these people. */
export const rosterOf = (everyone: readonly PersonDoc[]): RosterDoc[] => rosterBlocks(everyone)
