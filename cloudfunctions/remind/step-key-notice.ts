import { aroundCorrection, impactOn } from '@/domain/quiz/keys'
import type { SendingDoc } from '../_data/documents'
import { handedInAfter } from '../_data/key-corrections'
import { findQuiz } from '../_data/quizzes'
import { addReminders } from '../_data/reminders'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const A_STEP = 200

/** Of the papers of a quiz whose key was corrected, the next two hundred: to whoever was told other marks before. Once each, however many papers of theirs changed. */
export async function stepKeyNotice(sending: SendingDoc): Promise<Step> {
  const { notice } = sending
  const end = { after: null, more: false, already: 0 }
  const quiz = notice && (await findQuiz(notice.activityId))
  const around = quiz && aroundCorrection(quiz, notice.mark)
  if (!around) return end
  const { before, after, correction, place } = around
  const { rows, more } = await handedInAfter(quiz._id, typeof sending.after === 'string' ? sending.after : '', A_STEP)
  const changed = rows.filter(({ dealt, submission: { answers, keyVersion } }) => {
    // told by the new key from the beginning
    if ((keyVersion ?? 0) > place) return false
    const { rise, fall, nowPass } = impactOn(before, after, correction.questionId, { dealt, answers, keyVersion })
    return rise + fall + nowPass > 0
  })
  const wanted = changed.map(({ _id: attemptId }) => {
    const [, personId = ''] = attemptId.split('.')
    const { text, template, activityId, mark } = notice
    return reminderOf(sending, { personId, template, text, activityId, mark, attemptId })
  })
  const once = wanted.filter(({ _id }, i) => wanted.findIndex((one) => one._id === _id) === i)
  await addReminders(once)
  return { after: rows[rows.length - 1]?._id ?? null, more, already: 0 }
}
