import type { ParticipationKind } from '@/contracts/common'
import { movedAhead } from '@/domain/participation/ahead'
import { factId, type IndexedFact, keyOf, latestRevisions, makeFact } from '@/domain/participation/fact'
import { ownAgain } from '@/domain/participation/own-again'
import { placeOn } from '@/domain/people/membership'
import { addDays, dayOf } from '@/domain/time/day'
import { alongside } from './alongside'
import type { Caller } from './callers'
import { _, find, findAll, findAllIn, findSome, insertOnce, isIn, update } from './database'
import type { FactDoc, OrganisationDoc, PersonDoc } from './documents'

type OwnFact = Pick<FactDoc, 'kind' | 'activityId' | 'occurredAt' | 'recordedAt'> & { channel?: 'self' | 'remote' }
/** Of somebody else: who entered it and why. */
type EnteredFact = Omit<OwnFact, 'channel'> & Pick<FactDoc, 'channel' | 'recorder' | 'reason'>

/** Where the person belonged when it happened, which may be another branch than today's; null when they were no member then. */
function factAt(person: PersonDoc, fact: OwnFact | EnteredFact): FactDoc | null {
  const place = placeOn(person, dayOf(fact.occurredAt))
  return place && makeFact({ channel: 'self', ...fact, person: { id: person._id, ...place } })
}

/**
 * Records that the caller took part, themselves, and gives the entry that stands. A repeat is the same fact: the first one stands,
 * or its latest correction (one request more); one that others entered and took back gives way (`ownAgain`). null: the caller was no member when it happened.
 */
export const recordOwnFact = ({ person }: Caller, fact: OwnFact): Promise<FactDoc | null> => record(person, fact)

/** The same of somebody else, by someone who answers for it. */
export const recordFactOf = (person: PersonDoc, fact: EnteredFact): Promise<FactDoc | null> => record(person, fact)

async function record(person: PersonDoc, fact: OwnFact | EnteredFact): Promise<FactDoc | null> {
  const made = factAt(person, fact)
  if (!made || (await insertOnce('facts', made)) === 'inserted') return made
  const latest = await latestEntry(made._id, made.personId)
  const again = latest && ownAgain(latest, made)
  // of two at once one is let in, and then stands
  if (again && (await insertOnce('facts', again)) === 'exists') return latestEntry(made._id, made.personId)
  return again ?? latest ?? made
}

/** The same without asking what stands: 'exists' when there is an entry already. */
export async function addOwnFact(caller: Caller, fact: OwnFact): Promise<'inserted' | 'exists' | 'noMember'> {
  const own = factAt(caller.person, fact)
  return own ? insertOnce('facts', own) : 'noMember'
}

/**
 * Puts the caller's fact on an earlier day, on which they took part as well, if the entry that stands is theirs and of a later one. Of two at once the database lets
 * one in; what a person corrects meanwhile stands. Gives the entry that it made, or the one that stands as it is.
 */
export async function moveFactAhead({ person }: Caller, latest: FactDoc, at: number, now: number): Promise<FactDoc> {
  const moved = movedAhead(latest, at, placeOn(person, dayOf(at)), now)
  return moved && (await insertOnce('facts', moved)) === 'inserted' ? moved : latest
}

/** The entry that counts, of the entries of one fact. */
const latestOf = (entries: readonly FactDoc[]): FactDoc | null => latestRevisions(entries)[0] ?? null

/** The entry that counts, of the fact of a person (`keyOf`); null when there is none. However often it was corrected, one is read. */
export async function latestEntry(key: string, personId: string): Promise<FactDoc | null> {
  // a person's id may begin another one's, so that someone else's facts lie in between
  const where = { _id: _.gte(key).and(_.lt(`${key}/`)), personId }
  const [latest] = await find<FactDoc>('facts', where, { orderBy: [['revision', 'desc']], limit: 1 })
  return latest ?? null
}

/** A fact has seldom been corrected more often; if it has, `standingFact` reads it on its own. */
const REVISIONS_ALONGSIDE = 3

/** Of what `factOf` found: the entry that counts; one request more for the rare fact that was corrected many times. */
export async function standingFact(found: readonly FactDoc[]): Promise<FactDoc | null> {
  const latest = latestOf(found)
  if (!latest || latest.revision < REVISIONS_ALONGSIDE) return latest
  return latestEntry(keyOf(latest), latest.personId)
}

