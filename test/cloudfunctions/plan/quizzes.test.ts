import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuizDoc } from '../../../cloudfunctions/_data/documents'
import { getHome } from '../../../src/contracts/learn'
import {
  closeQuiz,
  draftQuiz,
  extendQuiz,
  getQuizDraft,
  getQuizForMaker,
  listQuizzes,
  publishQuiz,
  reopenQuiz,
  withdrawQuiz,
} from '../../../src/contracts/plan'
import { dealPaper, keepDraft, listAttempts, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, type Player, startCounty } from '../../support/county/start-county'
import { chapters, draftOf, own, part, publishedBy, settings } from './support'

const MINUTE = 60_000
let county: County
let e0: Player
let member: Player
let other: Player
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('handbook', chapters)
  e0 = county.as('e0')
  member = county.as('e1')
  other = county.as('e2')
})
afterAll(() => county.cloud.stop())

const stored = async (quizId: string) =>
  (await county.cloud.all<QuizDoc>('quizzes')).find(({ _id }) => _id === quizId) as QuizDoc
const onHome = async (who: Player) => (await who.ok(getHome, {})).quizzes.map(({ id }) => id)

describe('publishing', () => {
  test('freezes the questions with their keys, and members see all of it', async () => {
    const { quizId, draftId, row } = await publishedBy(e0, 'east')
    expect(row).toMatchObject({ title: '十一月支部答题', state: 'open', questions: 3, pool: 3, people: 0, members: 3 })
    const quiz = await stored(quizId)
    expect(quiz).toMatchObject({
      orgId: 'east',
      path: ['county', 'town', 'east'],
      deal: 3,
      pointsEach: 33,
      passMark: 60,
    })
    expect(quiz.questions.map(({ key }) => key)).toEqual([[2], [2], [1]])
    expect(await onHome(member)).toContain(quizId)
    expect(await onHome(county.as('w0'))).not.toContain(quizId)
    expect(await county.as('w0').code(dealPaper, { quizId })).toBe('FORBIDDEN')
    expect((await member.ok(dealPaper, { quizId })).items).toHaveLength(3)
    expect(await e0.ok(getQuizDraft, { draftId })).toMatchObject({ state: 'published', quizId })
    // what was published is not changed through its draft
    const content = { settings, parts: [], own: [own] }
    expect(await e0.code(draftQuiz, { draftId, revision: 2, ...content })).toBe('CHANGED_MEANWHILE')
  })

  test('twice, at once or again, is one quiz', async () => {
    const { draftId, revision } = await draftOf(e0, 'east')
    const both = await Promise.all([1, 2, 3].map(() => e0.call(publishQuiz, { draftId, revision })))
    // whoever was slower is told to ask again, and is then answered with what there is
    for (const { answer } of both) if (!answer.ok) expect(answer.error.code).toBe('BUSY')
    expect(both.some(({ answer }) => answer.ok)).toBe(true)
    const again = await e0.ok(publishQuiz, { draftId, revision })
    const all = (await county.cloud.all<QuizDoc>('quizzes')).filter((quiz) => quiz.draftId === draftId)
    expect(all.map(({ _id }) => _id)).toEqual([again.row.id])
  })

  test('goes on after a call that died in between', async () => {
    const { draftId, revision } = await draftOf(e0, 'east')
    // frozen, and the quiz is not there yet
    const draft = (await county.cloud.all<{ _id: string }>('quizDrafts')).find(({ _id }) => _id === draftId)
    await county.cloud.put('quizDrafts', [{ ...draft, state: 'publishing', revision: revision + 1 }])
    const listed = await e0.ok(listQuizzes, { orgId: 'east', before: null })
    expect(listed.drafts.find((one) => one.draftId === draftId)?.state).toBe('publishing')
    const { row } = await e0.ok(publishQuiz, { draftId, revision })
    expect(await onHome(member)).toContain(row.id)
    const after = await e0.ok(listQuizzes, { orgId: 'east', before: null })
    expect(after.drafts.some((one) => one.draftId === draftId)).toBe(false)
  })

  test('says what is missing', async () => {
    const codeOf = async (content: Parameters<typeof draftOf>[2]) => {
      const { draftId, revision } = await draftOf(e0, 'east', content)
      const { answer } = await e0.call(publishQuiz, { draftId, revision })
      return answer.ok ? 'ok' : `${answer.error.code} ${answer.error.message}`
    }
    const now = { settings }
    expect(await codeOf({ settings: { ...settings, title: '' } })).toMatch('QUIZ_INCOMPLETE 还没有写标题')
    expect(await codeOf({ ...now, parts: [], own: [] })).toMatch('QUIZ_INCOMPLETE 还没有题目')
    expect(await codeOf({ parts: [part(4, { kind: 'multiple' })] })).toMatch('QUIZ_INCOMPLETE 题库里的题不够')
    expect(await codeOf({ own: [{ ...own, explanation: '' }] })).toMatch('QUIZ_INCOMPLETE 自己写的题')
    expect(await codeOf({ settings: { ...settings, deal: 9 } })).toMatch('QUIZ_INCOMPLETE 每人答的题')
    expect(await codeOf({ settings: { ...settings, closesAt: settings.opensAt } })).toMatch('PLAN_TIMES 时间不对')
    const past = { opensAt: NOON - 9 * HOUR, closesAt: NOON - HOUR }
    expect(await codeOf({ settings: { ...settings, ...past } })).toMatch('PLAN_TIMES 截止时间已经过了')
    expect(await codeOf({ settings: { ...settings, mode: 'daily', closesAt: NOON + 120 * 24 * HOUR } })).toMatch(
      'PLAN_TIMES 开放的时间太长',
    )
    expect(await codeOf({ settings: { ...settings, closesAt: NOON + 15 * MINUTE } })).toMatch('PLAN_TIMES 每份答卷')
  })

  test('refuses words that WeChat’s check refuses, and an old revision', async () => {
    const risky = await draftOf(e0, 'east', { own: [{ ...own, stem: '这道题里有测试违规的话吗？' }] })
    expect(await e0.code(publishQuiz, { draftId: risky.draftId, revision: 1 })).toBe('TEXT_REFUSED')
    const { draftId, revision } = await draftOf(e0, 'east')
    await e0.ok(draftQuiz, { draftId, revision, settings, parts: [], own: [own] })
    expect(await e0.code(publishQuiz, { draftId, revision })).toBe('CHANGED_MEANWHILE')
  })

  test('of a series: a paper on each of its days', async () => {
    const { quizId } = await publishedBy(e0, 'east', { mode: 'daily', minutes: 5, deal: 1 })
    expect(await stored(quizId)).toMatchObject({ attemptsAllowed: 3, minutes: 0, deal: 1 })
  })
})

