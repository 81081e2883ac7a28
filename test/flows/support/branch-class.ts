import type { BindingDoc, PersonDoc, QuizDoc } from '../../../cloudfunctions/_data/documents'
import type { OutputOf } from '../../../src/contracts/action'
import type { dealPaper, getResult } from '../../../src/contracts/quiz'
import type { TestCloud } from '../../support/cloud'

/** A member of the branch as their phone calls the server. */
export interface Classmate {
  readonly openid: string
  call<T>(fn: string, action: string, input: object): Promise<T>
}

/** Everyone of a branch of the demo county; who had not bound a WeChat identity has one then. */
export async function bindBranch(cloud: TestCloud, orgId: string): Promise<Classmate[]> {
  const bindings = await cloud.all<BindingDoc>('bindings')
  const members = (await cloud.all<PersonDoc>('people')).filter(
    (one) => one.orgId === orgId && one.seatings.some(({ until }) => until === null),
  )
  const like = bindings[0]
  if (!like) throw new Error('nobody is bound')
  const bound = members.map(
    ({ _id }) => bindings.find(({ personId }) => personId === _id) ?? { ...like, _id: `flow-${_id}`, personId: _id },
  )
  await cloud.put('bindings', bound)
  return bound.map(({ _id: openid }) => {
    const token = cloud.loginAs(openid)
    return {
      openid,
      async call<T>(fn: string, action: string, input: object) {
        const { result } = await cloud.call<{ ok: boolean; data: T; error?: { code: string } }>(
          fn,
          action,
          input,
          await token,
        )
        if (!result.ok) throw new Error(`${action}: ${result.error?.code}`)
        return result.data
      },
    }
  })
}

/** How a member fills in a paper: the handbook's questions right up to a number, the rest left open; and one option of the question in doubt. */
export interface Plan {
  readonly right: number
  readonly option: string
}

/** Answers the quiz as planned, by the same calls as the app; the attempt. */
export async function answerAsPlanned(mate: Classmate, quiz: QuizDoc, doubtful: string, plan: Plan): Promise<string> {
  const paper = await mate.call<OutputOf<typeof dealPaper>>('learn', 'dealPaper', { quizId: quiz._id })
  let left = plan.right
  const answers = paper.items.flatMap(({ questionId, options }) => {
    const question = quiz.questions.find(({ id }) => id === questionId)
    if (!question) throw new Error(`the paper has ${questionId}, which the quiz has not`)
    if (question.stem === doubtful) return [{ questionId, chosen: [options.indexOf(plan.option)] }]
    if (left-- <= 0) return []
    if (question.kind === 'fill') return [{ questionId, chosen: [], text: question.accepted?.[0] ?? '' }]
    const chosen = question.key.map((at) => options.indexOf(question.options[at] ?? '')).sort((a, b) => a - b)
    return [{ questionId, chosen }]
  })
  await mate.call('learn', 'submitPaper', { attemptId: paper.attemptId, answers })
  return paper.attemptId
}

export const scoreOf = async (mate: Classmate, attemptId: string): Promise<number> =>
  (await mate.call<OutputOf<typeof getResult>>('learn', 'getResult', { attemptId })).score
