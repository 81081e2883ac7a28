import { correctFact, type Fact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import { dueCorrections } from '@/domain/people/settle'
import { dayOf } from '@/domain/time/day'
import { find, findAll, findById, insertOnce, _ as is, isDuplicateKey, update } from './database'
import type { AuditDoc, FactDoc, MoveDoc, PersonDoc } from './documents'
import { latestEntry } from './facts'
import { inTransaction } from './transaction'

/** How often a correction is tried when others correct the same fact. */
const MOST_TRIES = 8
const SIDE_BY_SIDE = 20

/**
 * Puts what a person took part in from a day on where they belonged, by corrections. Safe to repeat, to interrupt and to run twice at
 * once: of two corrections with the same revision the database lets one in, and what is still wrong then is seen again.
 */
export async function settlePerson(personId: string, from: string, now: number): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const person = await findById<PersonDoc>('people', personId)
    if (!person) return
    // every fact, not only those since that day: a later revision may lie on another day than the first
    const due = dueCorrections(await findAll<FactDoc>('facts', { personId }), person, from, now)
    if (due.length === 0) return
    for (let start = 0; start < due.length; start += SIDE_BY_SIDE) {
      await Promise.all(due.slice(start, start + SIDE_BY_SIDE).map((fact) => insertOnce('facts', fact)))
    }
  }
  throw new Error('the facts of a person are corrected by others all the time')
}

/**
 * A move is settled for good only when every call that began before it has ended: such a call still knew the old place, and may
 * record a fact there. Functions end within a minute.
 */
const SETTLED_AFTER_MS = 120_000
const MOVES_A_PAGE = 100

/**
 * Settles the moves that are not yet, oldest first, until none is left or `isOver`; the number of moves settled. For a timer: one that
 * cannot be settled now is told, stays unsettled and keeps none of the others from it.
 */
export async function settleMoves(now: number, isOver: () => boolean, tell: (error: unknown) => void): Promise<number> {
  let settled = 0
  while (!isOver()) {
    const moves = await find<MoveDoc>(
      'moves',
      { settled: false, recordedAt: is.lte(now - SETTLED_AFTER_MS) },
      { orderBy: [['recordedAt', 'asc']], limit: MOVES_A_PAGE },
    )
    let failed = 0
    for (const { _id, personId, day } of moves) {
      if (isOver()) return settled
      try {
        await settlePerson(personId, day, now)
        await update('moves', { _id }, { settled: true })
        settled++
      } catch (error) {
        tell(error)
        failed++
      }
    }
    if (moves.length < MOVES_A_PAGE || failed === moves.length) break
  }
  return settled
}

/** A correction as it was asked for. */
export interface CorrectionRequest {
  readonly key: string
  readonly person: PersonDoc
  readonly withdrawn: boolean
  readonly occurredAt: number | undefined
  readonly reason: string
  readonly recorder: string
  readonly now: number
  readonly requestId: string
}

export type CorrectionOutcome =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly code: 'NOT_FOUND' | 'NOT_MEMBER_THEN' | 'BUSY' }

/**
 * Appends a correction to a fact, with a line in the audit log. One that says what the latest entry says already, of the same person, is a repeat.
 * The place is that of the day on which it happened.
 */
export async function correctParticipation(request: CorrectionRequest): Promise<CorrectionOutcome> {
  const { key, person, withdrawn, reason, recorder, now } = request
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const latest = await latestEntry(key, person._id)
    if (!latest) return { ok: false, code: 'NOT_FOUND' }
    const occurredAt = request.occurredAt ?? latest.occurredAt
    const place = placeOn(person, dayOf(occurredAt))
    if (!place && !withdrawn) return { ok: false, code: 'NOT_MEMBER_THEN' }
    const fact = correctFact(latest, {
      withdrawn,
      occurredAt,
      ...(place && { place }),
      reason,
      recorder,
      recordedAt: now,
    })
    if (saysTheSame(latest, fact)) return { ok: true, fact: latest }
    if ((await append(fact, request)) === 'appended') return { ok: true, fact }
  }
  return { ok: false, code: 'BUSY' }
}

const saysTheSame = (a: Fact, b: Fact): boolean =>
  a.revision > 0 &&
  a.recorder === b.recorder &&
  a.reason === b.reason &&
  a.withdrawn === b.withdrawn &&
  a.occurredAt === b.occurredAt &&
  a.seat === b.seat &&
  a.mobile === b.mobile

async function append(fact: Fact, { recorder, now, requestId }: CorrectionRequest): Promise<'appended' | 'again'> {
  const line: AuditDoc = {
    _id: `${requestId}.correctParticipation`,
    actor: recorder,
    action: 'correctParticipation',
    object: fact._id,
    at: now,
    requestId,
  }
  try {
    const done = await inTransaction(async (transaction) => {
      await transaction.insert('facts', fact)
      await transaction.insert('audit', line)
    })
    return done === 'busy' ? 'again' : 'appended'
  } catch (error) {
    // someone else was faster: theirs is read next
    if (isDuplicateKey(error)) return 'again'
    throw error
  }
}
