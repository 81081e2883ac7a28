import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getHome } from '../../src/contracts/learn'
import { completeLesson, getLesson } from '../../src/contracts/lesson'
import { dealPaper, getResult, type Paper, submitPaper } from '../../src/contracts/quiz'
import { HOUR, NOON, questions } from '../support/county/activities'
import { type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

/** The right answers of a dealt paper, found by the texts of the options. */
const rightAnswers = (paper: Paper) =>
  paper.items.map(({ questionId, options }) => {
    const question = questions.find(({ id }) => id === questionId)
    const right = question?.key.map((index) => question.options[index]) ?? []
    return { questionId, chosen: options.flatMap((option, index) => (right.includes(option) ? [index] : [])) }
  })

const factsOf = async (personId: string) =>
  (await county.cloud.all<{ _id: string } & Record<string, unknown>>('facts')).filter(
    (fact) => fact.personId === personId,
  )

describe('a quiz', () => {
  test('is dealt, answered and graded; the participation is one fact; each call within three requests', async () => {
    const e1 = county.as('e1')
    const dealt = await e1.call(dealPaper, { quizId: 'open' })
    if (!dealt.answer.ok) throw new Error(dealt.answer.error.code)
    const paper = dealt.answer.data
    expect(dealt.databaseRequests).toBe(2)
    expect(paper).toMatchObject({ attemptId: 'open.e1.1', number: 1, quizId: 'open' })
    expect(paper.deadlineAt - paper.dealtAt).toBe(20 * 60_000)
    expect(paper.items.map(({ questionId }) => questionId).sort()).toEqual(['q1', 'q2', 'q3', 'q4'])

    // q2 answered by two of its three right options: 25 × 2 ÷ 3 = 16.67, rounded to 17
    const answers = rightAnswers(paper).map((answer) =>
      answer.questionId === 'q2' ? { ...answer, chosen: answer.chosen.slice(0, 2) } : answer,
    )
    const submitted = await e1.call(submitPaper, { attemptId: paper.attemptId, answers })
    if (!submitted.answer.ok) throw new Error(submitted.answer.error.code)
    expect(submitted.databaseRequests).toBe(3)
    expect(submitted.answer.data).toMatchObject({
      score: 92,
      maxScore: 100,
      passed: true,
      attemptsLeft: 1,
      counts: { right: 3, partial: 1, wrong: 0, blank: 0 },
    })

    expect(await factsOf('e1')).toEqual([
      expect.objectContaining({
        _id: 'quiz.open.e1',
        kind: 'quiz',
        orgId: 'east',
        seat: 1,
        mobile: false,
        day: '2026-11-10',
        channel: 'self',
        folded: false,
      }),
    ])
  })

  test('handed in again, with other answers, gets the first answer and changes nothing', async () => {
    const e1 = county.as('e1')
    const before = await county.cloud.all('attempts')
    const first = await e1.ok(getResult, { attemptId: 'open.e1.1' })
    const again = await e1.ok(submitPaper, { attemptId: 'open.e1.1', answers: [] })
    expect(again).toEqual(first)
    expect(await county.cloud.all<{ _id: string } & Record<string, unknown>>('attempts')).toEqual(before)
    expect(await factsOf('e1')).toHaveLength(1)
  })

  test('is dealt the same while it is open, from another phone too', async () => {
    const first = await county.as('e2').ok(dealPaper, { quizId: 'open' })
    const second = await county.as('e2').ok(dealPaper, { quizId: 'open' })
    expect({ ...second, now: 0 }).toEqual({ ...first, now: 0 })
  })

  test('asked for twenty times at once is one attempt', async () => {
    const papers = await Promise.all(
      Array.from({ length: 20 }, () => county.as('w0').ok(dealPaper, { quizId: 'open' })),
    )
    expect(new Set(papers.map(({ attemptId, items }) => JSON.stringify([attemptId, items]))).size).toBe(1)
  })

  test('handed in twenty times at once is one submission and one fact', async () => {
    const w0 = county.as('w0')
    const paper = await w0.ok(dealPaper, { quizId: 'open' })
    const calls = await Promise.all(
      Array.from({ length: 20 }, () =>
        w0.call(submitPaper, { attemptId: paper.attemptId, answers: rightAnswers(paper) }),
      ),
    )
    const scores = calls.flatMap(({ answer }) => (answer.ok ? [answer.data.score] : []))
    const codes = calls.flatMap(({ answer }) => (answer.ok ? [] : [answer.error.code]))
    expect(scores.length).toBeGreaterThan(0)
    expect(new Set(scores)).toEqual(new Set([100]))
    expect(new Set([...codes, 'BUSY'])).toEqual(new Set(['BUSY']))
    expect(await factsOf('w0')).toHaveLength(1)
  })

  test('refuses with its own code, and nothing is changed', async () => {
    const w1 = county.as('w1')
    const before = [await county.cloud.all('attempts'), await county.cloud.all('facts')]
    expect(await w1.code(dealPaper, { quizId: 'closed' })).toBe('QUIZ_CLOSED')
    expect(await w1.code(dealPaper, { quizId: 'future' })).toBe('QUIZ_NOT_OPEN')
    expect(await w1.code(dealPaper, { quizId: 'nothing' })).toBe('NOT_FOUND')
    expect(await w1.code(dealPaper, { quizId: 'officeonly' })).toBe('FORBIDDEN')
    expect(await w1.code(dealPaper, { quizId: 7 })).toBe('BAD_INPUT')
    expect(await w1.code(dealPaper, { quizId: 'open', more: 1 })).toBe('BAD_INPUT')
    expect(await w1.code(submitPaper, { attemptId: 'open.e1.1', answers: [] })).toBe('NOT_FOUND')
    expect(await w1.code(getResult, { attemptId: 'open.e1.1' })).toBe('NOT_FOUND')
    expect(await w1.code(submitPaper, { attemptId: 'open.w1.1', answers: 'x' })).toBe('BAD_INPUT')
    expect(await county.as('unbound').code(dealPaper, { quizId: 'open' })).toBe('NOT_BOUND')
    expect([await county.cloud.all('attempts'), await county.cloud.all('facts')]).toEqual(before)
  })

  test('refuses answers that are not of this paper, and the paper can still be handed in', async () => {
    const w1 = county.as('w1')
    const paper = await w1.ok(dealPaper, { quizId: 'open' })
    const submit = (answers: unknown) => w1.code(submitPaper, { attemptId: paper.attemptId, answers })
    expect(await submit([{ questionId: 'q9', chosen: [0] }])).toBe('ANSWERS_DO_NOT_FIT')
    expect(await submit([{ questionId: 'q3', chosen: [5] }])).toBe('ANSWERS_DO_NOT_FIT')
    expect(await submit([{ questionId: 'q1', chosen: [0, 1] }])).toBe('ANSWERS_DO_NOT_FIT')
    expect(await w1.code(getResult, { attemptId: paper.attemptId })).toBe('NOT_SUBMITTED')
    expect(await w1.ok(submitPaper, { attemptId: paper.attemptId, answers: [] })).toMatchObject({
      score: 0,
      counts: { blank: 4 },
    })
  })

  test('is late after its deadline and the grace of 30 seconds; the attempt is used up', async () => {
    const d0 = county.as('d0')
    const paper = await d0.ok(dealPaper, { quizId: 'open' })
    await county.cloud.clock(paper.deadlineAt + 31_000)
    expect(await d0.code(submitPaper, { attemptId: paper.attemptId, answers: [] })).toBe('ATTEMPT_EXPIRED')
    const second = await d0.ok(dealPaper, { quizId: 'open' })
    expect(second.number).toBe(2)
    await county.cloud.clock(second.deadlineAt + 20_000)
    await d0.ok(submitPaper, { attemptId: second.attemptId, answers: [] })
    expect(await d0.code(dealPaper, { quizId: 'open' })).toBe('NO_ATTEMPTS_LEFT')
    await county.cloud.clock(NOON)
  })

  test('that closes during an attempt ends it: the code says that the quiz is over', async () => {
    const townorg = county.as('townorg')
    await county.cloud.clock(NOON + 48 * HOUR - 60_000)
    const paper = await townorg.ok(dealPaper, { quizId: 'open' })
    expect(paper.deadlineAt).toBe(NOON + 48 * HOUR)
    await county.cloud.clock(NOON + 48 * HOUR + 60_000)
    expect(await townorg.code(submitPaper, { attemptId: paper.attemptId, answers: [] })).toBe('QUIZ_CLOSED')
    await county.cloud.clock(NOON)
  })
})

describe('a lesson', () => {
  test('is completed by its check question, not by a wrong answer; twice is once', async () => {
    const w0 = county.as('w0')
    expect(await w0.ok(getLesson, { lessonId: 'lesson1' })).toMatchObject({ completedAt: null })
    expect(await w0.ok(completeLesson, { lessonId: 'lesson1', chosen: [0] })).toMatchObject({ correct: false })
    const done = await w0.call(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    expect(done.databaseRequests).toBe(2)
    if (!done.answer.ok || !done.answer.data.correct) throw new Error('not completed')
    const again = await w0.ok(completeLesson, { lessonId: 'lesson1', chosen: [0] })
    expect(again).toEqual(done.answer.data)
    expect((await factsOf('w0')).filter(({ kind }) => kind === 'lesson')).toHaveLength(1)
  })

  test('refuses with its own code', async () => {
    const w1 = county.as('w1')
    expect(await w1.code(getLesson, { lessonId: 'nothing' })).toBe('NOT_FOUND')
    expect(await w1.code(getLesson, { lessonId: 'later' })).toBe('NOT_FOUND')
    expect(await w1.code(completeLesson, { lessonId: 'later', chosen: [1] })).toBe('NOT_FOUND')
    expect(await w1.code(getLesson, { lessonId: 'officelesson' })).toBe('FORBIDDEN')
    expect(await w1.code(completeLesson, { lessonId: 'officelesson', chosen: [1] })).toBe('FORBIDDEN')
    expect(await w1.code(completeLesson, { lessonId: 'lesson1', chosen: [1, 1] })).toBe('BAD_INPUT')
  })
})

test('home shows what is due and what was done, in three requests', async () => {
  const { answer, databaseRequests } = await county.as('w0').call(getHome, {})
  if (!answer.ok) throw new Error(answer.error.code)
  expect(databaseRequests).toBe(3)
  expect(answer.data).toMatchObject({
    person: { id: 'w0', name: '测试w0', mobile: false },
    org: { id: 'west', name: '西村支部' },
    desk: null,
    quizzes: [{ id: 'open', attemptsUsed: 1, taken: true, openAttemptId: null, lastAttemptId: 'open.w0.1' }],
    lessons: [{ id: 'lesson1', completed: true }],
    themeDays: [{ id: 'westday', status: 'planned', mine: 'due' }],
    month: { month: '2026-11', quizzes: 1, lessons: 1, themeDays: 0 },
  })
  const organiser = await county.as('countyorg').ok(getHome, {})
  expect(organiser.desk).toEqual({ orgId: 'county', orgName: '示例县', role: 'organiser' })
})
