import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { AnalysisDoc, AttemptDoc, KeyCorrectionDoc, QuizDoc } from '../../../cloudfunctions/_data/documents'
import { unpackTally } from '../../../cloudfunctions/_data/packed-tally'
import { applyKey, getCorrection, startAnalysis } from '../../../src/contracts/analysis'
import { getJob } from '../../../src/contracts/jobs'
import { noImpact, standingMark } from '../../../src/domain/quiz/keys'
import { NOON } from '../../support/county/activities'
import { organisations } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { KILLS } from '../../support/deaths'
import { fired, Hours, type Mortal, surviving } from '../jobs/deaths'
import { keyed, paper, putCrowd } from './support'

// a hundred deaths take their time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 900_000 })

/** Three portions of papers for a regrade. */
const SIZE = 420
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
  if (byTimer) await fired(county.cloud, 'jobs')
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
    const standing = standingMark(quiz, { dealt, answers: submission.answers, keyVersion: submission.keyVersion })
    if (standing.ok) counts[standing.grade.score] = (counts[standing.grade.score] ?? 0) + 1
  }
  return counts
}

/** x0, x3, …: 140 papers with 乙 of a, which is wrong: 50 → 75. The others, with the key and two of b, c, d: 75 → 50. */
const before = { 50: 140, 75: 280 }
const after = { 50: 280, 75: 140 }

const proposal = (n: number): KeyCorrectionDoc => ({
  _id: `k-kill-${n}`,
  quizId: 'keyed',
  orgId: 'county',
  questionId: 'a',
  base: 0,
  before: { key: [2], accepted: [], full: false },
  after: { key: [1], accepted: [], full: false },
  reason: '条文已经修改',
  by: 'countyorg',
  proposedAt: NOON,
  impact: noImpact,
})

function regrading(): Mortal {
  let id = ''
  let correctionId = ''
  let byTimer = false
  return {
    async begin(n) {
      byTimer = n % 3 === 2
      await county.cloud.put('quizzes', [keyed])
      await county.cloud.put('keyCorrections', [proposal(n)])
      correctionId = proposal(n)._id
      expect(await pointsOfAll(await storedQuiz())).toEqual(before)
      id = (await county.as('countyorg').ok(applyKey, { correctionId })).jobId
    },
    goOn: () => goOn(id, byTimer),
    async look() {
      const quiz = await storedQuiz()
      // all marks follow from this one document: the old key and no history, or the new key and why
      const holds = quiz.corrections?.length ?? 0
      expect([quiz.keyVersion ?? 0, quiz.questions[0]?.key]).toEqual(holds ? [1, [1]] : [0, [2]])
    },
    async result() {
      expect((await county.as('countyorg').ok(getJob, { id })).state).toBe('done')
      expect(await county.cloud.all('jobParts')).toEqual([])
      const { state, impact } = await county.as('countyorg').ok(getCorrection, { correctionId })
      return { state, impact, points: await pointsOfAll(await storedQuiz()) }
    },
  }
}

test('a regrade whose workers die at random points changes all marks or none, counts each paper once, and comes to its end', async () => {
  const { killed, expected, results } = await surviving(county.cloud, regrading(), hours, KILLS, 1100)
  expect(killed).toBeGreaterThanOrEqual(KILLS)
  const impact = { papers: SIZE, touched: SIZE, rise: 140, fall: 280, nowPass: 140, keptPass: 280 }
  expect(expected).toEqual({ state: 'applied', impact, points: after })
  for (const result of results) expect(result).toEqual(expected)
})

function analysing(): Mortal {
  let id = ''
  let byTimer = false
  const stored = async () => {
    const doc = (await county.cloud.all<AnalysisDoc>('analyses')).find(({ quizId }) => quizId === 'keyed')
    return doc && { asOf: doc.asOf, tally: unpackTally(doc.packed) }
  }
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

test('an analysis whose workers die at random points counts each paper once', async () => {
  const { killed, expected, results } = await surviving(county.cloud, analysing(), hours, KILLS, 1300)
  expect(killed).toBeGreaterThanOrEqual(KILLS)
  expect(expected).toMatchObject({ papers: SIZE, unlike: 0, totals: before })
  for (const result of results) expect(result).toEqual(expected)
})
