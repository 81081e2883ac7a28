import { canMakeQuiz } from '@/domain/people'
import type { Caller } from '@/domain/people/scope'
import { arriveByOf, closingOf } from '@/domain/quiz'
import type { OrganisationDoc, QuizDoc } from '../../_data/documents'

/**
 * Whose answers an organisation sees of a quiz: its own subtree's; where the quiz is of an organisation below, all of them. null: the quiz is none of its business.
 */
export function answersFrom(org: OrganisationDoc, quizOrg: OrganisationDoc): OrganisationDoc | null {
  if (org.path.includes(quizOrg._id)) return org
  return quizOrg.path.includes(org._id) ? quizOrg : null
}

/**
 * Whether the viewer sees keys, options and who chose what: whoever may make the quiz; everybody else who may see its figures only when no paper can come in any more, and
 * never if it never tells its keys. How often each option was chosen tells the key as well as the key does.
 */
export const seesKeys = (caller: Caller, quiz: QuizDoc, quizOrg: OrganisationDoc, now: number): boolean =>
  canMakeQuiz(caller, quizOrg.path) || (quiz.release !== 'never' && now >= arriveByOf(quiz, closingOf(quiz)))
