import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getHome } from '../../../src/contracts/learn'
import {
  chooseQuestions,
  discardQuizDraft,
  draftQuiz,
  getQuizBank,
  getQuizDraft,
  listQuizzes,
  previewQuiz,
  publishQuiz,
} from '../../../src/contracts/plan'
import { dealPaper } from '../../../src/contracts/quiz'
import { type County, type Player, startCounty } from '../../support/county/start-county'
import { chapters, draftOf, own, part, settings } from './support'

let county: County
let e0: Player
let organiser: Player
let member: Player
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('handbook', chapters)
  e0 = county.as('e0')
  organiser = county.as('townorg')
  member = county.as('e1')
})
afterAll(() => county.cloud.stop())

const singles = ['b1', 'b2', 'b3', 'c1', 'c2']
const content = { settings, parts: [part(2, { kind: 'single' })], own: [own] }
const idsOf = ({ chosen }: { chosen: { questionId: string }[] }) => chosen.map(({ questionId }) => questionId)

describe('the bank', () => {
  test('has the handbook’s questions without keys, and says which ones the last quiz had', async () => {
    const { answer, databaseRequests } = await e0.call(getQuizBank, { orgId: 'east' })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(1)
    expect(answer.data.orgName).toBe('东村支部')
    expect(answer.data.chapters.map(({ id, questions }) => [id, questions.map((one) => one.id)])).toEqual([
      ['book-b', ['b1', 'b2', 'b3', 'b4']],
      ['book-c', ['c1', 'c2', 'c3', 'c4']],
    ])
    expect(answer.data.recent).toEqual([])
    expect(JSON.stringify(answer.data)).not.toContain('手册解析')
    // the county's last quiz, which closes last
    expect((await county.as('countyorg').ok(getQuizBank, { orgId: 'county' })).recent).toEqual(['q1', 'q2', 'q3', 'q4'])
  })
})

describe('a draft', () => {
  test('is chosen by its rule, in two database requests, and is the same one when it is sent again', async () => {
    const input = { key: 'draft-again', orgId: 'east', ...content }
    const first = await e0.call(draftQuiz, input)
    if (!first.answer.ok) throw new Error(first.answer.error.code)
    expect(first.databaseRequests).toBe(2)
    const { chosen, short, revision } = first.answer.data
    expect([short, revision]).toEqual([[0], 1])
    expect(chosen.every(({ questionId }) => singles.includes(questionId))).toBe(true)
    expect(await e0.ok(draftQuiz, input)).toEqual(first.answer.data)
    // the same key with something else in it is not the same order
    expect(await e0.code(draftQuiz, { ...input, own: [] })).toBe('CHANGED_MEANWHILE')
  })

  test('says what is short: there are two multiple questions', async () => {
    const draft = await draftOf(e0, 'east', { parts: [part(4, { kind: 'multiple' }), part(1, { kind: 'judge' })] })
    expect(draft.short).toEqual([2, 0])
    expect(idsOf(draft).sort()).toEqual(['b4', 'c3', 'c4'])
  })

  test('keeps its questions as long as the rule is the same, and those that still fit when it is not', async () => {
    const draft = await draftOf(e0, 'east')
    const { draftId } = draft
    const titled = { ...content, settings: { ...settings, title: '换个名字' } }
    const second = await e0.ok(draftQuiz, { draftId, revision: draft.revision, ...titled })
    expect([second.chosen, second.revision]).toEqual([draft.chosen, 2])
    const wider = await e0.ok(draftQuiz, { draftId, revision: 2, ...titled, parts: [part(4, { kind: 'single' })] })
    expect(idsOf(wider)).toEqual(expect.arrayContaining(idsOf(draft)))
    expect(wider.chosen).toHaveLength(4)
    const harder = await e0.ok(draftQuiz, { draftId, revision: 3, ...titled, parts: [part(2, { chapter: 'book-c' })] })
    expect(idsOf(harder).every((id) => id.startsWith('c'))).toBe(true)
  })

  test('of two who change it, the slower is told, and a lost answer is not a conflict', async () => {
    const { draftId, revision } = await draftOf(e0, 'east')
    const mine = { draftId, revision, ...content, settings: { ...settings, title: '书记的稿' } }
    const saved = await e0.ok(draftQuiz, mine)
    expect(await e0.ok(draftQuiz, mine)).toEqual(saved)
    const theirs = { ...mine, settings: { ...settings, title: '组织员的稿' } }
    expect(await organiser.code(draftQuiz, theirs)).toBe('CHANGED_MEANWHILE')
    expect((await e0.ok(getQuizDraft, { draftId })).settings.title).toBe('书记的稿')
    const outcomes = await Promise.all(
      ['甲稿', '乙稿', '丙稿'].map((title) =>
        e0.call(draftQuiz, { draftId, revision: 2, ...content, settings: { ...settings, title } }),
      ),
    )
    expect(outcomes.filter(({ answer }) => answer.ok)).toHaveLength(1)
    expect((await e0.ok(getQuizDraft, { draftId })).revision).toBe(3)
  })

  test('is drawn anew, and one question exchanged for another of its line; where there is none it says so', async () => {
    const parts = [part(3, { kind: 'single' }), part(1, { kind: 'judge' })]
    const draft = await draftOf(e0, 'east', { parts })
    const { draftId } = draft
    const [out] = idsOf(draft)
    const next = await e0.ok(chooseQuestions, { draftId, revision: 1, exchange: out ?? '' })
    expect(idsOf(next)).not.toContain(out)
    expect(idsOf(next).slice(1)).toEqual(idsOf(draft).slice(1))
    expect(new Set(idsOf(next)).size).toBe(4)
    expect(await e0.code(chooseQuestions, { draftId, revision: 2, exchange: 'c4' })).toBe('NOTHING_ELSE')
    const anew = await e0.ok(chooseQuestions, { draftId, revision: 2, exchange: null })
    expect([anew.short, anew.revision, new Set(idsOf(anew)).size]).toEqual([[0, 0], 3, 4])
    expect(await e0.code(chooseQuestions, { draftId, revision: 2, exchange: null })).toBe('CHANGED_MEANWHILE')
  })

  test('tells its makers what they wrote, keys too, and is nobody else’s', async () => {
    const { draftId } = await draftOf(e0, 'east')
    const seen = await organiser.ok(getQuizDraft, { draftId })
    expect(seen).toMatchObject({
      orgId: 'east',
      state: 'draft',
      quizId: null,
      updatedBy: '测试e0',
      own: [own],
      settings,
    })
    for (const who of ['e1', 'w0', 'inspector', 'admin', 'd0']) {
      expect(await county.as(who).code(getQuizDraft, { draftId })).toBe('FORBIDDEN')
      expect(await county.as(who).code(draftQuiz, { draftId, revision: 1, ...content })).toBe('FORBIDDEN')
      expect(await county.as(who).code(publishQuiz, { draftId, revision: 1 })).toBe('FORBIDDEN')
    }
    expect(await e0.code(getQuizDraft, { draftId: 'quiz-none' })).toBe('NOT_FOUND')
    // a secretary makes none for the organisation above or beside
    for (const orgId of ['town', 'west', 'county']) {
      expect(await e0.code(draftQuiz, { key: 'not-mine-1', orgId, ...content })).toBe('FORBIDDEN')
    }
  })

  test('is on no member’s phone, and cannot be taken', async () => {
    const { draftId } = await draftOf(e0, 'east', { settings: { ...settings, title: '还在草稿里' } })
    expect(JSON.stringify(await member.ok(getHome, {}))).not.toContain('还在草稿里')
    for (const quizId of [draftId, `${draftId}-1`]) expect(await member.code(dealPaper, { quizId })).toBe('NOT_FOUND')
  })

  test('is listed with how many questions it has, and removed for good', async () => {
    const { draftId } = await draftOf(e0, 'west').catch(() => draftOf(organiser, 'west'))
    const listed = await organiser.ok(listQuizzes, { orgId: 'west', before: null })
    expect(listed.drafts).toEqual([
      { draftId, orgId: 'west', title: '十一月支部答题', questions: 3, updatedAt: expect.any(Number), state: 'draft' },
    ])
    expect(await county.as('e1').code(discardQuizDraft, { draftId })).toBe('FORBIDDEN')
    await organiser.ok(discardQuizDraft, { draftId })
    await organiser.ok(discardQuizDraft, { draftId })
    expect((await organiser.ok(listQuizzes, { orgId: 'west', before: null })).drafts).toEqual([])
    expect(await organiser.code(getQuizDraft, { draftId })).toBe('NOT_FOUND')
  })
})

