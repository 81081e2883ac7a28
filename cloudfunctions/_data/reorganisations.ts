import { BACKDATE_DAYS, isSeated, openSeating } from '@/domain/people/moves'
import { dayOf, daysBetween } from '@/domain/time/day'
import { settlePerson } from './corrections'
import { find, findAll, findById, findByIds, _ as is, isIn } from './database'
import type { AuditDoc, OrganisationDoc, PersonDoc, ReorganisationDoc } from './documents'
import { recordMove } from './moves'
import { inTransaction, type Transaction } from './transaction'

/** The branches of all orders that are not done: one document, so that no two orders begin on one of them. */
interface OpenDoc {
  _id: 'open'
  orgIds: string[]
  done: true
}

export type ReorganisationRefusal =
  | 'NOT_FOUND'
  | 'MOVE_DAY'
  | 'SAME_ORGANISATION'
  | 'NOT_A_BRANCH'
  | 'ORG_ENDED'
  | 'KEY_USED'
  | 'BUSY'

/**
 * Writes the order down and closes the branches that will end to newcomers, all or nothing. From here on it is carried out to the
 * end, by repeats or by the timer. A repeat changes nothing.
 * @param founded branches that are new with this order
 */
export async function beginReorganisation(
  order: ReorganisationDoc,
  founded: readonly OrganisationDoc[] = [],
): Promise<'begun' | ReorganisationRefusal> {
  const age = daysBetween(order.day, dayOf(order.recordedAt))
  if (age < 0 || age > BACKDATE_DAYS) return 'MOVE_DAY'
  const outcome = await inTransaction((transaction) => begin(transaction, order, founded))
  return outcome === 'busy' ? 'BUSY' : outcome
}

async function begin(
  transaction: Transaction,
  order: ReorganisationDoc,
  founded: readonly OrganisationDoc[],
): Promise<'begun' | ReorganisationRefusal> {
  const earlier = await transaction.find<ReorganisationDoc>('reorganisations', order._id)
  if (earlier) return isSame(earlier, order) ? 'begun' : 'KEY_USED'
  const into = order.into.map(({ orgId }) => orgId)
  if (into.some((orgId) => order.from.includes(orgId))) return 'SAME_ORGANISATION'
  const open = (await transaction.find<OpenDoc>('reorganisations', 'open')) ?? noneOpen
  const touched = [...order.from, ...into]
  if (touched.some((orgId) => open.orgIds.includes(orgId))) return 'BUSY'
  const isNew = (orgId: string) => founded.some(({ _id }) => _id === orgId)
  for (const orgId of touched) {
    if (isNew(orgId)) continue
    const branch = await transaction.find<OrganisationDoc>('organisations', orgId)
    if (!branch) return 'NOT_FOUND'
    if (branch.kind !== 'branch') return 'NOT_A_BRANCH'
    if (branch.endedOn !== null || branch.successors.length > 0) return 'ORG_ENDED'
    if (order.from.includes(orgId)) await transaction.put('organisations', { ...branch, successors: into })
  }
  for (const branch of founded) await transaction.insert('organisations', branch)
  await transaction.put('reorganisations', { ...open, orgIds: [...open.orgIds, ...touched] })
  await transaction.insert('reorganisations', order)
  return 'begun'
}

const noneOpen: OpenDoc = { _id: 'open', orgIds: [], done: true }

const isSame = (a: ReorganisationDoc, b: ReorganisationDoc): boolean =>
  a.kind === b.kind &&
  a.day === b.day &&
  a.from.join() === b.from.join() &&
  a.into.map(({ orgId, members }) => `${orgId}:${members?.join()}`).join(';') ===
    b.into.map(({ orgId, members }) => `${orgId}:${members?.join()}`).join(';')

export const findReorganisation = (id: string) => findById<ReorganisationDoc>('reorganisations', id)

/** Who sits in some branches now. */
export async function findSeatedIn(orgIds: readonly string[]): Promise<PersonDoc[]> {
  return (await findAll<PersonDoc>('people', { orgId: isIn(orgIds) })).filter(isSeated)
}

/**
 * Carries an order out, one member after the other, until it is done or `isOver`: then the branches end. Safe to repeat, to interrupt and
 * to run twice at once. Returns how many members are left, 0 when it is done.
 */
