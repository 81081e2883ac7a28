import { describe, expect, it } from 'vitest'
import { answersFor, isAbout, letterWay, mailboxesOf, OVERDUE_MS, showsWriter } from '@/domain/people'

const orgPath = ['county', 'town', 'general', 'east']
const member = { orgPath, orgKind: 'branch', roles: [] } as const

describe('a letter', () => {
  it('goes to the own branch; a complaint past it to every organisation above, the nearest first', () => {
    expect(letterWay('suggestion', member)).toEqual({ to: ['east', 'general', 'town', 'county'], about: [] })
    expect(letterWay('correction', member).to[0]).toBe('east')
    expect(letterWay('complaint', member)).toEqual({ to: ['general', 'town', 'county'], about: ['east'] })
  })

  it('from a group of the branch does so too: the branch is passed as well', () => {
    const inGroup = { ...member, orgPath: ['county', 'town', 'east', 'group'], orgKind: 'group' } as const
    expect(letterWay('complaint', inGroup)).toEqual({ to: ['town', 'county'], about: ['east', 'group'] })
    expect(letterWay('suggestion', inGroup).to).toEqual(['east', 'town', 'county'])
  })

  it('of who reads the branch’s letters goes past the branch: nobody answers themselves', () => {
    const secretary = { ...member, roles: [{ role: 'secretary', orgId: 'east' }] } as const
    expect(letterWay('suggestion', secretary).to).toEqual(['general', 'town', 'county'])
    expect(letterWay('correction', { ...member, roles: [{ role: 'organiser', orgId: 'county' }] }).to[0]).toBe('east')
  })

  it('of someone at the top has nowhere further to go, and is read there; of nobody it is an error', () => {
    expect(letterWay('complaint', { ...member, orgPath: ['county'], orgKind: 'county' })).toEqual({
      to: ['county'],
      about: [],
    })
    expect(() => letterWay('complaint', { ...member, orgPath: [] })).toThrow(RangeError)
  })

  it('comes with its writer, a complaint without', () => {
    expect([showsWriter('suggestion'), showsWriter('correction'), showsWriter('complaint')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('the mailboxes', () => {
  const sentAt = 1_000_000_000_000
  const at = (kind: 'suggestion' | 'complaint', passed: number, answeredBy: string | null = null) =>
    mailboxesOf({ ...letterWay(kind, member), kind, sentAt, answeredBy }, sentAt + passed)

  it('of a complaint are all above the branch, at once and for good', () => {
    expect(at('complaint', 0)).toEqual(['general', 'town', 'county'])
    expect(at('complaint', 2 * OVERDUE_MS, 'town')).toEqual(['general', 'town', 'county'])
  })

  it('of a suggestion are the branch, and after seven days without an answer all above it', () => {
    expect(at('suggestion', OVERDUE_MS - 1)).toEqual(['east'])
    expect(at('suggestion', OVERDUE_MS)).toEqual(orgPath.slice().reverse())
    expect(at('suggestion', OVERDUE_MS, 'east')).toEqual(['east'])
    expect(at('suggestion', OVERDUE_MS, 'town')).toEqual(['east', 'town'])
  })
})

describe('who answers a complaint about a branch', () => {
  const complaint = letterWay('complaint', member)
  type Office = readonly [role: 'secretary' | 'organiser' | 'inspector' | 'administrator', orgId: string]
  const holding = (...offices: Office[]) => ({
    orgPath: ['county', 'office', 'desk'],
    roles: offices.map(([role, orgId]) => ({ role, orgId })),
  })

  it('answers for the nearest of the organisations for which they may', () => {
    expect(answersFor(holding(['organiser', 'town']), complaint)).toBe('town')
    expect(answersFor(holding(['organiser', 'county']), complaint)).toBe('county')
    expect(answersFor(holding(['organiser', 'county'], ['secretary', 'general']), complaint)).toBe('general')
  })

  it('does not lead the branch, whatever else they are; a suggestion is about nobody', () => {
    const both = holding(['organiser', 'town'], ['secretary', 'east'])
    expect([isAbout(both, complaint), answersFor(both, complaint)]).toEqual([true, null])
    expect(answersFor(both, letterWay('suggestion', member))).toBe('east')
    expect(isAbout(holding(['inspector', 'east']), complaint)).toBe(false)
  })

  it('is not the branch’s own secretary, an inspector, an administrator or somebody of another town', () => {
    const others: Office[] = [
      ['secretary', 'east'],
      ['inspector', 'town'],
      ['administrator', 'county'],
      ['organiser', 'office'],
    ]
    expect(others.map((office) => answersFor(holding(office), complaint))).toEqual([null, null, null, null])
  })
})
