import { emptyBlock, withPerson } from '@/domain/participation/roster'
import { partOf, spareSeats } from '@/domain/participation/seating'
import { decideMove, type MoveOrder, type MoveRefusal, openSeating, seatIn } from '@/domain/people/moves'
import { moreSeats, newRange, nextSeat, withRange } from '@/domain/people/seats'
import { dayOf } from '@/domain/time/day'
import type { CounterDoc, MoveDoc, OrganisationDoc, PersonDoc, RosterDoc } from './documents'
import { inTransaction, type Transaction } from './transaction'

/** A change of the roster, as it was asked for. */
export interface MoveRequest {
  /** Of the move: made from the client's key, so that a repeat is the same move. */
  readonly id: string
  readonly kind: MoveDoc['kind']
  readonly personId: string
  readonly day: string
  /** The receiving branch of an admission or a transfer. */
  readonly into: string | null
  /** Only if the person sits there now. */
  readonly onlyFrom?: string
  readonly reason: MoveDoc['reason']
  readonly recorder: string
  readonly now: number
  /** Someone who was never on the roster. */
  readonly newcomer?: Pick<PersonDoc, 'name' | 'bornYear' | 'fullFrom'>
  /** How many more will come into the branch with this order: they shall sit together. */
  readonly arrivals?: number
}

export type MoveOutcome =
  | { readonly ok: true; readonly move: MoveDoc }
  | { readonly ok: false; readonly code: MoveRefusal | 'NOT_FOUND' | 'KEY_USED' | 'BUSY' }

const refused = (code: Extract<MoveOutcome, { ok: false }>['code']) => ({ ok: false, code }) as const

/**
 * Changes the roster: the person, the seat that the branch deals, the roster's blocks and the move itself, all or nothing. A repeat
 * changes nothing and answers the same.
 */
export async function recordMove(request: MoveRequest): Promise<MoveOutcome> {
  const outcome = await inTransaction((transaction) => move(transaction, request))
  return outcome === 'busy' ? refused('BUSY') : outcome
}

async function move(transaction: Transaction, request: MoveRequest): Promise<MoveOutcome> {
  const earlier = await transaction.find<MoveDoc>('moves', request.id)
  if (earlier) return isSame(earlier, request) ? { ok: true, move: earlier } : refused('KEY_USED')
  const known = await transaction.find<PersonDoc>('people', request.personId)
  const person = known ?? (request.newcomer ? newPerson(request.personId, request.newcomer) : null)
  if (!person) return refused('NOT_FOUND')
  const from = openSeating(person)?.orgId ?? null
  if (request.onlyFrom !== undefined && from !== request.onlyFrom) return refused('SAME_ORGANISATION')
  const branch = request.into ? await transaction.find<OrganisationDoc>('organisations', request.into) : null
  if (request.into && !branch) return refused('NOT_FOUND')

  const { day, kind } = request
  let order: MoveOrder
  let receiver = branch
  if (kind === 'admit' || kind === 'transfer') {
    if (!branch) return refused('NOT_FOUND')
    const into = { id: branch._id, kind: branch.kind, endedOn: branch.endedOn, successors: branch.successors }
    // what is refused must not cost a seat
    const trial = decideMove(person, { kind, day, seat: seatIn(person, branch._id) ?? -1, into }, dayOf(request.now))
    if (!trial.ok) return trial
    const dealt = await dealSeat(transaction, branch, person, request.arrivals ?? 0)
    receiver = dealt.branch
    order = { kind, day, seat: dealt.seat, into }
  } else order = { kind, day }

  const decision = decideMove(person, order, dayOf(request.now))
  if (!decision.ok) return decision
  const next = decision.person
  // always, also when the seat is an old one: whoever closes the branch at the same time must hear of the arrival
  if (receiver) await transaction.put('organisations', receiver)
  await transaction.put('people', next)
  for (const part of new Set(next.seatings.map(({ seat }) => partOf(seat)))) {
    const block = (await transaction.find<RosterDoc>('rosters', `part-${part}`)) ?? emptyBlock(part)
    await transaction.put('rosters', { ...withPerson(block, next), version: block.version + 1 })
  }
  const entry: MoveDoc = {
    _id: request.id,
    kind,
    personId: person._id,
    from,
    to: openSeating(next)?.orgId ?? null,
    day,
    reason: request.reason,
    rolesEnded: person.roles.filter((role) => !next.roles.includes(role)),
    recorder: request.recorder,
    recordedAt: request.now,
    // becoming a full member changes nothing of where someone took part
    settled: kind === 'becomeFull',
  }
  await transaction.insert('moves', entry)
  return { ok: true, move: entry }
}

const isSame = (earlier: MoveDoc, { kind, personId, day, into, reason }: MoveRequest): boolean =>
  earlier.kind === kind &&
  earlier.personId === personId &&
  earlier.day === day &&
  earlier.reason === reason &&
  (into === null || earlier.to === into)

const newPerson = (id: string, newcomer: NonNullable<MoveRequest['newcomer']>): PersonDoc => ({
  _id: id,
  ...newcomer,
  orgId: '',
  seat: -1,
  mobile: false,
  seatings: [],
  mobileSpells: [],
  revision: 0,
  roles: [],
})

/** The person's old seat in the branch, or the next one; a full branch gets more. */
async function dealSeat(transaction: Transaction, branch: OrganisationDoc, person: PersonDoc, arrivals: number) {
  const own = seatIn(person, branch._id)
  if (own !== null) return { branch, seat: own }
  const free = nextSeat(branch)
  if (free !== null) return { branch: { ...branch, dealt: branch.dealt + 1 }, seat: free }
  const counter = await transaction.find<CounterDoc>('counters', 'seats')
  if (!counter) throw new Error('the counter of seats is missing')
  const size = Math.max(moreSeats(branch.dealt), arrivals > 0 ? arrivals + spareSeats(arrivals) : 0)
  const { range, next } = newRange(counter.next, size)
  await transaction.put('counters', { ...counter, next })
  const grown = withRange<Pick<OrganisationDoc, 'seats' | 'dealt'>>(branch, range)
  return { branch: { ...branch, ...grown, dealt: branch.dealt + 1 }, seat: range[0] }
}
