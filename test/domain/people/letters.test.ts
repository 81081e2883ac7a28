import { describe, expect, it } from 'vitest'
import { canAnswerLetter, isAbout, letterGoesTo, showsWriter } from '@/domain/people'

const path = ['county', 'town', 'east']

describe('a letter', () => {
  it('goes to the own branch; a complaint past it to the organisation above', () => {
    expect(letterGoesTo('suggestion', path)).toBe('east')
    expect(letterGoesTo('correction', path)).toBe('east')
    expect(letterGoesTo('complaint', path)).toBe('town')
  })

  it('of someone at the top has nowhere further to go; of nobody it is an error', () => {
    expect(letterGoesTo('complaint', ['county'])).toBe('county')
    expect(() => letterGoesTo('complaint', [])).toThrow(RangeError)
  })

  it('comes with its writer, a complaint without', () => {
    expect([showsWriter('suggestion'), showsWriter('correction'), showsWriter('complaint')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a complaint about a branch', () => {
  const complaint = { kind: 'complaint', fromOrgId: 'east' } as const
  const townOrganiser = {
    orgPath: ['county', 'office', 'desk'],
    roles: [{ role: 'organiser', orgId: 'town' }],
  } as const
  const alsoSecretary = {
    ...townOrganiser,
    roles: [...townOrganiser.roles, { role: 'secretary', orgId: 'east' }],
  } as const
  const countyOrganiser = { ...townOrganiser, roles: [{ role: 'organiser', orgId: 'county' }] } as const

  it('is for those above it, and not for who leads the branch, whatever else they are', () => {
    expect(canAnswerLetter(townOrganiser, complaint, ['county', 'town'])).toBe(true)
    expect(canAnswerLetter(alsoSecretary, complaint, ['county', 'town'])).toBe(false)
    expect(canAnswerLetter(countyOrganiser, complaint, ['county', 'town'])).toBe(true)
    expect(isAbout(alsoSecretary, { kind: 'suggestion', fromOrgId: 'east' })).toBe(false)
  })

  it('is not for the branch’s own secretary, an inspector or an administrator', () => {
    const as = (role: 'secretary' | 'inspector' | 'administrator', orgId: string) =>
      canAnswerLetter({ orgPath: path, roles: [{ role, orgId }] }, complaint, ['county', 'town'])
    expect([as('secretary', 'east'), as('inspector', 'town'), as('administrator', 'county')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
