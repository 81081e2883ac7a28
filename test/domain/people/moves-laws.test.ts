import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctFact, type Fact, latestRevisions, makeFact } from '@/domain/participation/fact'
import { emptyBlock, type RosterBlock, rosterBlocks, withPerson } from '@/domain/participation/roster'
import { PART_SEATS, partOf } from '@/domain/participation/seating'
import { placeOn } from '@/domain/people/membership'
import { decideMove, type MoveOrder, openSeating, type RosterEntry, seatIn } from '@/domain/people/moves'
import { nextSeat, type SeatStock } from '@/domain/people/seats'
import { dueCorrections } from '@/domain/people/settle'
import { addDays, endOfDay, startOfDay } from '@/domain/time/day'
import { branch } from './people'

const FIRST = '2026-01-01'
const DAYS = 60
const TODAY = addDays(FIRST, DAYS - 1)
const dayAt = (n: number) => addDays(FIRST, n)
const orgs = ['east', 'west', 'desk'] as const

/** Three branches at the edge of two parts of the index, so that people sit on both sides. */
const stock = (): Record<string, SeatStock> => ({
  east: { seats: [[PART_SEATS - 20, PART_SEATS - 10]], dealt: 0 },
  west: { seats: [[PART_SEATS - 10, PART_SEATS]], dealt: 0 },
  desk: { seats: [[PART_SEATS, PART_SEATS + 10]], dealt: 0 },
})

const kinds = ['admit', 'transfer', 'leave', 'goAway', 'comeHome', 'becomeFull'] as const
const step = fc.record({
  who: fc.nat(3),
  kind: fc.constantFrom(...kinds),
  into: fc.constantFrom(...orgs),
  day: fc.integer({ min: -2, max: DAYS + 1 }),
})

/** Runs a history as the actions do: every accepted move puts the person into the stored roster blocks again. */
function run(steps: readonly { who: number; kind: (typeof kinds)[number]; into: string; day: number }[]) {
  const stocks = stock()
  const people = new Map<number, RosterEntry>()
  const blocks = new Map<number, RosterBlock>()
  const taken: { who: number; day: string; before: RosterEntry; after: RosterEntry }[] = []
  for (const { who, kind, into, day: n } of steps) {
    const empty: RosterEntry = {
      orgId: '',
      seat: -1,
      mobile: false,
      bornYear: 1950 + who,
      fullFrom: who % 2 ? null : '2000-01-01',
      seatings: [],
      mobileSpells: [],
      revision: 0,
      roles: [],
    }
    const person = people.get(who) ?? empty
    const own = seatIn(person, into)
    const fresh = own === null ? nextSeat(stocks[into] as SeatStock) : null
    const seat = own ?? fresh ?? -1
    const day = dayAt(n)
    const order: MoveOrder =
      kind === 'admit' || kind === 'transfer' ? { kind, day, seat, into: branch(into) } : { kind, day }
    const decision = decideMove(person, order, TODAY)
    if (!decision.ok) continue
    if (fresh !== null && decision.person.seat === fresh && 'into' in order) {
      stocks[into] = { ...(stocks[into] as SeatStock), dealt: (stocks[into] as SeatStock).dealt + 1 }
    }
    people.set(who, decision.person)
    for (const part of new Set(decision.person.seatings.map((one) => partOf(one.seat)))) {
      blocks.set(part, withPerson(blocks.get(part) ?? emptyBlock(part), decision.person))
    }
    taken.push({ who, day, before: person, after: decision.person })
  }
  return { people, blocks, taken }
}

const histories = fc.array(step, { minLength: 1, maxLength: 40 })
const everyDay = Array.from({ length: DAYS + 4 }, (_, n) => dayAt(n - 2))

