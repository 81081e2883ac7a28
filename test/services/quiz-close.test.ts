import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Paper } from '@/contracts/quiz'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  sent: [] as { attemptId?: string }[],
  /** What the server answers to a paper instead of taking it. */
  refusal: null as string | null,
  /** The storage takes nothing more. */
  full: false,
  /** By the server; null: there is no network. */
  serverNow: null as number | null,
}))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../support/taro-phone')
  return { default: taroPhone(phone.stored, () => !phone.full) }
})
vi.mock('@/services/transport/call', () => ({
  async call({ name }: { name: string }, input: { attemptId?: string }) {
    if (phone.serverNow === null) throw CallError.offline()
    if (name === 'getHome') return { now: phone.serverNow }
    phone.sent.push(input)
    if (phone.refusal) throw new CallError(phone.refusal as never, '说明', null)
    return { attemptId: input.attemptId, quizId: 'quiz' }
  },
}))

const { closeAllRunOut, closeRunOut, handedIn, handIn, handInAgain, keptOf, sentBack, watchAttempt } = await import(
  '@/services/quiz-close'
)
const { quizDraft } = await import('@/services/quiz-draft')
const { emptyDraft } = await import('@/services/quiz-draft.shared')
const { papers } = await import('@/services/quiz-paper')
const { outbox } = await import('@/services/outbox/outbox')
const { NOBODY, wipePerson } = await import('@/services/storage/kv')
const { firstStage, open, takeDealt } = await import('../../src/pages/quiz/stage')

const MINUTE = 60_000
const start = Date.parse('2026-11-22T09:00:00+08:00')
const paper = (more: Partial<Paper> = {}): Paper => ({
  attemptId: 'quiz.p1.1',
  quizId: 'quiz',
  title: '答题',
  mode: 'exam',
  number: 1,
  minutes: 20,
  partial: 'none',
  dealtAt: start,
  deadlineAt: start + 20 * MINUTE,
  arriveBy: start + 24 * 60 * MINUTE,
  along: false,
  openedAt: null,
  now: start,
  draft: null,
  items: [
    { questionId: 'q1', kind: 'single', stem: '', options: ['甲', '乙'], points: 5 },
    { questionId: 'q2', kind: 'single', stem: '', options: ['甲', '乙'], points: 5 },
  ],
  ...more,
})
const answer = () =>
  quizDraft.write('quiz.p1.1', { ...emptyDraft, answers: { q1: { chosen: [1], at: start + 1 } }, seen: start + 1 })

beforeEach(() => {
  phone.stored.clear()
  phone.sent = []
  phone.serverNow = null
  phone.refusal = null
  phone.full = false
  wipePerson(NOBODY)
  // The phone's clock is right unless a test says otherwise.
  vi.useFakeTimers({ toFake: ['Date'], now: start })
})

describe('a paper whose time ran out while nobody looked', () => {
  it('is handed in as of the end of its time, once the server has said that it is over', async () => {
    takeDealt(paper())
    answer()
    vi.setSystemTime(start + 30 * MINUTE)
    await closeAllRunOut()
    expect(phone.sent).toEqual([])
    phone.serverNow = start + 30 * MINUTE
    await closeAllRunOut()
    await outbox.flush(true)
    expect(phone.sent).toEqual([
      {
        attemptId: 'quiz.p1.1',
        answers: [{ questionId: 'q1', chosen: [1] }],
        openedAt: start,
        answeredAt: start + 20 * MINUTE,
        // with the taps, so that the server can join what another phone answered
        draft: { answers: [{ questionId: 'q1', chosen: [1], at: start + 1 }], marked: [], markedAt: 0 },
      },
    ])
    expect(papers.read('quiz')).toBeNull()
  })

  it('is left alone when only the phone’s clock says so, and while it is on the screen', async () => {
    takeDealt(paper())
    answer()
    vi.setSystemTime(start + 300 * MINUTE)
    phone.serverNow = start + 5 * MINUTE
    await closeAllRunOut()
    expect(papers.read('quiz')).not.toBeNull()
    phone.serverNow = start + 300 * MINUTE
    const unwatch = watchAttempt('quiz.p1.1')
    await closeAllRunOut()
    expect([phone.sent, handedIn('quiz')]).toEqual([[], null])
    unwatch()
  })

  it('waits in the outbox without a network, and the page leads there', async () => {
    takeDealt(paper())
    answer()
    const kept = papers.read('quiz')
    await (kept && closeRunOut(kept))
    expect(handedIn('quiz')).toBe('quiz.p1.1')
    expect(firstStage('quiz')).toMatchObject({ stage: 'handedIn', attemptId: 'quiz.p1.1' })
  })

  it('is cleared away when nothing was answered, or when it was never opened', async () => {
    takeDealt(paper())
    const kept = papers.read('quiz')
    expect(kept && closeRunOut(kept)).toBeNull()
    expect(papers.read('quiz')).toBeNull()
    takeDealt(paper({ along: true }))
    vi.setSystemTime(start + 30 * MINUTE)
    phone.serverNow = start + 30 * MINUTE
    await closeAllRunOut()
    expect([papers.read('quiz'), phone.sent]).toEqual([null, []])
  })
})

