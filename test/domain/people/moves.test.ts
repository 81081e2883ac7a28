import { describe, expect, it } from 'vitest'
import { placeOn } from '@/domain/people/membership'
import { decideMove, isSeated, type MoveOrder, type RosterEntry, seatIn } from '@/domain/people/moves'
import { branch, member } from './people'

const TODAY = '2026-11-22'
const apply = (person: RosterEntry, order: MoveOrder, today = TODAY): RosterEntry => {
  const decision = decideMove(person, order, today)
  if (!decision.ok) throw new Error(decision.code)
  return decision.person
}
const code = (person: RosterEntry, order: MoveOrder) => {
  const decision = decideMove(person, order, TODAY)
  return decision.ok ? 'ok' : decision.code
}
const toWest = (day: string) => ({ kind: 'transfer', day, seat: 11, into: branch('west') }) as const
const toEast = (day: string) => ({ kind: 'transfer', day, seat: 1, into: branch('east') }) as const
const left = apply(member(), { kind: 'leave', day: '2026-11-10' })

describe('a transfer', () => {
  const moved = apply(member(), toWest('2026-11-10'))

  it('ends one seating and begins the next on its day', () => {
    expect(moved).toMatchObject({ orgId: 'west', seat: 11, revision: 1 })
    expect(moved.seatings).toEqual([
      { seat: 1, orgId: 'east', from: null, until: '2026-11-10' },
      { seat: 11, orgId: 'west', from: '2026-11-10', until: null },
    ])
    expect(placeOn(moved, '2026-11-09')).toEqual({ seat: 1, orgId: 'east', mobile: false })
    expect(placeOn(moved, '2026-11-10')).toEqual({ seat: 11, orgId: 'west', mobile: false })
  })

  it('ends the office in the branch that is left, not one above it', () => {
    const roles = [
      { role: 'secretary', orgId: 'east' },
      { role: 'organiser', orgId: 'town' },
    ] as const
    expect(apply(member({ roles }), toWest('2026-11-10')).roles).toEqual([{ role: 'organiser', orgId: 'town' }])
  })

  it('entered by mistake is taken back on the same day, as if it had not been', () => {
    const back = apply(moved, toEast('2026-11-10'))
    expect(back).toMatchObject({ orgId: 'east', seat: 1 })
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-11'])
      expect(placeOn(back, day)).toEqual(placeOn(member(), day))
    // and the seat in the other branch stays theirs
    expect(seatIn(back, 'west')).toBe(11)
  })

  it.each<[string, RosterEntry, MoveOrder, string]>([
    ['to the own branch', member(), toEast('2026-11-10'), 'SAME_ORGANISATION'],
    ['of someone who left', left, toWest('2026-11-11'), 'ALREADY_LEFT'],
    ['before the last one', moved, toEast('2026-11-09'), 'MOVE_BEFORE_LAST'],
    ['tomorrow', member(), toWest('2026-11-23'), 'MOVE_DAY'],
    ['400 days ago', member(), toWest('2025-10-18'), 'ok'],
    ['401 days ago', member(), toWest('2025-10-17'), 'MOVE_DAY'],
    ['to a committee', member(), { ...toWest('2026-11-10'), into: branch('t', { kind: 'committee' }) }, 'NOT_A_BRANCH'],
    [
      'to a branch that is about to end',
      member(),
      { ...toWest('2026-11-10'), into: branch('w', { successors: ['other'] }) },
      'ORG_ENDED',
    ],
    [
      'to a branch that ended',
      member(),
      { ...toWest('2026-11-10'), into: branch('w', { endedOn: '2026-01-01' }) },
      'ORG_ENDED',
    ],
  ])('%s', (_what, person, order, expected) => expect(code(person, order)).toBe(expected))
})

describe('who leaves', () => {
  it('has no seat from that day on, keeps the record, and holds no office', () => {
    const secretary = member({ mobile: true, mobileSpells: [{ from: '2026-03-01', until: null }] })
    const gone = apply({ ...secretary, roles: [{ role: 'secretary', orgId: 'east' }] }, { kind: 'leave', day: TODAY })
    expect(isSeated(gone)).toBe(false)
    expect(gone).toMatchObject({ orgId: 'east', seat: 1, mobile: false, roles: [] })
    expect(gone.mobileSpells).toEqual([{ from: '2026-03-01', until: TODAY }])
    expect(placeOn(gone, '2026-11-21')).toEqual({ seat: 1, orgId: 'east', mobile: true })
    expect(placeOn(gone, TODAY)).toBeNull()
  })

  it('leaves once', () => expect(code(left, { kind: 'leave', day: '2026-11-11' })).toBe('ALREADY_LEFT'))

  it('takes along only what was before: a spell of later is no spell', () => {
    const away = member({ mobile: true, mobileSpells: [{ from: '2026-11-15', until: null }] })
    expect(apply(away, { kind: 'leave', day: '2026-11-10' }).mobileSpells).toEqual([])
  })

  it('comes back to the same branch in the old seat, with the time between left out', () => {
    const order: MoveOrder = { kind: 'admit', day: '2026-11-20', seat: 1, into: branch('east') }
    const back = apply(left, order)
    expect(seatIn(left, 'east')).toBe(1)
    expect(['2026-11-09', '2026-11-15', '2026-11-20'].map((day) => placeOn(back, day)?.seat ?? null)).toEqual([
      1,
      null,
      1,
    ])
    expect(code(left, { ...order, day: '2026-11-09' })).toBe('MOVE_BEFORE_LAST')
    expect(code(member(), order)).toBe('STILL_MEMBER')
  })
})

describe('a mobile member', () => {
  const away = apply(member(), { kind: 'goAway', day: '2026-11-10' })

  it('is away from a day until another', () => {
    const home = apply(away, { kind: 'comeHome', day: '2026-11-20' })
    expect(away.mobile).toBe(true)
    expect(home).toMatchObject({ mobile: false, mobileSpells: [{ from: '2026-11-10', until: '2026-11-20' }] })
  })

  it('who was entered by mistake was never away', () => {
    expect(apply(away, { kind: 'comeHome', day: '2026-11-10' })).toMatchObject({ mobile: false, mobileSpells: [] })
  })

  it('goes on being away when coming home was the mistake', () => {
    const home = apply(away, { kind: 'comeHome', day: '2026-11-20' })
    expect(apply(home, { kind: 'goAway', day: '2026-11-20' }).mobileSpells).toEqual(away.mobileSpells)
  })

  it('is not away twice, nor before the last change, nor before they came', () => {
    expect(code(away, { kind: 'goAway', day: '2026-11-11' })).toBe('ALREADY_SO')
    expect(code(member(), { kind: 'comeHome', day: '2026-11-11' })).toBe('ALREADY_SO')
    expect(code(away, { kind: 'comeHome', day: '2026-11-09' })).toBe('MOVE_BEFORE_LAST')
    expect(code(apply(member(), toWest('2026-11-10')), { kind: 'goAway', day: '2026-11-09' })).toBe('MOVE_BEFORE_LAST')
    expect(code(left, { kind: 'goAway', day: '2026-11-11' })).toBe('ALREADY_LEFT')
  })
})

describe('a probationary member', () => {
  it('becomes a full one, once', () => {
    const full = apply(member({ fullFrom: null }), { kind: 'becomeFull', day: '2026-11-10' })
    expect(full.fullFrom).toBe('2026-11-10')
    expect(code(full, { kind: 'becomeFull', day: '2026-11-11' })).toBe('ALREADY_SO')
    expect(code(left, { kind: 'becomeFull', day: '2026-11-11' })).toBe('ALREADY_LEFT')
  })
})