describe('taking back', () => {
  test('before anybody began: it is gone from the phones, and a draft again', async () => {
    const { quizId, draftId } = await publishedBy(e0, 'east')
    expect(await member.code(withdrawQuiz, { quizId })).toBe('FORBIDDEN')
    expect(await e0.ok(withdrawQuiz, { quizId })).toEqual({ draftId })
    expect(await e0.ok(withdrawQuiz, { quizId })).toEqual({ draftId })
    expect(await onHome(member)).not.toContain(quizId)
    expect(await member.code(dealPaper, { quizId })).toBe('QUIZ_CLOSED')
    expect(await e0.code(getQuizForMaker, { quizId })).toBe('NOT_FOUND')
    const listed = await e0.ok(listQuizzes, { orgId: 'east', before: null })
    expect(listed.quizzes.some(({ id }) => id === quizId)).toBe(false)
    const draft = await e0.ok(getQuizDraft, { draftId })
    expect(draft.state).toBe('draft')
    const { row } = await e0.ok(publishQuiz, { draftId, revision: draft.revision })
    expect(row.id).not.toBe(quizId)
    expect(await onHome(member)).toContain(row.id)
    // the old order to take back, arriving late, does nothing to the new quiz
    expect(await e0.ok(withdrawQuiz, { quizId })).toEqual({ draftId })
    expect(await onHome(member)).toContain(row.id)
  })

  test('not once somebody has begun, and nothing is changed by trying', async () => {
    const { quizId } = await publishedBy(e0, 'east')
    const paper = await member.ok(dealPaper, { quizId })
    expect(await e0.code(withdrawQuiz, { quizId })).toBe('QUIZ_BEGUN')
    expect(await onHome(other)).toContain(quizId)
    expect((await e0.ok(getQuizForMaker, { quizId })).canWithdraw).toBe(false)
    // dealt in the moment of the taking back: the call had closed it, and finds the paper
    await county.cloud.put('quizzes', [
      { ...(await stored(quizId)), closesAt: 0, withdrawn: { at: NOON, closesAt: settings.closesAt } },
    ])
    expect(await e0.code(withdrawQuiz, { quizId })).toBe('QUIZ_BEGUN')
    expect(await stored(quizId)).toMatchObject({ closesAt: settings.closesAt, withdrawn: null })
    expect((await member.ok(submitPaper, { attemptId: paper.attemptId, answers: [] })).score).toBe(0)
  })
})