describe('a quiz’s page', () => {
  it('begins, and goes on where it stopped after the app was killed', () => {
    expect(firstStage('quiz')).toEqual({ stage: 'start', note: null })
    expect(takeDealt(paper())).toMatchObject({ stage: 'answering', resumed: false })
    vi.setSystemTime(start + 5 * MINUTE)
    const again = firstStage('quiz')
    expect(again).toMatchObject({ stage: 'answering', resumed: true })
    expect('clock' in again && again.clock.now() - (start + 5 * MINUTE)).toBeLessThan(1_000)
  })

  it('asks whether time is over where the phone’s clock says so, and never goes back behind the last tap', () => {
    takeDealt(paper())
    answer()
    vi.setSystemTime(start + 20 * MINUTE)
    expect(firstStage('quiz').stage).toBe('over')
    vi.setSystemTime(start - 300 * MINUTE)
    const again = firstStage('quiz')
    expect('clock' in again && again.clock.now()).toBeGreaterThanOrEqual(start + 1)
  })

  it('keeps what was taken along sealed, and knows when it was opened before it shows anything', () => {
    const sealed = takeDealt(paper({ along: true, deadlineAt: start + 600 * MINUTE }))
    expect(sealed).toMatchObject({ stage: 'sealed' })
    vi.setSystemTime(start + 60 * MINUTE)
    const still = firstStage('quiz')
    if (still.stage !== 'sealed') throw new Error('it is open')
    expect(open(still)).toMatchObject({ stage: 'answering' })
    const openedAt = papers.read('quiz')?.openedAt ?? 0
    expect(Math.abs(openedAt - (start + 60 * MINUTE))).toBeLessThan(1_000)
    vi.setSystemTime(start + 79 * MINUTE)
    expect(firstStage('quiz').stage).toBe('answering')
    vi.setSystemTime(start + 81 * MINUTE)
    expect(firstStage('quiz').stage).toBe('over')
  })

  it('goes on with what was answered on another phone, at the first open question', () => {
    const draft = { answers: [{ questionId: 'q1', chosen: [0], at: start + 5 }], marked: ['q2'] }
    expect(takeDealt(paper({ draft }))).toMatchObject({ stage: 'answering', elsewhere: true })
    expect(quizDraft.read('quiz.p1.1')).toMatchObject({ at: 1, marked: ['q2'], answers: { q1: { chosen: [0] } } })
  })

  it('corrects a phone’s wrong clock by the server’s', () => {
    vi.setSystemTime(start - 7_200_000)
    takeDealt(paper())
    vi.setSystemTime(start - 7_200_000 + 5 * MINUTE)
    const again = firstStage('quiz')
    expect('clock' in again && Math.round(again.clock.now() / MINUTE)).toBe(Math.round(start / MINUTE) + 5)
  })
})

it('hands in what is on the screen when the storage has an older draft, because it is full', async () => {
  phone.serverNow = start + MINUTE
  takeDealt(paper())
  answer()
  const kept = papers.read('quiz')
  if (!kept) throw new Error('no paper')
  const shown = { q1: { chosen: [0], at: start + 2 }, q2: { chosen: [1], at: start + 3 } }
  await handIn(kept, start + MINUTE, { ...emptyDraft, answers: shown, seen: start + 3 })
  expect(phone.sent).toEqual([
    expect.objectContaining({
      answers: [
        { questionId: 'q1', chosen: [0] },
        { questionId: 'q2', chosen: [1] },
      ],
    }),
  ])
})