describe('whatever happens to people', () => {
  it('seatings are in order and never overlap, and a seat belongs to one person in one organisation', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const owners = new Map<number, string>()
        for (const [who, { seatings, mobileSpells, orgId, seat, mobile }] of run(steps).people) {
          for (const spells of [seatings, mobileSpells]) {
            spells.forEach((one, i) => {
              const next = spells[i + 1]
              if (one.from !== null && one.until !== null) expect(one.from <= one.until).toBe(true)
              if (next) expect(one.until !== null && next.from !== null && one.until <= next.from).toBe(true)
            })
          }
          for (const one of seatings) {
            expect(owners.get(one.seat) ?? `${who} ${one.orgId}`).toBe(`${who} ${one.orgId}`)
            owners.set(one.seat, `${who} ${one.orgId}`)
          }
          const last = seatings[seatings.length - 1]
          expect({ orgId, seat }).toEqual({ orgId: last?.orgId, seat: last?.seat })
          expect(mobile).toBe(mobileSpells.some(({ until }) => until === null))
        }
      }),
    )
  })

  it('a move changes nothing of the days before it, and is refused when it is sent again', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { day, before, after } of run(steps).taken) {
          for (const one of everyDay.filter((other) => other < day)) {
            expect(placeOn(after, one)).toEqual(placeOn(before, one))
          }
          const open = openSeating(after)
          if (open && open.orgId !== before.orgId) {
            const again = decideMove(after, { kind: 'transfer', day, seat: open.seat, into: branch(open.orgId) }, TODAY)
            expect(again).toEqual({ ok: false, code: 'SAME_ORGANISATION' })
          }
        }
      }),
    )
  })

  it('the roster that was kept up to date is the roster that is made anew', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { people, blocks } = run(steps)
        const kept = [...blocks.values()].sort((a, b) => a.part - b.part)
        expect(kept.map((block) => ({ ...block, version: 1 }))).toEqual(rosterBlocks([...people.values()]))
      }),
    )
  })

  it('what they took part in stands where they were, after each move, however often it is settled', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(DAYS - 1), { maxLength: 10 }), (steps, days) => {
        const { taken } = run(steps)
        const ledger = new Map<number, Fact[]>()
        for (const { who, day, before, after } of taken) {
          // recorded while the roster was as before; those that came when they were no member were refused
          const facts = ledger.get(who) ?? []
          days.forEach((n, i) => {
            const place = placeOn(before, dayAt(n))
            if (!place || facts.some(({ activityId }) => activityId === `a${i}`)) return
            const person = { id: `p${who}`, ...place }
            const occurredAt = startOfDay(dayAt(n)) + i
            facts.push(
              makeFact({
                kind: 'quiz',
                activityId: `a${i}`,
                person,
                occurredAt,
                recordedAt: occurredAt,
                channel: 'self',
              }),
            )
          })
          facts.push(...dueCorrections(facts, after, day, 1))
          expect(dueCorrections(facts, after, day, 2)).toEqual([])
          ledger.set(who, facts)
          for (const fact of latestRevisions(facts)) {
            const place = placeOn(after, fact.day)
            expect(fact.withdrawn).toBe(place === null)
            if (place) expect({ seat: fact.seat, orgId: fact.orgId, mobile: fact.mobile }).toEqual(place)
          }
        }
      }),
    )
  })
})

describe('settling a move', () => {
  const person: RosterEntry = {
    orgId: 'west',
    seat: 11,
    mobile: false,
    bornYear: 1970,
    fullFrom: null,
    seatings: [
      { seat: 1, orgId: 'east', from: null, until: '2026-11-10' },
      { seat: 11, orgId: 'west', from: '2026-11-10', until: null },
    ],
    mobileSpells: [],
    revision: 1,
    roles: [],
  }
  const fact = (activityId: string, occurredAt: number) =>
    makeFact({
      kind: 'lesson',
      activityId,
      person: { id: 'p1', seat: 1, orgId: 'east', mobile: false },
      occurredAt,
      recordedAt: occurredAt,
      channel: 'self',
    })

  it('corrects what is from its day on, to the instant', () => {
    const facts = [fact('before', startOfDay('2026-11-10') - 1), fact('after', startOfDay('2026-11-10'))]
    expect(dueCorrections(facts, person, '2026-11-10', 5)).toMatchObject([
      {
        _id: 'lesson.after.p1.1',
        seat: 11,
        orgId: 'west',
        revision: 1,
        withdrawn: false,
        recorder: 'roster',
        recordedAt: 5,
      },
    ])
  })

  it('leaves alone what a person withdrew', () => {
    const late = fact('after', endOfDay('2026-11-12'))
    const withdrawn = correctFact(late, { withdrawn: true, recorder: 'e0', reason: '未到场', recordedAt: 1 })
    expect(dueCorrections([withdrawn, late], person, '2026-11-10', 5)).toEqual([])
  })
})