describe('closing by hand', () => {
  test('deals no new paper, lets who has one go on, and is undone within ten minutes', async () => {
    const { quizId } = await publishedBy(e0, 'east', { minutes: 0 })
    const paper = await member.ok(dealPaper, { quizId })
    const closed = await e0.ok(closeQuiz, { quizId })
    expect(closed.row.state).toBe('closed')
    expect(closed).toMatchObject({ canClose: false, canExtend: true, reopenUntil: expect.any(Number) })
    expect(await other.code(dealPaper, { quizId })).toBe('QUIZ_CLOSED')
    expect(await onHome(other)).not.toContain(quizId)
    expect(await onHome(member)).toContain(quizId)
    expect((await member.ok(dealPaper, { quizId, resume: true })).attemptId).toBe(paper.attemptId)
    await member.ok(keepDraft, { attemptId: paper.attemptId, draft: { answers: [], marked: ['own-1'] } })
    expect((await member.ok(submitPaper, { attemptId: paper.attemptId, answers: [] })).attemptsLeft).toBe(0)

    expect((await e0.ok(closeQuiz, { quizId })).row.closedAt).toBe(closed.row.closedAt)
    expect((await e0.ok(reopenQuiz, { quizId })).row).toMatchObject({ state: 'open', closedAt: null, people: 1 })
    expect((await e0.ok(reopenQuiz, { quizId })).row.state).toBe('open')
    expect((await other.ok(dealPaper, { quizId })).number).toBe(1)
    await e0.ok(closeQuiz, { quizId })
    await county.cloud.clock(NOON + 11 * MINUTE)
    expect(await e0.code(reopenQuiz, { quizId })).toBe('TOO_LATE_TO_UNDO')
    await county.cloud.clock(NOON)
  })

  test('of one that has not opened is refused; of the county’s by a secretary too', async () => {
    const { quizId } = await publishedBy(e0, 'east', { opensAt: NOON + HOUR })
    expect(await e0.code(closeQuiz, { quizId })).toBe('QUIZ_NOT_OPEN')
    expect(await e0.code(closeQuiz, { quizId: 'open' })).toBe('FORBIDDEN')
    // one from before there was a desk
    expect((await county.as('countyorg').ok(closeQuiz, { quizId: 'open' })).row.state).toBe('closed')
    expect((await county.as('countyorg').ok(reopenQuiz, { quizId: 'open' })).row.state).toBe('open')
  })
})

