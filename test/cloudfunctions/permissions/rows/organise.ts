import type { OrganisationDoc } from '../../../../cloudfunctions/_data/documents'
import {
  admitMember,
  checkRoster,
  confirmFullMember,
  correctParticipation,
  listMembers,
  mergeBranches,
  recordLeave,
  setMobile,
  splitBranch,
  transferMember,
} from '../../../../src/contracts/organise'
import { makeFact } from '../../../../src/domain/participation/fact'
import { NOON } from '../../../support/county/activities'
import { organisations, person } from '../../../support/county/county'
import type { County } from '../../../support/county/start-county'
import { type PermissionRow, type Target, within } from '../matrix'
import { orgIds } from '../world'

const DAY = '2026-11-10'
const keepers = within('organiser', 'countyOrganiser', 'administrator')

/** Seats far from those of the county, another for each call. */
let seat = 1000
const putPerson = (county: County, id: string, orgId: string, extra: object = {}) =>
  county.cloud.put('people', [person(id, orgId, seat++, extra)])

/** A branch for this call alone, below the organisation in question; with a member of its own. */
const branchBelow = (target: Target) => `b-${target.key}-${target.orgId}`
async function putBranch(county: County, target: Target, name = branchBelow(target)) {
  const above = organisations.find(({ _id }) => _id === target.orgId)
  const path = above ? above.path : ['county', 'town', 'east', 'eastgroup']
  const branch = { ...organisations[2], _id: name, parentId: target.orgId, path: [...path, name] }
  await county.cloud.put('organisations', [{ ...branch, seats: [[seat, seat + 10]], dealt: 1 }])
  await putPerson(county, `p-${name}`, name)
  seat += 9
}

/**
 * Takes the branches of the calls out of the figures again: in this table some lie below a branch, which no real one does.
 */
async function restore(county: County) {
  const all = await county.cloud.all<OrganisationDoc>('organisations')
  const made = all.filter(({ _id }) => !orgIds.includes(_id))
  if (made.length > 0) {
    await county.cloud.put(
      'organisations',
      made.map((branch) => ({ ...branch, kind: 'group', seats: [] })),
    )
  }
}

/** A person for this call alone who belongs to the organisation in question. */
const own = (about: string, target: Target) => `${about}-${target.key}`
const withPerson = (about: string, extra: object = {}) => ({
  prepare: (county: County, target: Target) => putPerson(county, own(about, target), target.orgId, extra),
})

export const rows: PermissionRow[] = [
  {
    contract: admitMember,
    about: 'admit someone to a branch of an organisation',
    input: (target) => ({
      key: `admit-${target.key}`,
      orgId: branchBelow(target),
      day: DAY,
      who: { name: '测试新人', bornYear: 1990, fullFrom: null },
    }),
    prepare: putBranch,
    restore,
    allowed: keepers,
  },
  {
    contract: transferMember,
    about: 'transfer a member of an organisation to a branch of it',
    input: (target) => ({
      key: `transfer-${target.key}`,
      personId: own('transfer', target),
      into: branchBelow(target),
      day: DAY,
    }),
    async prepare(county, target) {
      await putBranch(county, target)
      await putPerson(county, own('transfer', target), target.orgId)
    },
    restore,
    allowed: keepers,
  },
  {
    contract: transferMember,
    about: 'transfer a member of an organisation to a branch elsewhere',
    input: (target) => ({ key: `away-${target.key}`, personId: own('away', target), into: 'desk', day: DAY }),
    ...withPerson('away'),
    // only who keeps the roster of both
    allowed: { countyOrganiser: ['own', 'child'] },
  },
  {
    contract: recordLeave,
    about: 'record that a member of an organisation has left',
    input: (target) => ({ key: `leave-${target.key}`, personId: own('leave', target), day: DAY, reason: 'resigned' }),
    ...withPerson('leave'),
    allowed: keepers,
  },
  {
    contract: recordLeave,
    about: 'record that its member has left who is an organiser of the county',
    input: (target) => ({ key: `boss-${target.key}`, personId: own('boss', target), day: DAY, reason: 'resigned' }),
    ...withPerson('boss', { roles: [{ role: 'organiser', orgId: 'county' }] }),
    allowed: { countyOrganiser: ['own', 'child'] },
  },
  {
    contract: setMobile,
    about: 'enter that a member of an organisation is away for long',
    input: (target) => ({ key: `mobile-${target.key}`, personId: own('mobile', target), mobile: true, day: DAY }),
    ...withPerson('mobile'),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
  {
    contract: confirmFullMember,
    about: 'confirm a full member of an organisation',
    input: (target) => ({ key: `full-${target.key}`, personId: own('full', target), day: DAY }),
    ...withPerson('full', { fullFrom: null }),
    allowed: keepers,
  },
  {
    contract: mergeBranches,
    about: 'merge two branches of an organisation',
    input: (target) => ({
      key: `merge-${target.key}`,
      from: [`from-${branchBelow(target)}`],
      into: `into-${branchBelow(target)}`,
      day: DAY,
    }),
    async prepare(county, target) {
      await putBranch(county, target, `from-${branchBelow(target)}`)
      await putBranch(county, target, `into-${branchBelow(target)}`)
    },
    restore,
    allowed: keepers,
  },
  {
    contract: splitBranch,
    about: 'split a branch of an organisation',
    input: (target) => ({
      key: `split-${target.key}`,
      from: `split-${branchBelow(target)}`,
      into: [
        { name: '测试一支部', category: null, members: [`p-split-${branchBelow(target)}`] },
        { name: '测试二支部', category: null, members: [] },
      ],
      day: DAY,
    }),
    prepare: (county, target) => putBranch(county, target, `split-${branchBelow(target)}`),
    restore,
    allowed: keepers,
  },
  {
    contract: correctParticipation,
    about: 'withdraw what a member of an organisation took part in',
    input: (target) => ({
      kind: 'lesson',
      activityId: 'lesson1',
      personId: own('correct', target),
      withdrawn: true,
      reason: '录入有误',
    }),
    async prepare(county, target) {
      const id = own('correct', target)
      await putPerson(county, id, target.orgId)
      const place = { id, seat: seat - 1, orgId: target.orgId, mobile: false }
      const fact = { kind: 'lesson' as const, activityId: 'lesson1', occurredAt: NOON, recordedAt: NOON }
      await county.cloud.put('facts', [makeFact({ ...fact, person: place, channel: 'self' })])
    },
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  {
    contract: checkRoster,
    about: 'check the roster of the whole tree',
    input: () => ({ orgId: 'county', rebuild: false }),
    // an administrator of the whole tree only: of the county's there is none in this table, see the tests of the action
    self: true,
    allowed: {},
  },
  {
    contract: listMembers,
    about: 'names of the members of an organisation',
    input: ({ orgId }) => ({ orgId, name: null, after: null }),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
]
