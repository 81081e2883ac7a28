import { answerLetter as contract } from '@/contracts/me'
import { canAnswerLetter } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import { letterWithOrg, putAnswer } from '../_data/letters'
import { checkText } from '../_data/text-check'
import { implement } from '../_kit/action'

/** For those who answer for the organisation to which the letter went, except whom it may be about. */
export const answerLetter = implement(contract, {
  alongside: ({ letterId }) => ({ letter: letterWithOrg(letterId) }),
  allow({ caller, found, refuse }) {
    const letter = found.letter[0] ?? refuse('NOT_FOUND')
    return canAnswerLetter(caller, letter, letter.org[0]?.path ?? [])
  },
  async handle({ caller, input: { letterId, text }, now, requestId, refuse }) {
    if ((await checkText(caller.openid, text)) === 'refused') return refuse('TEXT_REFUSED')
    const by = caller.person._id
    await putAnswer(letterId, { text, at: now, by })
    const action = 'answerLetter'
    await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object: letterId, at: now, requestId })
    return { answeredAt: now }
  },
})
