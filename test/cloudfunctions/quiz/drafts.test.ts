import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dealPaper, keepDraft, submitPaper } from '../../../src/contracts/quiz'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { attemptOf, factsOf, quizLike, rightAnswers } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('quizzes', [quizLike('brief', { minutes: 5 })])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const answer = (questionId: string, chosen: number[], at: number) => ({ questionId, chosen, at })

describe('a draft', () => {
  test('is kept in two requests, joined by the later tap, and given back when the paper is opened again', async () => {
    const e1 = county.as('e1')
    const { attemptId, dealtAt } = await e1.ok(dealPaper, { quizId: 'open' })
    const one = { answers: [answer('q1', [2], dealtAt + 10), answer('q2', [0], dealtAt + 20)], marked: ['q2'] }
    const first = await e1.call(keepDraft, { attemptId, draft: one })
    expect(first.databaseRequests).toBe(2)
    // another phone: an older tap at q1, a later one at q2, and a new answer
    const two = {
      answers: [answer('q1', [0], dealtAt + 5), answer('q2', [0, 1], dealtAt + 30), answer('q3', [1], dealtAt + 31)],
      marked: ['q3', 'q9'],
    }
    const { draft } = await e1.ok(keepDraft, { attemptId, draft: two })
    const byQuestion = (list: typeof draft.answers) =>
      Object.fromEntries(list.map((one) => [one.questionId, one.chosen]))
    expect(byQuestion(draft.answers)).toEqual({ q1: [2], q2: [0, 1], q3: [1] })
    expect(draft.marked).toEqual(['q3'])
    const resumed = await e1.ok(dealPaper, { quizId: 'open' })
    expect(resumed).toMatchObject({ attemptId, draft })
    // sent again there is nothing new to keep
    expect(await e1.call(keepDraft, { attemptId, draft })).toMatchObject({ databaseRequests: 1 })
  })

  test('is never graded, and gone when the paper is handed in', async () => {
    const w0 = county.as('w0')
    const paper = await w0.ok(dealPaper, { quizId: 'open' })
    const { attemptId } = paper
    const answers = rightAnswers(paper).map((one) => ({ ...one, at: NOON }))
    await w0.ok(keepDraft, { attemptId, draft: { answers, marked: [] } })
    expect(await w0.ok(submitPaper, { attemptId, answers: [] })).toMatchObject({ score: 0, counts: { blank: 4 } })
    expect(await attemptOf(county, attemptId)).toMatchObject({ draft: null, others: [] })
    expect(await w0.code(keepDraft, { attemptId, draft: { answers, marked: [] } })).toBe('ALREADY_SUBMITTED')
    expect((await attemptOf(county, attemptId)).draft).toBeNull()
  })

  test('of a paper whose time ran out stays a draft: nobody took part, and the next attempt begins empty', async () => {
    const w1 = county.as('w1')
    const paper = await w1.ok(dealPaper, { quizId: 'brief' })
    const { attemptId } = paper
    const draft = { answers: [answer('q1', [1], NOON)], marked: [] }
    await w1.ok(keepDraft, { attemptId, draft })
    await county.cloud.clock(paper.deadlineAt + 31_000)
    expect(await w1.code(keepDraft, { attemptId, draft })).toBe('ATTEMPT_EXPIRED')
    expect(await factsOf(county, 'brief', 'w1')).toEqual([])
    expect((await attemptOf(county, attemptId)).submission).toBeNull()
    expect(await w1.ok(dealPaper, { quizId: 'brief' })).toMatchObject({ number: 2, draft: null })
  })

  test('of somebody else, or of no attempt, is not found', async () => {
    const draft = { answers: [], marked: [] }
    expect(await county.as('d0').code(keepDraft, { attemptId: 'open.e1.1', draft })).toBe('NOT_FOUND')
    expect(await county.as('d0').code(keepDraft, { attemptId: 'open.d0.7', draft })).toBe('NOT_FOUND')
  })

  test('saved by ten phones at once loses no answer of any of them', async () => {
    const d0 = county.as('d0')
    const { attemptId, items, dealtAt } = await d0.ok(dealPaper, { quizId: 'open' })
    const saves = Array.from({ length: 10 }, (_, i) => {
      const { questionId = '', kind } = items[i % items.length] ?? {}
      return answer(questionId, kind === 'judge' ? [i % 2] : [i % 4], dealtAt + i)
    })
    await Promise.all(
      saves.map(async (one) => {
        for (;;) {
          const { answer: given } = await d0.call(keepDraft, { attemptId, draft: { answers: [one], marked: [] } })
          if (given.ok) return
          expect(given.error.code).toBe('BUSY')
        }
      }),
    )
    // the latest of each question: saves 8, 9, 6 and 7
    const kept = (await attemptOf(county, attemptId)).draft?.answers ?? []
    expect(kept.map(({ at }) => at - dealtAt).sort()).toEqual([6, 7, 8, 9])
  })
})