/**
 * The caller's own fact of an activity with its first corrections, read with the caller; correlated by the person that the caller is.
 * By equal ids: a range of looked-up ids would not use the index.
 */
export const factOf = (kind: ParticipationKind, activityId: string, openid: string) =>
  alongside<FactDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    {
      $project: {
        factIds: Array.from({ length: REVISIONS_ALONGSIDE + 1 }, (_, revision) => ({
          $concat: [`${kind}.${activityId}.`, '$personId', revision === 0 ? '' : `.${revision}`],
        })),
      },
    },
    { $lookup: { from: 'facts', localField: 'factIds', foreignField: '_id', as: 'fact' } },
    { $unwind: '$fact' },
    { $replaceRoot: { newRoot: '$fact' } },
  )

/** The caller's own lessons: all entries of their completions, read with the caller; without the places where they counted before. */
export const lessonFactsOf = (openid: string) =>
  alongside<FactDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $lookup: { from: 'facts', localField: 'personId', foreignField: 'personId', as: 'fact' } },
    { $unwind: '$fact' },
    { $replaceRoot: { newRoot: '$fact' } },
    { $match: { kind: 'lesson' } },
    { $limit: 1000 },
    { $project: { kind: 1, activityId: 1, personId: 1, revision: 1, withdrawn: 1 } },
  )

/** The entry of a person's fact that counts, with the organisation at which it does, read with the caller. */
export const factWithOrg = (kind: ParticipationKind, activityId: string, personId: string) =>
  alongside<FactDoc & { org: OrganisationDoc[] }>(
    'facts',
    {
      $match: {
        _id: { $gte: factId(kind, activityId, personId), $lt: `${factId(kind, activityId, personId)}/` },
        personId,
      },
    },
    { $sort: { revision: -1 } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

/** What the index needs of a fact, and its `_id`. */
export type UnfoldedFact = IndexedFact & Pick<FactDoc, '_id'>
const indexed: readonly (keyof IndexedFact)[] = [
  'kind',
  'activityId',
  'seat',
  'day',
  'mobile',
  'revision',
  'withdrawn',
  'earlier',
]

/** Facts that the index does not have yet; at most `limit`, in the order of ids; and whether there may be more. */
export const unfoldedFacts = (limit: number) =>
  findSome<UnfoldedFact>('facts', { folded: false }, { orderBy: [['_id', 'asc']], limit, fields: indexed })

/** All of them: the tail that a query adds to the index. */
export const findTail = () => findAll<UnfoldedFact>('facts', { folded: false }, { fields: indexed })

export const markFolded = (factIds: readonly string[]) =>
  update('facts', { _id: isIn(factIds), folded: false }, { folded: true })

const DAYS_AT_ONCE = 8

/**
 * All entries of a period: those of its days, day by day so that pages follow the index, and every correction, since one may have
 * moved a fact out of the period. null: more than `most`. One request a thousand.
 */
export async function ledgerOf(from: string, to: string, most: number): Promise<FactDoc[] | null> {
  const entries = await findAll<FactDoc>('facts', { revision: _.gt(0) })
  for (let first = from; first <= to; first = addDays(first, DAYS_AT_ONCE)) {
    const days = Array.from({ length: DAYS_AT_ONCE }, (_day, i) => addDays(first, i)).filter((day) => day <= to)
    const read = await Promise.all(days.map((day) => findAll<FactDoc>('facts', { day })))
    for (const entry of read.flat()) if (entry.revision === 0) entries.push(entry)
    if (entries.length > most) return null
  }
  return entries
}

/** A person's entries from a day on, all revisions; at most 1,000. */
export const factsOfPerson = (personId: string, fromDay: string) =>
  find<FactDoc>('facts', { personId, day: _.gte(fromDay) }, { limit: 1000 })

/** All entries of some people of a kind, without the places where they counted before; in no order. */
export const entriesOfPeople = (personIds: readonly string[], kind: ParticipationKind) =>
  findAllIn<Pick<FactDoc, '_id' | 'kind' | 'activityId' | 'personId' | 'day' | 'revision' | 'withdrawn'>>(
    'facts',
    'personId',
    personIds,
    { kind },
    { fields: ['kind', 'activityId', 'personId', 'day', 'revision', 'withdrawn'] },
  )
