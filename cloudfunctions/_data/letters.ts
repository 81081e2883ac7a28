import { createHash } from 'node:crypto'
import type { MailPlace } from '@/contracts/me'
import { OVERDUE_MS } from '@/domain/people'
import { alongside } from './alongside'
import { aggregate, findById, insertOnce, update, whole } from './database'
import type { LetterDoc } from './documents'

/** The id of a letter: the same for its repeat; it does not tell who wrote it, since the key is a secret of the writer's phone. */
export const letterId = (personId: string, key: string): string =>
  `l-${createHash('sha256').update(`letter.${personId}.${key}`).digest('hex').slice(0, 32)}`

export const findLetter = (id: string) => findById<LetterDoc>('letters', id)

/** Keeps a letter: 'exists' when it was sent before. */
export const addLetter = (letter: LetterDoc) => insertOnce('letters', letter)

const MOST_LETTERS = 50

/**
 * The caller's own, but complaints only those that were sent under this very binding: an invitation may make another WeChat identity the person, and it
 * is issued by those whom a complaint may be about.
 */
const own = (openid: string): Record<string, unknown>[] => [
  { $match: { _id: openid } },
  { $limit: 1 },
  { $lookup: { from: 'letters', localField: 'personId', foreignField: 'personId', as: 'own' } },
  { $unwind: '$own' },
  { $match: { $expr: { $or: [{ $ne: ['$own.kind', 'complaint'] }, { $gte: ['$own.sentAt', '$boundAt'] }] } } },
  { $replaceRoot: { newRoot: '$own' } },
]

/** The caller's own, latest first; read with the caller. */
export const ownLetters = (openid: string) =>
  alongside<LetterDoc>('bindings', ...own(openid), { $sort: { sentAt: -1, _id: 1 } }, { $limit: MOST_LETTERS })

/** How many they are. */
export const ownLetterCount = (openid: string) =>
  alongside<{ count: number }>('bindings', ...own(openid), { $count: 'count' })

/** What lies in an organisation's mailbox now (`mailboxesOf`), but complaints about some others: those are not for whoever asks. */
const readable = (orgId: string, notAbout: readonly string[], now: number) => ({
  $match: {
    toOrgIds: orgId,
    aboutOrgIds: { $nin: [...notAbout] },
    $or: [
      { toOrgId: orgId },
      { kind: 'complaint' },
      { 'answer.orgId': orgId },
      { answered: false, sentAt: { $lte: now - OVERDUE_MS } },
    ],
  },
})

/** Behind a place in the order: unanswered first, then latest first. */
const behind = ({ answered, sentAt, id }: MailPlace) => ({
  $match: {
    $or: [
      { answered: { $gt: answered } },
      { answered, sentAt: { $lt: sentAt } },
      { answered, sentAt, _id: { $gt: id } },
    ],
  },
})

interface Asked {
  readonly orgId: string
  /** Organisations about which the caller reads no complaints. */
  readonly notAbout: readonly string[]
  readonly after: MailPlace | null
  readonly now: number
}

/** A page of at most 50, how many are unanswered in all, and where the next page begins. Two requests, side by side. */
export async function lettersTo({ orgId, notAbout, after, now }: Asked) {
  const all = readable(orgId, notAbout, now)
  const [found, [open]] = await Promise.all([
    aggregate<LetterDoc>('letters', [
      all,
      ...(after ? [behind(after)] : []),
      { $sort: { answered: 1, sentAt: -1, _id: 1 } },
      { $limit: MOST_LETTERS + 1 },
    ]),
    aggregate<{ count: number }>('letters', [all, { $match: { answered: false } }, { $count: 'count' }]),
  ])
  const rows = found.slice(0, MOST_LETTERS)
  const last = found.length > rows.length ? rows[rows.length - 1] : undefined
  return {
    rows,
    open: open?.count ?? 0,
    next: last ? { answered: last.answered, sentAt: last.sentAt, id: last._id } : null,
  }
}

/** A letter, read with the caller. */
export const letterById = (id: string) => alongside<LetterDoc>('letters', { $match: { _id: id } }, { $limit: 1 })

/** Answers it in place of the answer given at `was` (null: of none). false: somebody else has answered in the meantime. */
export async function putAnswer(
  id: string,
  answer: NonNullable<LetterDoc['answer']>,
  was: number | null,
): Promise<boolean> {
  const before = was === null ? { _id: id, answered: false } : { _id: id, 'answer.at': was }
  return (await update('letters', before, { answered: true, answer: whole(answer) })) === 1
}
