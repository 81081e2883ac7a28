import { listQuizzes as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { quizzesBelow } from '../_data/quiz-desk'
import { draftsOf } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { deskRows } from './desk-row'

const A_PAGE = 20

/** The caller with everything listed in one database request, then what every figure reads (six when warm). */
export const listQuizzes = implement(contract, {
  alongside: ({ orgId, before }) => ({
    org: organisationById(orgId),
    drafts: draftsOf(orgId),
    quizzes: quizzesBelow(orgId, before, A_PAGE + 1),
  }),
  allow: ({ caller, found: { org }, refuse }) => canMakeQuiz(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input, now, found }) {
    const shown = found.quizzes.slice(0, A_PAGE)
    const last = shown[shown.length - 1]
    return {
      now,
      orgName: found.org[0]?.name ?? '',
      drafts: (input.before === null ? found.drafts : []).map(({ _id, orgId, settings, pool, updatedAt, state }) => ({
        draftId: _id,
        ...{ orgId, title: settings.title, questions: pool, updatedAt },
        state: state === 'publishing' ? ('publishing' as const) : ('draft' as const),
      })),
      quizzes: await deskRows(input.orgId, shown, now),
      next: last && found.quizzes.length > A_PAGE ? { closesAt: last.closesAt, id: last._id } : null,
    }
  },
})
