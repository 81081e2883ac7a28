import { caseSentences } from '@/contracts/errors'
import { timesProblem } from '@/domain/themeday'
import { refuse } from '../_kit/refusal'

const say = {
  order: caseSentences.dayTimes.say,
  tooLong: caseSentences.dayTimes.say,
  past: caseSentences.dayPast.say,
  tooFar: caseSentences.dayTooFar.say,
}

/** Throws PLAN_TIMES with a sentence that says what is wrong with the times. */
export function requireTimes(times: { startsAt: number; endsAt: number }, now: number): void {
  const problem = timesProblem(times, now)
  if (problem !== null) refuse('PLAN_TIMES', problem, say[problem])
}

/** Throws TEXT_REFUSED when WeChat's check refused what members will read. */
export function requireWords(refused: boolean): void {
  if (refused) refuse('TEXT_REFUSED', 'plan', caseSentences.dayWordsRefused.say)
}
