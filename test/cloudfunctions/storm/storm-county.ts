import { createHmac } from 'node:crypto'
import type { OrganisationDoc, PersonDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { codesAt } from '../../../src/domain/themeday'
import { startCloud, type TestCloud } from '../../support/cloud'
import { HOUR, lessons, NOON, quizzes } from '../../support/county/activities'
import { person } from '../../support/county/county'
import { putPeople } from '../../support/county/start-county'

/**
 * A county for the storm: 1,100 members in 20 branches, and two people of an office.
 *
 *   county ─ c0: b0 … b4 · c1: b5 … b9 · c2: b10 … b14 · c3: general branch g (b15, b16, b17), b18, b19 · c4: desk
 *
 * Member n belongs to branch ⌊n ÷ 55⌋; every seventh is a mobile member. A branch has one spare seat, so that whoever moves in soon makes it
 * grow into seats behind everyone else's.
 */
export const MEMBERS = 1100
const A_BRANCH = 55
const SEATS = 56
const DESK = 1120

export const memberId = (n: number): string => `m${n}`
export const isMobile = (n: number): boolean => n % 7 === 3
export const homeOf = (n: number): string => `b${Math.floor(n / A_BRANCH)}`

const committeeOf = (b: number): string => (b < 5 ? 'c0' : b < 10 ? 'c1' : b < 15 ? 'c2' : 'c3')
/** From the top down to the organisation. */
export const pathOf = (orgId: string): string[] => {
  if (orgId === 'county') return ['county']
  if (orgId === 'desk') return ['county', 'c4', 'desk']
  if (orgId === 'g') return ['county', 'c3', 'g']
  if (orgId.startsWith('c')) return ['county', orgId]
  const b = Number(orgId.slice(1))
  return ['county', committeeOf(b), ...(b >= 15 && b <= 17 ? ['g'] : []), orgId]
}

export const branches = Array.from({ length: 20 }, (_, b) => `b${b}`)
/** In the order of a depth-first walk. */
export const orgIds = [
  'county',
  ...['c0', 'c1', 'c2', 'c3'].flatMap((c) => [
    c,
    ...branches.filter((b) => pathOf(b)[1] === c).flatMap((b) => (b === 'b15' ? ['g', b] : [b])),
  ]),
  'c4',
  'desk',
]

const kindOf = (orgId: string): OrganisationDoc['kind'] =>
  orgId === 'county' ? 'county' : orgId === 'g' ? 'generalBranch' : orgId.startsWith('c') ? 'committee' : 'branch'

const organisations: OrganisationDoc[] = orgIds.map((orgId, order) => {
  const path = pathOf(orgId)
  const isBranch = kindOf(orgId) === 'branch'
  const first = orgId === 'desk' ? DESK : Number(orgId.slice(1)) * SEATS
  return {
    _id: orgId,
    name: `示例组织${orgId}`,
    kind: kindOf(orgId),
    category: isBranch ? 'village' : null,
    parentId: path[path.length - 2] ?? null,
    path,
    order,
    seats: isBranch ? [[first, first + SEATS]] : [],
    dealt: orgId === 'desk' ? 2 : isBranch ? A_BRANCH : 0,
    endedOn: null,
    successors: [],
  }
})

const people: PersonDoc[] = [
  ...Array.from({ length: MEMBERS }, (_, n) =>
    person(memberId(n), homeOf(n), Math.floor(n / A_BRANCH) * SEATS + (n % A_BRANCH), { mobile: isMobile(n) }),
  ),
  person('countyorg', 'desk', DESK, {
    roles: [
      { role: 'organiser', orgId: 'county' },
      { role: 'secretary', orgId: 'b0' },
      { role: 'secretary', orgId: 'g' },
    ],
  }),
  person('admin', 'desk', DESK + 1, { roles: [{ role: 'administrator', orgId: 'county' }] }),
]

/** A theme day of an organisation, not yet opened. */
export const themeDayFor = (orgId: string): ThemeDayDoc => ({
  _id: `day-${orgId}`,
  orgId,
  title: `测试主题党日${orgId}`,
  place: '活动室',
  forms: ['groupStudy'],
  agenda: ['集中学习'],
  startsAt: NOON - HOUR / 4,
  endsAt: NOON + 2 * HOUR,
  remote: true,
  status: 'planned',
  closedAt: null,
  secret: `secret-of-day-${orgId}-0123456789abcdef`,
  roster: null,
  rosterUnfolded: false,
})
/** One of a single branch, and one that three branches hold together. */
const themeDays = [themeDayFor('b0'), themeDayFor('g')]

/** The theme day to which a member is invited, if there is one. */
export const themeDayOf = (n: number): string | null => {
  const held = themeDays.find(({ orgId }) => pathOf(homeOf(n)).includes(orgId))
  return held?._id ?? null
}

const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')

/** What the screen shows at the beginning of the storm: a code to type, and a token to scan. */
export const shownAt = (themeDayId: string): { token: string; code: string } => {
  const secret = themeDays.find(({ _id }) => _id === themeDayId)?.secret ?? ''
  return codesAt({ themeDayId, secret, mac }, NOON)
}

/** Starts a cloud with the county in it, its clock at NOON. */
export async function startStormCounty(): Promise<TestCloud> {
  const cloud = await startCloud({ demo: false })
  await cloud.clock(NOON)
  await cloud.put('organisations', organisations)
  await putPeople(cloud, people)
  await cloud.put('counters', [{ _id: 'seats', next: DESK + SEATS }])
  await cloud.put('quizzes', quizzes)
  await cloud.put('lessons', lessons)
  await cloud.put('themeDays', themeDays)
  return cloud
}
