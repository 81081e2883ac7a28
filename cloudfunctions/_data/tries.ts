import { type TryKind, tryRules, tryStanding } from '@/domain/people/tries'
import { alongside } from './alongside'
import { _, findById, insertOnce, isIn, remove, update } from './database'
import type { TriesDoc } from './documents'

/** Whose tries of what: an openid's, or those at an activity. */
export const triesId = (kind: TryKind, subject: string) => `${kind}.${subject}`

/** Counters, read with the caller. */
export const triesOf = (...ids: readonly string[]) =>
  alongside<TriesDoc>('tries', { $match: { _id: { $in: [...ids] } } }, { $limit: ids.length })

export const findTries = (id: string) => findById<TriesDoc>('tries', id)

/** After as many rounds someone else has always been faster: by then the slot is used up. */
const ROUNDS = 5

/**
 * Counts a try, if the slot has one left: true when it may go on. The database compares and counts in one step, so of a hundred
 * at once no more get through than the slot allows. One request when `known` is what is stored; two more for each time it was not.
 */
export async function countTry(kind: TryKind, subject: string, now: number, known: TriesDoc | null): Promise<boolean> {
  const _id = triesId(kind, subject)
  const { limit } = tryRules[kind]
  let stored = known
  for (let round = 0; round < ROUNDS; round++) {
    const { slot, left } = tryStanding(kind, stored, now)
    if (left === 0) return false
    if (!stored) {
      if ((await insertOnce('tries', { _id, slot, count: 1 } satisfies TriesDoc)) === 'inserted') return true
    } else if (stored.slot === slot) {
      if ((await update('tries', { _id, slot, count: _.lt(limit) }, { count: _.inc(1) })) === 1) return true
    } else if ((await update('tries', { _id, slot: stored.slot }, { slot, count: 1 })) === 1) return true
    stored = await findTries(_id)
  }
  return false
}

const kinds = Object.keys(tryRules) as TryKind[]

/** Forgets how often a WeChat identity tried. Only for one whose binding ends: else it would be a way past the limits. */
export const forgetTries = (openid: string) =>
  remove('tries', { _id: isIn(kinds.map((kind) => triesId(kind, openid))) })
