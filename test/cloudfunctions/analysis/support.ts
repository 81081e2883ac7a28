import type { AttemptDoc, PersonDoc, QuizDoc, QuizQuestion } from '../../../cloudfunctions/_data/documents'
import { getJob } from '../../../src/contracts/jobs'
import { HOUR, NOON, questions, quizzes } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, putPeople } from '../../support/county/start-county'

const [single] = questions as [QuizQuestion]

/** Four single questions of 25 points, the key 丙 (2) each; 60 passes; of the county, open for two more days. */
export const keyed: QuizDoc = {
  ...(quizzes[0] as QuizDoc),
  _id: 'keyed',
  title: '测试答题',
  questions: ['a', 'b', 'c', 'd'].map((id) => ({ ...single, id, stem: `题干${id}` })),
}

/** A paper of it: what was chosen of a, b, c, d, in the stored order, which is also the one shown. */
export const paper = (
  personId: string,
  chosen: readonly number[],
  extra: Partial<AttemptDoc> & { receivedAt?: number } = {},
): AttemptDoc => {
  const { receivedAt = NOON - HOUR, number = 1, ...more } = extra
  const dealt = ['a', 'b', 'c', 'd'].map((questionId) => ({ questionId, order: [0, 1, 2, 3] }))
  const answers = dealt.flatMap(({ questionId }, i) => {
    const one = chosen[i]
    return one === undefined ? [] : [{ questionId, chosen: [one] }]
  })
  return {
    _id: `keyed.${personId}.${number}`,
    quizId: 'keyed',
    personId,
    owner: `keyed.${personId}`,
    number,
    seed: 1,
    dealtAt: receivedAt - HOUR / 4,
    deadlineAt: receivedAt + HOUR / 4,
    dealt,
    along: false,
    minutes: 20,
    openedAt: null,
    draft: null,
    submission: { at: receivedAt, receivedAt, openedAt: null, answeredAt: null, answers },
    others: [],
    ...more,
  }
}

/** Members of east and west beside those whom the county has; seats from 100 on. */
export const crowd = (size: number): PersonDoc[] =>
  Array.from({ length: size }, (_, i) => person(`x${i}`, i % 2 === 0 ? 'east' : 'west', 100 + i))

export async function putCrowd({ cloud }: County, size: number): Promise<PersonDoc[]> {
  const everyone = crowd(size)
  await putPeople(cloud, [...people, ...everyone])
  return everyone
}

/** Goes on with a job until it has ended; its state. */
export async function work(county: County, personId: string, id: string): Promise<string> {
  for (;;) {
    const { state } = await county.as(personId).ok(getJob, { id, work: true })
    if (state === 'done' || state === 'failed') return state
  }
}