describe('on a phone that is full', () => {
  it('the paper and its answers are there as long as the app is open, also after the page was left', () => {
    phone.full = true
    expect(takeDealt(paper())).toMatchObject({ stage: 'answering' })
    expect(answer()).toBe(false)
    expect(firstStage('quiz')).toMatchObject({ stage: 'answering' })
    expect(quizDraft.read('quiz.p1.1').answers.q1?.chosen).toEqual([1])
    papers.closeAttempt('quiz.p1.1')
    expect([firstStage('quiz').stage, quizDraft.read('quiz.p1.1')]).toEqual(['start', emptyDraft])
  })

  it('nothing is taken along that would be gone with the app, and nothing is opened whose opening is not kept', () => {
    const along = paper({ along: true, deadlineAt: start + 600 * MINUTE })
    phone.full = true
    expect(takeDealt(along)).toBe(false)
    expect(firstStage('quiz').stage).toBe('start')
    phone.full = false
    takeDealt(along)
    const sealed = firstStage('quiz')
    if (sealed.stage !== 'sealed') throw new Error('it is not sealed')
    phone.full = true
    expect(open(sealed)).toBe(false)
    expect(firstStage('quiz').stage).toBe('sealed')
  })
})

describe('a paper that the server refuses although it may count another time', () => {
  const at = start + 30 * MINUTE
  const refused = async (code: string) => {
    phone.serverNow = at
    phone.refusal = code
    takeDealt(paper())
    answer()
    vi.setSystemTime(at)
    await closeAllRunOut()
    await outbox.flush(true)
  }

  it('is here with its answers: the page leads to why, it is not sent by itself again and again, and a tap sends it', async () => {
    await refused('FORBIDDEN')
    expect(sentBack('quiz')).toBe('quiz.p1.1')
    expect(firstStage('quiz')).toMatchObject({ stage: 'handedIn', attemptId: 'quiz.p1.1' })
    await closeAllRunOut()
    expect([handedIn('quiz'), phone.sent.length]).toEqual([null, 1])
    phone.refusal = null
    await handInAgain('quiz.p1.1')
    // as answered at the last tap
    expect(phone.sent[1]).toMatchObject({ answers: [{ questionId: 'q1', chosen: [1] }], answeredAt: start + 1 })
    expect([sentBack('quiz'), papers.read('quiz')]).toEqual([null, null])
  })

  it.each([
    // the sentence was read; the server would say it at every opening
    ['NOT_MEMBER', 1],
    ['FORBIDDEN', 1],
    // an older version of the functions: it may go through tomorrow
    ['BAD_INPUT', 2],
  ])('is sent again by itself after the refusal was read, unless it is about the person: %s', async (code, times) => {
    await refused(code)
    outbox.dismissOf('submitPaper:another.p1.1')
    expect(outbox.read().refusals.length).toBe(1)
    outbox.dismissOf('submitPaper:quiz.p1.1')
    expect(outbox.read().refusals).toEqual([])
    await closeAllRunOut()
    await outbox.flush(true)
    expect(phone.sent.length).toBe(times)
    expect(keptOf('quiz.p1.1')).not.toBeNull()
  })

  it('is gone when it will never count, and another one may be begun', async () => {
    await refused('ATTEMPT_EXPIRED')
    expect([sentBack('quiz'), keptOf('quiz.p1.1')]).toEqual([null, null])
    expect(firstStage('quiz').stage).toBe('start')
    expect(outbox.read().refusals).toMatchObject([{ key: 'submitPaper:quiz.p1.1', message: '说明' }])
  })
})

describe('when a paper taken along was opened', () => {
  const along = (openedAt: number | null, now = start) =>
    paper({ along: true, deadlineAt: start + 600 * MINUTE, openedAt, now })

  it('on another phone, it is open here too, and its minutes run on', () => {
    vi.setSystemTime(start + 15 * MINUTE)
    expect(takeDealt(along(start + 5 * MINUTE, start + 15 * MINUTE))).toMatchObject({ stage: 'answering' })
    expect(papers.read('quiz')?.openedAt).toBe(start + 5 * MINUTE)
    vi.setSystemTime(start + 26 * MINUTE)
    expect(firstStage('quiz').stage).toBe('over')
  })

  it('on both, the earlier opening counts', () => {
    takeDealt(along(null))
    vi.setSystemTime(start + 3 * MINUTE)
    const sealed = firstStage('quiz')
    if (sealed.stage !== 'sealed') throw new Error('it is open')
    open(sealed)
    const own = papers.read('quiz')?.openedAt ?? 0
    takeDealt(along(start + 5 * MINUTE, start + 6 * MINUTE))
    expect(papers.read('quiz')?.openedAt).toBe(own)
    takeDealt(along(start + 1, start + 7 * MINUTE))
    expect(papers.read('quiz')?.openedAt).toBe(start + 1)
  })
})
