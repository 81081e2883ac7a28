import type { AttemptDoc, FactDoc, QuizDoc, QuizQuestion } from '../../../cloudfunctions/_data/documents'
import type { Answer, Paper } from '../../../src/contracts/quiz'
import { questions, quizzes } from '../../support/county/activities'
import type { County } from '../../support/county/start-county'

export const MINUTE = 60_000

/** A gap that takes 32学时 in whatever figures. */
export const gap: QuizQuestion = {
  ...(questions[0] as QuizQuestion),
  id: 'gap',
  kind: 'fill',
  stem: '每年集中学习培训不少于____。',
  options: [],
  key: [],
  accepted: ['32学时'],
  explanation: '解析gap',
}

/** A quiz of the county like its open one: four questions of 25 points, 20 minutes, two attempts, 漏选 in proportion. */
export const quizLike = (id: string, extra: Partial<QuizDoc>): QuizDoc => ({
  ...(quizzes[0] as QuizDoc),
  _id: id,
  title: `测试答题${id}`,
  ...extra,
})

/** The right answers of a dealt paper, found by the texts of the options. */
export const rightAnswers = (paper: Paper): Answer[] =>
  paper.items.map(({ questionId, options, kind }) => {
    if (kind === 'fill') return { questionId, chosen: [], text: ' 三十二 学时。' }
    const question = questions.find(({ id }) => id === questionId)
    const right = question?.key.map((index) => question.options[index]) ?? []
    return { questionId, chosen: options.flatMap((option, index) => (right.includes(option) ? [index] : [])) }
  })

/** The same, with the single-choice questions q1 and q4 answered wrongly. */
export const halfRight = (paper: Paper): Answer[] =>
  rightAnswers(paper).map((answer) => {
    const wrong = answer.questionId === 'q1' || answer.questionId === 'q4'
    return wrong ? { ...answer, chosen: [((answer.chosen[0] ?? 0) + 1) % 4] } : answer
  })

export const attemptOf = async ({ cloud }: County, attemptId: string): Promise<AttemptDoc> => {
  const attempt = (await cloud.all<AttemptDoc>('attempts')).find(({ _id }) => _id === attemptId)
  if (!attempt) throw new Error(`there is no attempt ${attemptId}`)
  return attempt
}

export const factsOf = async ({ cloud }: County, quizId: string, personId: string): Promise<FactDoc[]> =>
  (await cloud.all<FactDoc>('facts')).filter((one) => one.activityId === quizId && one.personId === personId)
