import { createHash } from 'node:crypto'
import { alongside } from './alongside'
import { aggregate, findById, insertOnce, update, whole } from './database'
import type { LetterDoc, OrganisationDoc } from './documents'
import { ownDocuments } from './own'

/** The id of a letter: the same for its repeat; it does not tell who wrote it, since the key is a secret of the writer's phone. */
export const letterId = (personId: string, key: string): string =>
  `l-${createHash('sha256').update(`letter.${personId}.${key}`).digest('hex').slice(0, 32)}`

export const findLetter = (id: string) => findById<LetterDoc>('letters', id)

/** Keeps a letter: 'exists' when it was sent before. */
export const addLetter = (letter: LetterDoc) => insertOnce('letters', letter)

const MOST_LETTERS = 50

/** The caller's own, latest first. */
export const ownLetters = (openid: string) =>
  ownDocuments<LetterDoc>(openid, 'letters', 'personId', { $sort: { sentAt: -1, _id: 1 } }, { $limit: MOST_LETTERS })

/** Letters to an organisation, but complaints about some others: those are not for whoever asks. */
const readable = (orgId: string, notAbout: readonly string[]) => ({
  $match: { toOrgId: orgId, $or: [{ kind: { $ne: 'complaint' } }, { fromOrgId: { $nin: [...notAbout] } }] },
})

/** At most 50: unanswered first, then latest first; and how many are unanswered. Two requests, side by side. */
export async function lettersTo(orgId: string, notAbout: readonly string[]) {
  const stages = [readable(orgId, notAbout)]
  const [rows, [open]] = await Promise.all([
    aggregate<LetterDoc>('letters', [
      ...stages,
      { $sort: { answered: 1, sentAt: -1, _id: 1 } },
      { $limit: MOST_LETTERS },
    ]),
    aggregate<{ count: number }>('letters', [...stages, { $match: { answered: false } }, { $count: 'count' }]),
  ])
  return { rows, open: open?.count ?? 0 }
}

/** A letter with the organisation to which it went, read with the caller. */
export const letterWithOrg = (id: string) =>
  alongside<LetterDoc & { org: OrganisationDoc[] }>(
    'letters',
    { $match: { _id: id } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'toOrgId', foreignField: '_id', as: 'org' } },
  )

/** Answers it, in place of an earlier answer. */
export const putAnswer = (id: string, answer: NonNullable<LetterDoc['answer']>) =>
  update('letters', { _id: id }, { answered: true, answer: whole(answer) })