describe('extending', () => {
  const later = settings.closesAt + 24 * HOUR
  test('gives open papers and late comers the later end', async () => {
    const { quizId } = await publishedBy(e0, 'east', { minutes: 0 })
    const paper = await member.ok(dealPaper, { quizId })
    expect(paper.deadlineAt).toBe(settings.closesAt)
    expect(await e0.code(extendQuiz, { quizId, closesAt: settings.closesAt - 1, was: settings.closesAt })).toBe(
      'PLAN_TIMES',
    )
    const desk = await e0.ok(extendQuiz, { quizId, closesAt: later, was: settings.closesAt })
    expect(desk.row.closesAt).toBe(later)
    expect((await e0.ok(extendQuiz, { quizId, closesAt: later, was: settings.closesAt })).row.closesAt).toBe(later)
    expect(await e0.code(extendQuiz, { quizId, closesAt: later + HOUR, was: settings.closesAt })).toBe(
      'CHANGED_MEANWHILE',
    )
    // after the old end
    await county.cloud.clock(settings.closesAt + HOUR)
    const resumed = await member.ok(dealPaper, { quizId, resume: true })
    expect([resumed.attemptId, resumed.deadlineAt]).toEqual([paper.attemptId, later])
    // a phone that has the paper open learns of it when it keeps its draft, also after the end that the paper came with
    const kept = await member.ok(keepDraft, { attemptId: paper.attemptId, draft: { answers: [], marked: [] } })
    expect(kept.deadlineAt).toBe(later)
    const { rows } = await member.ok(listAttempts, { before: null })
    expect(rows.find(({ attemptId }) => attemptId === paper.attemptId)?.state).toBe('open')
    const handedIn = await member.ok(submitPaper, { attemptId: paper.attemptId, answers: [] })
    expect(handedIn.submittedAt).toBeGreaterThanOrEqual(settings.closesAt)
    expect((await other.ok(dealPaper, { quizId })).number).toBe(1)
    await county.cloud.clock(NOON)
  })

  test('opens again what is over, until its keys are out', async () => {
    const { quizId } = await publishedBy(e0, 'east', { release: 'afterClose', graceHours: 2 })
    await county.cloud.clock(settings.closesAt + HOUR)
    expect(await member.code(dealPaper, { quizId })).toBe('QUIZ_CLOSED')
    const { canExtend } = await e0.ok(getQuizForMaker, { quizId })
    expect(canExtend).toBe(true)
    await county.cloud.clock(settings.closesAt + 3 * HOUR)
    expect((await e0.ok(getQuizForMaker, { quizId })).canExtend).toBe(false)
    expect(await e0.code(extendQuiz, { quizId, closesAt: later, was: settings.closesAt })).toBe('KEYS_OUT')
    await county.cloud.clock(settings.closesAt + HOUR)
    expect((await e0.ok(extendQuiz, { quizId, closesAt: later, was: settings.closesAt })).row.state).toBe('open')
    expect((await member.ok(dealPaper, { quizId })).number).toBe(1)
    await county.cloud.clock(NOON)
  })

  test('of a series adds its days', async () => {
    const { quizId } = await publishedBy(e0, 'east', { mode: 'daily', deal: 1 })
    await e0.ok(extendQuiz, { quizId, closesAt: settings.closesAt + 48 * HOUR, was: settings.closesAt })
    expect(await stored(quizId)).toMatchObject({ attemptsAllowed: 5 })
  })
})

describe('the list', () => {
  test('has the quizzes of an organisation and of those below it, each once, with who took part, page by page', async () => {
    const organiser = county.as('townorg')
    const many = Array.from({ length: 25 }, (_none, i) => ({
      _id: `many-${String(i).padStart(2, '0')}`,
      closesAt: NOON - 100 * HOUR,
    }))
    const open = await stored('open')
    await county.cloud.put(
      'quizzes',
      many.map((one) => ({ ...open, ...one, orgId: 'town', path: ['county', 'town'] })),
    )
    const seen: string[] = []
    let before: { closesAt: number; id: string } | null = null
    for (let page = 0; page < 5; page += 1) {
      const answer: Awaited<ReturnType<typeof organiser.ok<typeof listQuizzes>>> = await organiser.ok(listQuizzes, {
        orgId: 'town',
        before,
      })
      expect(answer.quizzes.length).toBeLessThanOrEqual(20)
      seen.push(...answer.quizzes.map(({ id }) => id))
      before = answer.next
      if (before === null) break
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(many.map(({ _id }) => _id)))
    const eastern = (await county.cloud.all<QuizDoc>('quizzes')).filter(
      (one) => one.orgId === 'east' && one.closesAt > 0,
    )
    expect(seen).toHaveLength(25 + eastern.length)
    expect(seen).not.toContain('officeonly')
    expect(await e0.code(listQuizzes, { orgId: 'town', before: null })).toBe('FORBIDDEN')
  })

  test('a maker sees the keys of what they published; a member, an inspector and an administrator do not', async () => {
    const { quizId } = await publishedBy(e0, 'east')
    const { questions } = await e0.ok(getQuizForMaker, { quizId })
    expect(questions[2]).toMatchObject({ id: 'own-1', key: [1], explanation: own.explanation })
    for (const who of ['e1', 'inspector', 'admin', 'w0']) {
      expect(await county.as(who).code(getQuizForMaker, { quizId })).toBe('FORBIDDEN')
    }
  })
})
