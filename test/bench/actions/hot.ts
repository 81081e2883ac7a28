import type { QuizDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { getHome } from '../../../src/contracts/learn'
import { completeLesson, getLesson } from '../../../src/contracts/lesson'
import { dealPaper, type Paper, submitPaper } from '../../../src/contracts/quiz'
import { getOverview } from '../../../src/contracts/stats'
import { type CheckInBoard, checkIn, getThemeDay, openCheckIn } from '../../../src/contracts/themeday'
import {
  branches,
  homeOf,
  MEMBERS,
  memberId,
  startStormCounty,
  themeDayFor,
} from '../../cloudfunctions/storm/storm-county'
import type { TestCloud } from '../../support/cloud'
import { NOON, quizzes } from '../../support/county/activities'
import { openidOf } from '../../support/county/county'
import { type Call, type Measured, measure } from './measure'

/** Members of whom one after the other calls, and those who call 16 at once. */
const ALONE = 200
const CROWD = 16

export interface HotAction {
  readonly name: string
  readonly one: Measured
  readonly many: Measured
}

const year = { orgId: 'county', from: '2026-01-01', to: '2026-12-31' }

/** A paper as real ones are: 20 questions of 40. */
const realQuiz = (): QuizDoc[] =>
  quizzes.map((quiz) => ({
    ...quiz,
    deal: 20,
    pointsEach: 5,
    questions: Array.from({ length: 10 }, (_, round) =>
      quiz.questions.map((question) => ({ ...question, id: `${question.id}-${round}`, stem: question.stem.repeat(8) })),
    ).flat(),
  }))

/** A county of 1,100 members in 20 branches, each branch with a theme day that is open, and workers that are warm. */
async function start(): Promise<{
  cloud: TestCloud
  tokens: string[]
  organiser: string
  boards: Map<string, CheckInBoard>
}> {
  const cloud = await startStormCounty()
  await cloud.put('quizzes', realQuiz())
  await cloud.put('themeDays', branches.map(themeDayFor) satisfies ThemeDayDoc[])
  const tokens: string[] = []
  for (let n = 0; n < MEMBERS; n++) tokens.push(await cloud.loginAs(openidOf(memberId(n))))
  const organiser = await cloud.loginAs(openidOf('countyorg'))
  const boards = new Map<string, CheckInBoard>()
  for (const branch of branches) {
    const input = { themeDayId: `day-${branch}` }
    const { result } = await cloud.call<{ ok: true; data: CheckInBoard }>(
      'themeday',
      openCheckIn.name,
      input,
      organiser,
    )
    boards.set(branch, result.data)
  }
  const warm: Call[] = Array.from({ length: 64 }, (_, n) => [
    { contract: getHome, input: {}, token: tokens[n] ?? '' },
    { contract: getThemeDay, input: { themeDayId: `day-${homeOf(n)}` }, token: tokens[n] ?? '' },
    { contract: getOverview, input: year, token: organiser },
  ]).flat()
  await measure(cloud, warm, CROWD)
  return { cloud, tokens, organiser, boards }
}

/** Measures the hot actions in the order in which a member does them; every call is the first of its kind by its member. */
export async function measureHotActions(): Promise<HotAction[]> {
  const { cloud, tokens, organiser, boards } = await start()
  const done: HotAction[] = []
  try {
    const run = async (name: string, callOf: (n: number) => Omit<Call, 'token'> & { token?: string }) => {
      const calls = tokens.map((token, n): Call => ({ token, ...callOf(n) }))
      const one = await measure(cloud, calls.slice(0, ALONE), 1)
      const many = await measure(cloud, calls.slice(ALONE), CROWD)
      done.push({ name, one: one.measured, many: many.measured })
      return [...one.data, ...many.data]
    }
    const papers = (await run('learn.dealPaper', () => ({ contract: dealPaper, input: { quizId: 'open' } }))) as Paper[]
    await run('learn.submitPaper', (n) => {
      const { attemptId = '', items = [] } = papers[n] ?? {}
      const answers = items.map(({ questionId, options }, i) => ({ questionId, chosen: [(i + n) % options.length] }))
      return { contract: submitPaper, input: { attemptId, answers } }
    })
    await run('learn.getLesson', () => ({ contract: getLesson, input: { lessonId: 'lesson1' } }))
    await run('learn.completeLesson', () => ({ contract: completeLesson, input: { lessonId: 'lesson1', chosen: [1] } }))
    // the boards are fresh by the cloud's clock, and a token stays good for ten minutes
    await cloud.clock(NOON)
    await run('themeday.checkIn, scanned', (n) => {
      const token = boards.get(homeOf(n))?.token
      return { contract: checkIn, input: { token } }
    })
    await run('learn.getHome', () => ({ contract: getHome, input: {} }))
    await cloud.timer('rollup')
    await measure(
      cloud,
      Array.from({ length: 16 }, () => ({ contract: getOverview, input: year, token: organiser })),
      8,
    )
    await run('stats.getOverview, warm', () => ({ contract: getOverview, input: year, token: organiser }))
    return done
  } finally {
    await cloud.stop()
  }
}
