import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Id } from '@/contracts/common'
import { Bitmap } from '@/domain/participation/bitmap/bitmap'
import { deskOf, isSeated } from '@/domain/people'
import { collections } from '../../../cloudfunctions/_data/collections'
import { invent, shanghai } from './demo-county'

const now = shanghai('2026-11-22T10:20')
const { personas, docs, batches } = await invent(now)
const { organisations, people, bindings, rosters, moves, counters } = docs
const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length

describe('createDemo', () => {
  it('inserts batches of at most 2,000 into declared collections, every _id once', () => {
    expect(batches.length).toBeGreaterThan(5)
    expect(Math.max(...batches)).toBeLessThanOrEqual(2000)
    for (const [name, list] of Object.entries(docs) as [string, { _id: string }[]][]) {
      expect(Object.keys(collections)).toContain(name)
      expect(new Set(list.map(({ _id }) => _id)).size).toBe(list.length)
    }
  })
})

describe('the demo county', () => {
  it('has 3 committees, a general branch, 20 branches of every category and 400 members', () => {
    const ofKind = (kind: string) => count(organisations, (organisation) => organisation.kind === kind)
    expect(['county', 'committee', 'generalBranch', 'branch', 'group'].map(ofKind)).toEqual([1, 3, 1, 20, 0])
    expect(new Set(organisations.flatMap(({ category }) => category ?? [])).size).toBe(8)
    expect(people).toHaveLength(400)
  })

  it('has paths from the top, in the order of a walk', () => {
    const byId = new Map(organisations.map((organisation) => [organisation._id, organisation]))
    organisations.forEach(({ _id, parentId, path, order }, i) => {
      expect(order).toBe(i)
      expect(path).toEqual([...(parentId === null ? [] : (byId.get(parentId)?.path ?? ['?'])), _id])
      expect(v.is(Id, _id)).toBe(true)
    })
  })

  it('has 8 % mobile members, 29 % of 61 or more, some probationary ones', () => {
    expect(count(people, ({ mobile }) => mobile)).toBe(32)
    expect(count(people, ({ bornYear }) => 2026 - bornYear >= 61)).toBe(116)
    expect(count(people, ({ fullFrom }) => fullFrom === null)).toBe(12)
  })

  it('has different names that nobody can take for real ones', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(400)
    for (const { name } of people)
      expect(name).toMatch(/^(测试|示例|样例|演示|试用)[甲乙丙丁戊己庚辛壬癸][一二三四五六七八九十]$/)
    for (const { name } of organisations) expect(name).toMatch(/示例|样例|测试|演示/)
  })

  it('seats the members of a branch beside each other in blocks with spare room, nobody twice', () => {
    expect(new Set(people.map(({ seat }) => seat)).size).toBe(400)
    let end = 0
    for (const { _id, kind, seats } of organisations) {
      const own = people.filter(({ orgId }) => orgId === _id).map(({ seat }) => seat)
      if (kind !== 'branch') expect([own, seats]).toEqual([[], []])
      for (const [from, to] of seats) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to - from).toBeGreaterThan(own.length)
        expect(own.every((seat) => from <= seat && seat < to)).toBe(true)
        end = to
      }
    }
  })

  it('has rosters that say the same as the people', () => {
    expect(rosters.map(({ _id, part }) => [_id, part])).toEqual([['part-0', 0]])
    const taken = Bitmap.fromBase64(rosters[0]?.taken ?? '')
    const mobile = Bitmap.fromBase64(rosters[0]?.mobile ?? '')
    expect([taken.size, mobile.size]).toEqual([399, 32])
    for (const person of people) {
      expect(taken.has(person.seat)).toBe(isSeated(person))
      expect(mobile.has(person.seat)).toBe(person.mobile)
    }
  })

  it('has people who moved in these weeks: two transferred, one left, one left and came back, one went away, one came home', () => {
    const ended = people.filter(({ seatings }) => seatings.some(({ until }) => until !== null))
    const stories = ended.map(
      ({ seatings }) => `${new Set(seatings.map(({ seat }) => seat)).size} of ${seatings.length}`,
    )
    expect(stories.sort()).toEqual(['1 of 1', '1 of 2', '2 of 2', '2 of 2'])
    const spells = people.flatMap(({ mobileSpells }) => mobileSpells)
    expect(spells.filter(({ from }) => from !== null)).toMatchObject([{ until: null }])
    expect(spells.filter(({ until }) => until !== null)).toMatchObject([{ from: null }])
    expect(moves).toHaveLength(7)
    const last = Math.max(...organisations.flatMap(({ seats }) => seats.map(([, to]) => to)))
    expect(counters).toEqual([{ _id: 'seats', next: last }])
  })

  it('has one secretary per branch, and organisers, an inspector and an administrator above', () => {
    const branches = organisations.filter(({ kind }) => kind === 'branch').map(({ _id }) => _id)
    const led = people.flatMap(({ roles, orgId }) =>
      roles.filter(({ role, orgId: where }) => role === 'secretary' && where === orgId).map(() => orgId),
    )
    expect(led.sort()).toEqual(branches.sort())
  })
})

describe('personas', () => {
  const personOf = (id: string) => {
    const openid = personas.find((persona) => persona.id === id)?.openid
    const binding = bindings.find(({ _id }) => _id === openid)
    return people.find(({ _id }) => _id === binding?.personId)
  }
  const homeOf = (id: string) => personOf(id)?.orgId

  it('are the eleven that the local cloud lists, each bound to a person but the one with a new phone', () => {
    expect(personas.map(({ id }) => id)).toEqual([
      'member',
      'mobile',
      'elderly',
      'newcomer',
      'secretary',
      'organiser-committee',
      'organiser-county',
      'reviewer',
      'issuer',
      'inspector',
      'administrator',
    ])
    expect(personOf('newcomer')).toBeUndefined()
    expect(new Set(personas.flatMap(({ id }) => personOf(id)?._id ?? [])).size).toBe(10)
    for (const { openid, title, description } of personas) {
      expect(openid).toMatch(/^demo-openid-[a-z-]+$/)
      expect(title && description).not.toBe('')
    }
  })

  it('are who they say', () => {
    expect(personOf('member')).toMatchObject({ mobile: false, roles: [] })
    expect(personOf('mobile')).toMatchObject({ mobile: true, roles: [] })
    expect(2026 - (personOf('elderly')?.bornYear ?? 2026)).toBeGreaterThanOrEqual(70)
    expect(new Set(['member', 'mobile', 'elderly', 'secretary'].map(homeOf)).size).toBe(1)
    const deskKinds = personas.map(({ id }) => {
      const person = personOf(id)
      const orgPath = organisations.find(({ _id }) => _id === person?.orgId)?.path ?? []
      const desk = deskOf({ orgPath, roles: person?.roles ?? [] })
      return desk && [desk.role, organisations.find(({ _id }) => _id === desk.orgId)?.kind]
    })
    expect(deskKinds).toEqual([
      null,
      null,
      null,
      null,
      ['secretary', 'branch'],
      ['organiser', 'committee'],
      ['organiser', 'county'],
      ['organiser', 'county'],
      ['organiser', 'county'],
      ['inspector', 'county'],
      ['administrator', 'county'],
    ])
  })

  it('bindings name each person once, and only people of the roster', () => {
    const ids = new Set(people.map(({ _id }) => _id))
    expect(new Set(bindings.map(({ personId }) => personId)).size).toBe(bindings.length)
    expect(bindings.every(({ personId }) => ids.has(personId))).toBe(true)
  })
})
