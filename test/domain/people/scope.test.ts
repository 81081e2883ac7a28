import { describe, expect, it } from 'vitest'
import type { RoleName } from '@/contracts/identity'
import {
  type Caller,
  canCorrect,
  canInvite,
  canKeepMobile,
  canKeepRoster,
  canManageThemeDay,
  canOperate,
  canPreviewReport,
  canReport,
  canSeeFigures,
  canSeeNames,
  deskOf,
  isAddressee,
  isInvited,
  isMember,
} from '@/domain/people'

const county = ['county']
const committee = ['county', 'c1']
const branch = ['county', 'c1', 'b1']
const sister = ['county', 'c1', 'b2']
const foreign = ['county', 'c2', 'b9']

const caller = (...roles: [RoleName, string][]): Caller => ({
  orgPath: branch,
  roles: roles.map(([role, orgId]) => ({ role, orgId })),
})

const predicates = { canSeeFigures, canSeeNames, canPreviewReport, canReport, canManageThemeDay }
const granted = (who: Caller, path: string[]) =>
  Object.entries(predicates)
    .filter(([, may]) => may(who, path))
    .map(([name]) => name)

const all = ['canSeeFigures', 'canSeeNames', 'canPreviewReport', 'canReport', 'canManageThemeDay']

describe('permissions', () => {
  it.each<[RoleName, string[]]>([
    ['member', []],
    ['secretary', all],
    ['organiser', all],
    ['inspector', ['canSeeFigures', 'canPreviewReport']],
    ['administrator', ['canSeeFigures', 'canSeeNames', 'canPreviewReport', 'canReport']],
  ])('%s of the committee: rights in its subtree and none outside', (role, rights) => {
    const who = caller([role, 'c1'])
    expect(granted(who, committee)).toEqual(rights)
    expect(granted(who, branch)).toEqual(rights)
    expect(granted(who, sister)).toEqual(rights)
    expect(granted(who, county)).toEqual([])
    expect(granted(who, foreign)).toEqual([])
  })

  it('denies everything without a role, in the own branch too', () => {
    expect(granted(caller(), branch)).toEqual([])
  })

  it('adds roles up, each in its own subtree', () => {
    const who = caller(['secretary', 'b1'], ['inspector', 'county'])
    expect(granted(who, branch)).toEqual(all)
    expect(granted(who, sister)).toEqual(['canSeeFigures', 'canPreviewReport'])
  })
})

describe('isMember and isAddressee', () => {
  it('a member belongs to the branch itself; what is meant for any level above reaches them', () => {
    expect(isMember(caller(), 'b1')).toBe(true)
    expect(isMember(caller(), 'c1')).toBe(false)
    expect(['county', 'c1', 'b1', 'b2', 'c2'].filter((orgId) => isAddressee(caller(), orgId))).toEqual([
      'county',
      'c1',
      'b1',
    ])
  })

  it('a role elsewhere makes nobody a member or an addressee there', () => {
    expect(isMember(caller(['secretary', 'b9']), 'b9')).toBe(false)
    expect(isAddressee(caller(['organiser', 'c2']), 'c2')).toBe(false)
  })
})

describe('deskOf', () => {
  it('is null for a plain member', () => {
    expect(deskOf(caller())).toBeNull()
    expect(deskOf(caller(['member', 'county']))).toBeNull()
  })

  it('is the highest organisation, whatever the role', () => {
    expect(deskOf(caller(['secretary', 'b1'], ['inspector', 'county'], ['organiser', 'c1']))).toEqual({
      orgId: 'county',
      role: 'inspector',
    })
  })

  it('names the working role when several hold in one organisation', () => {
    expect(deskOf(caller(['administrator', 'c1'], ['inspector', 'c1'], ['organiser', 'c1']))).toEqual({
      orgId: 'c1',
      role: 'organiser',
    })
  })

  it('places organisations outside the own path by the depth given, else below', () => {
    const who = caller(['secretary', 'b1'], ['organiser', 'c2'])
    expect(deskOf(who)).toEqual({ orgId: 'b1', role: 'secretary' })
    const depths: Record<string, number> = { county: 0, c1: 1, c2: 1, b1: 2 }
    expect(deskOf(who, (orgId) => depths[orgId] ?? 9)).toEqual({ orgId: 'c2', role: 'organiser' })
  })
})

describe('inviting', () => {
  const secretary: Caller = { orgPath: ['county', 'office', 'desk'], roles: [{ role: 'secretary', orgId: 'desk' }] }
  const organiser: Caller = { orgPath: ['county', 'office', 'desk'], roles: [{ role: 'organiser', orgId: 'county' }] }
  const member = ['county', 'office', 'desk']

  it('is for those responsible for the person', () => {
    expect(canInvite(secretary, [member])).toBe(true)
    expect(canInvite(secretary, [['county', 'office', 'other']])).toBe(false)
    expect(canInvite({ ...secretary, roles: [{ role: 'inspector', orgId: 'county' }] }, [member])).toBe(false)
  })

  it('of someone with a role needs the right over that role’s organisation too: no secretary makes themselves the county', () => {
    expect(canInvite(secretary, [member, ['county']])).toBe(false)
    expect(canInvite(organiser, [member, ['county']])).toBe(true)
  })

  it('of someone whose organisation is unknown is nobody’s', () => {
    expect(canInvite(organiser, [])).toBe(false)
  })
})

describe('who keeps the roster', () => {
  const may = (role: RoleName) => {
    const who = caller([role, 'c1'])
    return [
      canKeepMobile(who, branch),
      canKeepRoster(who, [branch]),
      canKeepRoster(who, [branch, sister]),
      canKeepRoster(who, [branch, foreign]),
      canCorrect(who, branch),
      canCorrect(who, foreign),
    ].map(Number)
  }

  it('is the organiser and the administrator, of all branches that are touched; a secretary says who is away and who came', () => {
    expect(may('secretary')).toEqual([1, 0, 0, 0, 1, 0])
    expect(may('organiser')).toEqual([1, 1, 1, 0, 1, 0])
    expect(may('administrator')).toEqual([1, 1, 1, 0, 0, 0])
    expect(may('inspector')).toEqual([0, 0, 0, 0, 0, 0])
    // about no organisation at all nobody may anything
    expect(canKeepRoster(caller(['organiser', 'county']), [])).toBe(false)
  })

  it('is checked by an administrator of the whole tree', () => {
    expect(canOperate(caller(['administrator', 'county']), county)).toBe(true)
    expect(canOperate(caller(['administrator', 'county']), committee)).toBe(false)
    expect(canOperate(caller(['administrator', 'c1']), committee)).toBe(false)
    expect(canOperate(caller(['organiser', 'county']), county)).toBe(false)
  })
})

describe('isInvited', () => {
  const seatings = [
    { seat: 2, orgId: 'b2', from: null, until: '2026-11-10' },
    { seat: 1, orgId: 'b1', from: '2026-11-10', until: null },
  ]
  const invited = (orgId: string, day: string) => isInvited({ orgPath: branch, person: { seatings } }, orgId, day)

  it('of the branches goes by the day, of what is above by today', () => {
    expect([invited('b2', '2026-11-09'), invited('b2', '2026-11-10')]).toEqual([true, false])
    expect([invited('b1', '2026-11-09'), invited('b1', '2026-11-10')]).toEqual([false, true])
    expect([invited('c1', '2026-11-09'), invited('county', '2026-11-30'), invited('b9', '2026-11-30')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
