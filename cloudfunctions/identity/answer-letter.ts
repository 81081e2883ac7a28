import { caseSentences } from '@/contracts/errors'
import { answerLetter as contract } from '@/contracts/me'
import { answersFor } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import type { Caller } from '../_data/callers'
import type { LetterDoc } from '../_data/documents'
import { findLetter, letterById, putAnswer } from '../_data/letters'
import { checkText } from '../_data/text-check'
import { implement } from '../_kit/action'

const officeOf = (caller: Caller, { toOrgIds, aboutOrgIds }: LetterDoc) =>
  answersFor(caller, { to: toOrgIds, about: aboutOrgIds })

/** For those who answer for one of the organisations to which the letter went, except whom it may be about. */
export const answerLetter = implement(contract, {
  alongside: ({ letterId }) => ({ letter: letterById(letterId) }),
  allow: ({ caller, found, refuse }) => officeOf(caller, found.letter[0] ?? refuse('NOT_FOUND')) !== null,
  async handle({ caller, input: { letterId, text, was }, now, requestId, found, refuse }) {
    const letter = found.letter[0] ?? refuse('NOT_FOUND')
    const orgId = officeOf(caller, letter) ?? refuse('FORBIDDEN')
    const by = caller.person._id
    // sent again, because the answer was lost
    const isMine = (answer: LetterDoc['answer']) => answer?.by === by && answer.text === text
    if (letter.answer && isMine(letter.answer)) return { answeredAt: letter.answer.at }
    if ((await checkText(caller.openid, text)) === 'refused') return refuse('TEXT_REFUSED')
    const at = Math.max(now, (was ?? 0) + 1)
    const action = 'answerLetter'
    // before the answer: one that stands without its line could not be traced
    await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object: letterId, at: now, requestId })
    if (await putAnswer(letterId, { text, at, by, orgId }, was)) return { answeredAt: at }
    const kept = (await findLetter(letterId))?.answer ?? null
    return kept && isMine(kept)
      ? { answeredAt: kept.at }
      : refuse('CHANGED_MEANWHILE', undefined, caseSentences.letterAnswered.say)
  },
})
