import { describe, expect, it } from 'vitest'
import { emptyOutbox, type OutboxState, type ParcelKind } from '@/services/outbox/outbox.shared'
import { arrangeHome, type Home, type HomeQuiz, waitingWords } from '../../../src/pages/home/home.shared'
import { taskWords } from '../../../src/pages/home/task-words.shared'

const now = Date.parse('2026-11-22T09:30:00+08:00')
const hour = 3_600_000

const quiz = (more: Partial<HomeQuiz> = {}): HomeQuiz => ({
  id: 'quiz-nov',
  title: '十一月答题',
  questions: 20,
  minutes: 20,
  closesAt: Date.parse('2026-12-01T00:00:00+08:00'),
  attemptsAllowed: 2,
  attemptsUsed: 0,
  openAttemptId: null,
  lastAttemptId: null,
  taken: false,
  ...more,
})
const lesson: Home['lessons'][number] = {
  id: 'duties',
  title: '党员的八项义务',
  track: 'required',
  minutes: 6,
  completed: false,
}
const themeDay: Home['themeDays'][number] = {
  id: 'day-1',
  title: '集中学习',
  place: '支部活动室',
  startsAt: now + 30 * hour,
  endsAt: now + 32 * hour,
  status: 'planned',
  checkedIn: false,
}
const home = (more: Partial<Home> = {}): Home => ({
  now,
  person: { id: 'p1', name: '测试甲一', mobile: false },
  org: { id: 'b1', name: '示例支部' },
  desk: null,
  quizzes: [quiz()],
  lessons: [lesson],
  themeDays: [themeDay],
  month: { month: '2026-11', quizzes: 0, lessons: 0, themeDays: 0 },
  ...more,
})
const outboxWith = (...keys: string[]): OutboxState => ({
  ...emptyOutbox,
  parcels: keys.map((key) => {
    const kind = key.slice(0, key.indexOf(':')) as ParcelKind
    return { id: key, key, kind, input: {}, title: '', storedAt: 0, tries: 1, notBefore: 0 }
  }),
})
const arranged = (value: Home, outbox = emptyOutbox) => {
  const { main, rest } = arrangeHome(value, outbox, now)
  return { main: main && taskWords(main, now), rest: rest.map((task) => taskWords(task, now)) }
}

describe('the one main thing to do', () => {
  it('is a paper that was begun, before one that was not', () => {
    const begun = quiz({ id: 'quiz-b', openAttemptId: 'quiz-b.p1.1', attemptsUsed: 1 })
    const { main } = arranged(home({ quizzes: [quiz(), begun] }))
    expect(main).toMatchObject({ action: '接着答题', target: { page: 'quiz', quizId: 'quiz-b' } })
  })

  it('is then the quiz, then the lesson, then the theme day', () => {
    expect(arranged(home()).main?.target).toEqual({ page: 'quiz', quizId: 'quiz-nov' })
    expect(arranged(home({ quizzes: [] })).main?.target).toEqual({ page: 'lesson', lessonId: 'duties' })
    expect(arranged(home({ quizzes: [], lessons: [] })).main?.target).toEqual({ page: 'checkin', themeDayId: 'day-1' })
  })

  it('is nothing when everything is done', () => {
    const done = home({
      quizzes: [quiz({ taken: true, attemptsUsed: 1, lastAttemptId: 'quiz-nov.p1.1' })],
      lessons: [{ ...lesson, completed: true }],
      themeDays: [{ ...themeDay, checkedIn: true }],
    })
    const { main, rest } = arranged(done)
    expect(main).toBeNull()
    expect(rest.map(({ tag }) => tag?.text)).toEqual(['已参加', '已完成', '已签到'])
  })

  it('is not a quiz whose attempts have all run out', () => {
    const { main, rest } = arranged(home({ quizzes: [quiz({ attemptsUsed: 2 })] }))
    expect(main?.target).toEqual({ page: 'lesson', lessonId: 'duties' })
    expect(rest.find(({ key }) => key === 'quiz:quiz-nov')).toMatchObject({ note: '次数已用完', target: null })
  })

  it('is not what was done and only waits to be sent', () => {
    const outbox = outboxWith('submitPaper:quiz-nov.p1.1', 'completeLesson:duties')
    const { main, rest } = arranged(home({ quizzes: [quiz({ openAttemptId: 'quiz-nov.p1.1' })] }), outbox)
    expect(main?.target).toEqual({ page: 'checkin', themeDayId: 'day-1' })
    expect(rest.map(({ tag }) => tag?.text)).toEqual(['待上传', '待上传'])
    expect(rest[0]?.target).toEqual({ page: 'result', attemptId: 'quiz-nov.p1.1' })
  })

  it('does not take the paper of another quiz for this one when its name begins the same', () => {
    const { main } = arranged(home(), outboxWith('submitPaper:quiz-nov-b.p1.1'))
    expect(main?.target).toEqual({ page: 'quiz', quizId: 'quiz-nov' })
  })
})

describe('a theme day on the home page', () => {
  const tagOf = (more: Partial<typeof themeDay>) => {
    const { main, rest } = arranged(home({ quizzes: [], lessons: [], themeDays: [{ ...themeDay, ...more }] }))
    return { main: main?.action, tag: rest[0]?.tag?.text }
  }

  it('asks to check in while the check-in is open, however late it is', () => {
    expect(tagOf({ status: 'open', endsAt: now - hour }).main).toBe('去签到')
  })

  it('is over when it was closed, or never opened and its time has passed', () => {
    expect(tagOf({ status: 'closed' })).toEqual({ main: undefined, tag: '已结束' })
    expect(tagOf({ status: 'planned', endsAt: now })).toEqual({ main: undefined, tag: '已结束' })
  })
})

describe('words on the home page', () => {
  it('say how many questions, until when, and how often', () => {
    expect(arranged(home()).main?.note).toBe('20 题，11 月 30 日 24:00 截止，可答 2 次')
  })

  it('say what waits, in the units that people use', () => {
    expect(waitingWords(emptyOutbox)).toBeNull()
    expect(waitingWords(outboxWith('submitPaper:a', 'checkIn:b', 'checkIn:c'))).toBe(
      '1 份答卷、2 次签到待上传，联网后自动送出，不用重做',
    )
  })
})
