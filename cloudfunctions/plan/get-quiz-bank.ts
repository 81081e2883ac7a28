import { getQuizBank as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { lastQuizOf, quizBank } from '../_data/quiz-bank'
import { implement } from '../_kit/action'
import { recentOf } from './choosing'

/** One database request: the caller with the organisation, the handbook without keys, and the last quiz's questions. */
export const getQuizBank = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId), chapters: quizBank(), last: lastQuizOf(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canMakeQuiz(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ found }) {
    return {
      orgName: found.org[0]?.name ?? '',
      chapters: found.chapters.map(({ _id: id, title, items }) => ({
        id,
        title,
        questions: items.map((item) => ({
          id: item.id,
          stem: item.stem,
          kind: item.kind,
          difficulty: item.difficulty,
          tags: item.tags,
        })),
      })),
      recent: recentOf(found.last),
    }
  },
})
