import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { AnalysisDoc, AttemptDoc, QuizDoc } from '../../../cloudfunctions/_data/documents'
import { applyKey, getCorrection, proposeKey, startAnalysis } from '../../../src/contracts/analysis'
import { getJob } from '../../../src/contracts/jobs'
import { standingMark } from '../../../src/domain/quiz/keys'
import { NOON } from '../../support/county/activities'
import { organisations } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { Hours, type Mortal, surviving } from '../jobs/deaths'
import { keyed, paper, putCrowd } from './support'

// a hundred deaths take their time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 900_000 })

const SIZE = 650
let county: County
let hours: Hours
beforeAll(async () => {
  county = await startCounty()
  hours = new Hours(county.cloud, NOON)
  // more branches than one step looks at
  const [, , east] = organisations
  const more = Array.from({ length: 60 }, (_, i) => ({
    ...east,
    _id: `more${i}`,
    path: ['county', 'town', `more${i}`],
  }))
  await county.cloud.put('organisations', more)
  await putCrowd(county, SIZE)
  await county.cloud.put(
    'attempts',
    Array.from({ length: SIZE }, (_, i) => paper(`x${i}`, i % 3 === 0 ? [1, 2, 2, 0] : [2, 2, i % 2, 2])),
  )
})
afterEach(() => county.cloud.chaos(null))
afterAll(() => county.cloud.stop())

/** Goes on with a job as its page does; every third time only the timer does. Whether it is closed. */
async function goOn(id: string, byTimer: boolean): Promise<boolean> {
  if (byTimer) await county.cloud.timer('jobs')
  else await county.as('countyorg').ok(getJob, { id, work: true })
  const jobs = await county.cloud.all<{ _id: string; open: boolean }>('jobs')
  return jobs.find(({ _id }) => _id === id)?.open === false
}

const storedQuiz = async () => {
  const quiz = (await county.cloud.all<QuizDoc>('quizzes')).find(({ _id }) => _id === 'keyed')
  if (!quiz) throw new Error('the quiz is gone')
  return quiz
}

/** How many papers have how many points, as every result derives them from what lies in the database. */
async function pointsOfAll(quiz: QuizDoc): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (const { dealt, submission } of await county.cloud.all<AttemptDoc>('attempts')) {
    if (!submission) continue
    const standing = standingMark(quiz, { dealt, answers: submission.answers, receivedAt: submission.receivedAt })
    if (standing.ok) counts[standing.grade.score] = (counts[standing.grade.score] ?? 0) + 1
  }
  return counts
}

/** x0, x3, …: 217 papers with a wrong key of a: 50 → 75. The others: 75 → 50, every one of them with two of b, c, d right. */
const before = { 50: 217, 75: 433 }
const after = { 50: 433, 75: 217 }

function regrading(): Mortal {
  let id = ''
  let correctionId = ''
  let byTimer = false
  return {
    async begin(n) {
      byTimer = n % 3 === 2
      await county.cloud.put('quizzes', [keyed])
      const key = `kill-regrade-${n}`
      const change = { to: 'key' as const, key: [1] }
      const input = { key, quizId: 'keyed', questionId: 'a', version: 0, change, reason: '条文已经修改' }
      const proposed = await county.as('countyorg').ok(proposeKey, input)
      correctionId = proposed.correctionId
      while (!(await goOn(proposed.jobId, false))) await hours.pass()
      id = (await county.as('countyorg').ok(applyKey, { correctionId })).jobId
    },
    goOn: () => goOn(id, byTimer),
    async look() {
      const quiz = await storedQuiz()
      const holds = quiz.corrections?.length ?? 0
      expect([quiz.keyVersion ?? 0, quiz.questions[0]?.key]).toEqual(holds ? [1, [1]] : [0, [2]])
      expect(await pointsOfAll(quiz)).toEqual(holds ? after : before)
    },
    async result() {
      expect((await county.as('countyorg').ok(getJob, { id })).state).toBe('done')
      expect(await county.cloud.all('jobParts')).toEqual([])
      const { state, impact } = await county.as('countyorg').ok(getCorrection, { correctionId })
      return { state, impact, points: await pointsOfAll(await storedQuiz()) }
    },
  }
}

test('a regrade whose workers die at 100 random points changes all marks or none, counts each paper once, and comes to its end', async () => {
  const { killed, expected, results } = await surviving(county.cloud, regrading(), hours, 100, 1100)
  expect(killed).toBeGreaterThanOrEqual(100)
  const impact = { papers: SIZE, touched: SIZE, rise: 217, fall: 433, nowPass: 217, keptPass: 433 }
  expect(expected).toEqual({ state: 'applied', impact, points: after })
  for (const result of results) expect(result).toEqual(expected)
})

function analysing(): Mortal {
  let id = ''
  let byTimer = false
  const stored = async () => (await county.cloud.all<AnalysisDoc>('analyses')).find(({ quizId }) => quizId === 'keyed')
  let asOf = 0
  return {
    async begin(n) {
      byTimer = n % 3 === 2
      await county.cloud.put('quizzes', [keyed])
      asOf = (await stored())?.asOf ?? 0
      id = (await county.as('countyorg').ok(startAnalysis, { quizId: 'keyed', orgId: 'county' })).jobId
    },
    goOn: () => goOn(id, byTimer),
    async look() {
      // the analysis of before, or the whole one
      const papers = (await stored())?.tally.papers
      expect([undefined, SIZE]).toContain(papers)
    },
    async result() {
      expect((await county.as('countyorg').ok(getJob, { id })).state).toBe('done')
      expect(await county.cloud.all('jobParts')).toEqual([])
      const analysis = await stored()
      expect(analysis?.asOf).toBeGreaterThan(asOf)
      return analysis?.tally
    },
  }
}

test('an analysis whose workers die at 100 random points counts each paper once', async () => {
  const { killed, expected, results } = await surviving(county.cloud, analysing(), hours, 100, 1300)
  expect(killed).toBeGreaterThanOrEqual(100)
  expect(expected).toMatchObject({ papers: SIZE, unlike: 0, totals: before })
  for (const result of results) expect(result).toEqual(expected)
})