export async function continueReorganisation(
  order: ReorganisationDoc,
  now: number,
  isOver: () => boolean,
): Promise<{ done: boolean; left: number }> {
  if (order.done) return { done: true, left: 0 }
  for (;;) {
    const members = await findSeatedIn(order.from)
    if (members.length === 0) break
    let moved = 0
    for (const [i, member] of members.entries()) {
      if (isOver()) return { done: false, left: members.length - moved }
      if (await carryOver(order, member, members.length - i, now)) moved++
    }
    // everyone was busy elsewhere, or another run was faster: the next one looks again
    if (moved === 0) return { done: false, left: members.length }
  }
  return { done: await finish(order, now), left: 0 }
}

async function carryOver(order: ReorganisationDoc, member: PersonDoc, arrivals: number, now: number): Promise<boolean> {
  const chosen = order.into.find(({ members }) => members === null || members.includes(member._id))
  // someone who came in while the order was being written is listed nowhere: they go to the first, and can be transferred
  const into = chosen ?? order.into[0]
  const seating = openSeating(member)
  if (!into || !seating) return false
  // whoever came after the day of the order was never there
  const day = seating.from !== null && seating.from > order.day ? seating.from : order.day
  const outcome = await recordMove({
    id: `${order._id}.${member._id}`,
    kind: 'transfer',
    personId: member._id,
    day,
    into: into.orgId,
    onlyFrom: seating.orgId,
    reason: null,
    recorder: order.recorder,
    now,
    arrivals: into.members?.length ?? arrivals,
  })
  if (outcome.ok) await settlePerson(member._id, day, now)
  return outcome.ok
}

/** Ends the branches and the order. Nobody can have come in since the last look: the doors are closed since it was written down. */
async function finish(order: ReorganisationDoc, now: number): Promise<boolean> {
  const outcome = await inTransaction(async (transaction) => {
    const current = await transaction.find<ReorganisationDoc>('reorganisations', order._id)
    if (!current || current.done) return true
    for (const orgId of order.from) {
      const branch = await transaction.find<OrganisationDoc>('organisations', orgId)
      if (branch) await transaction.put('organisations', { ...branch, endedOn: order.day })
      const line: AuditDoc = {
        _id: `${order._id}.${orgId}`,
        actor: order.recorder,
        action: order.kind === 'merge' ? 'mergeBranches' : 'splitBranch',
        object: orgId,
        at: now,
        requestId: order._id,
      }
      await transaction.insert('audit', line)
    }
    const open = (await transaction.find<OpenDoc>('reorganisations', 'open')) ?? noneOpen
    const ended = new Set([...order.from, ...order.into.map(({ orgId }) => orgId)])
    await transaction.put('reorganisations', { ...open, orgIds: open.orgIds.filter((orgId) => !ended.has(orgId)) })
    await transaction.put('reorganisations', { ...current, done: true })
    return true
  })
  return outcome === true
}

/** Orders whose caller may have died are carried on after this. */
const RESUMED_AFTER_MS = 120_000

/** Carries on what was begun and not ended; the number of orders that are done now. For a timer. What fails is told. */
export async function resumeReorganisations(
  now: number,
  isOver: () => boolean,
  tell: (error: unknown) => void,
): Promise<number> {
  let done = 0
  const orders = await find<ReorganisationDoc>(
    'reorganisations',
    { done: false, recordedAt: is.lte(now - RESUMED_AFTER_MS) },
    { orderBy: [['_id', 'asc']], limit: 100 },
  )
  for (const order of orders) {
    if (isOver()) break
    try {
      if ((await continueReorganisation(order, now, isOver)).done) done++
    } catch (error) {
      tell(error)
      // it stays undone, and keeps neither the other orders nor the timer's other work from being done
    }
  }
  return done
}

/** The branches that go on, in the order in which they were named. */
export async function successorsOf(order: ReorganisationDoc): Promise<{ id: string; name: string }[]> {
  const ids = order.into.map(({ orgId }) => orgId)
  const branches = await findByIds<OrganisationDoc>('organisations', ids, { fields: ['name'] })
  return ids.map((id) => ({ id, name: branches.find(({ _id }) => _id === id)?.name ?? '' }))
}
