import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LetterKind } from '@/contracts/me'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  answer: (_input: unknown): unknown => ({}),
}))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../../support/taro-phone')
  return { default: taroPhone(phone.stored) }
})
vi.mock('@/services/transport/call', () => ({
  call: async (_contract: unknown, input: unknown) => phone.answer(input),
}))

const { doing, outbox } = await import('@/services/outbox/outbox')
const { reflectionDrafts } = await import('@/services/writing/reflection-drafts')
const { letterDrafts } = await import('@/services/writing/letter-drafts')
const { papers } = await import('@/services/quiz-paper')
const { quizDraft } = await import('@/services/quiz-draft')
const { emptyDraft } = await import('@/services/quiz-draft.shared')

const refuse =
  (code: ConstructorParameters<typeof CallError>[0], message = '') =>
  () => {
    throw new CallError(code, message, 'r1')
  }

beforeEach(async () => {
  phone.answer = () => ({})
  await outbox.flush(true)
  phone.stored.clear()
})

describe('taking part from afar, when another text of theirs stands already', () => {
  const about = { kind: 'themeday' as const, id: 'day-1' }
  const send = () => doing.checkInRemotely('线上参加', { themeDayId: 'day-1', text: '火车上写的心得。' })

  it('leaves the text to its writer as a draft, below what they are writing', async () => {
    phone.answer = refuse('CHANGED_MEANWHILE')
    await send()
    expect(reflectionDrafts.read(about)).toEqual({ text: '火车上写的心得。', base: null })
    // the platform may answer twice
    await send()
    expect(reflectionDrafts.read(about)?.text).toBe('火车上写的心得。')
    reflectionDrafts.write(about, { text: '正在写的', base: 5 })
    await send()
    expect(reflectionDrafts.read(about)).toEqual({ text: '正在写的\n\n火车上写的心得。', base: 5 })
  })

  it('makes no draft of a text that was refused for itself', async () => {
    phone.answer = refuse('TEXT_REFUSED')
    await send()
    expect(reflectionDrafts.read(about)).toBeNull()
  })
})

describe('a letter that waited', () => {
  const complaint: LetterKind = 'complaint'
  const letter = { key: 'letter-key-1', kind: complaint, text: '写了很久的投诉'.repeat(50) }

  it('is the writer’s again, with the reason, when the server does not take it', async () => {
    phone.answer = refuse('OFFLINE')
    await doing.sendLetter('投诉', letter)
    letterDrafts.write({ kind: complaint, text: '' })
    phone.answer = refuse('TEXT_REFUSED', '没有通过检查')
    await outbox.flush(true)
    expect(letterDrafts.returned()).toEqual([{ ...letter, why: '没有通过检查' }])
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [{ code: 'TEXT_REFUSED' }] })
  })

  it('six that go in one flush all arrive, the sixth when there are tries again', async () => {
    phone.answer = refuse('OFFLINE')
    const keys = ['1', '2', '3', '4', '5', '6'].map((number) => `letter-key-${number}`)
    for (const key of keys) await doing.sendLetter('更正', { key, kind: 'correction', text: `第${key}条` })
    const got: string[] = []
    let left = 5
    phone.answer = (input) => {
      if (left === 0) return refuse('TOO_MANY_TRIES')()
      left -= 1
      got.push((input as typeof letter).key)
      return {}
    }
    await outbox.flush(true)
    expect(got).toEqual(keys.slice(0, 5))
    expect(outbox.read()).toMatchObject({ parcels: [{ key: 'sendLetter:letter-key-6' }], refusals: [] })
    left = 5
    await outbox.flush(true)
    expect(got).toEqual(keys)
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [] })
  })
})

describe('a paper that the server does not take', () => {
  const paper = {
    attemptId: 'quiz.p1.1',
    quizId: 'quiz',
    title: '答题',
    items: [],
  } as unknown as Parameters<typeof papers.write>[0]['paper']
  const handIn = () => doing.submitPaper('答题', { attemptId: 'quiz.p1.1', answers: [] })
  const keep = () => {
    papers.write({ paper, lead: 0, openedAt: 1 })
    quizDraft.write('quiz.p1.1', { ...emptyDraft, answers: { q1: { chosen: [2], at: 5 } } })
  }

  it.each(['ATTEMPT_EXPIRED', 'QUIZ_CLOSED', 'WITHDRAWN', 'NOT_MEMBER_THEN', 'NOT_FOUND'] as const)(
    'is cleared away when it can never count: %s',
    async (code) => {
      keep()
      phone.answer = refuse(code)
      expect((await handIn()).state).toBe('refused')
      expect([papers.read('quiz'), quizDraft.read('quiz.p1.1')]).toEqual([null, emptyDraft])
    },
  )

  it.each(['BAD_INPUT', 'FORBIDDEN', 'NOT_MEMBER', 'ANSWERS_DO_NOT_FIT'] as const)(
    'stays with its answers when it may count another time: %s',
    async (code) => {
      keep()
      phone.answer = refuse(code)
      expect((await handIn()).state).toBe('refused')
      expect(papers.read('quiz')?.paper.attemptId).toBe('quiz.p1.1')
      expect(quizDraft.read('quiz.p1.1').answers.q1?.chosen).toEqual([2])
    },
  )
})