describe('a preview', () => {
  test('is a paper as a member is dealt one, without a key, and nobody has an attempt of it', async () => {
    const { draftId } = await draftOf(e0, 'east', { settings: { ...settings, deal: 2 } })
    const { answer, databaseRequests } = await e0.call(previewQuiz, { of: { type: 'draft', draftId }, turn: 1 })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(2)
    expect(answer.data).toMatchObject({ title: '十一月支部答题', mode: 'exam', minutes: 20, number: 1 })
    // two of three questions, 50 points each
    expect(answer.data.items.map(({ points }) => points)).toEqual([50, 50])
    expect(JSON.stringify(answer.data)).not.toMatch(/解析|每月 15 号|"key"|explanation/)
    expect(await e0.ok(previewQuiz, { of: { type: 'draft', draftId }, turn: 1 })).toEqual({
      ...answer.data,
      now: expect.any(Number),
      dealtAt: expect.any(Number),
      deadlineAt: expect.any(Number),
      arriveBy: expect.any(Number),
    })
    const drawn = await Promise.all(
      [2, 3, 4, 5, 6, 7].map((turn) => e0.ok(previewQuiz, { of: { type: 'draft', draftId }, turn })),
    )
    expect(new Set(drawn.map(({ items }) => items.map(({ questionId }) => questionId).join())).size).toBeGreaterThan(1)
    expect(await county.cloud.all('attempts')).toEqual([])
  })

  test('of nothing says that there is nothing yet', async () => {
    const { draftId } = await draftOf(e0, 'east', { parts: [], own: [] })
    expect(await e0.code(previewQuiz, { of: { type: 'draft', draftId }, turn: 1 })).toBe('QUIZ_INCOMPLETE')
  })

  test('is for makers: of a published quiz too', async () => {
    const paper = await e0.code(previewQuiz, { of: { type: 'quiz', quizId: 'open' }, turn: 1 })
    expect(paper).toBe('FORBIDDEN')
    const seen = await county.as('countyorg').ok(previewQuiz, { of: { type: 'quiz', quizId: 'open' }, turn: 1 })
    expect(seen.items).toHaveLength(4)
    expect(await e0.code(previewQuiz, { of: { type: 'quiz', quizId: 'none' }, turn: 1 })).toBe('NOT_FOUND')
  })
})
