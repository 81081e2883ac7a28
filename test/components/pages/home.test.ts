import { describe, expect, it } from 'vitest'
import type { LessonRow, QuizRow } from '@/contracts/learn'
import { emptyOutbox, type OutboxState, type ParcelKind } from '@/services/outbox/outbox.shared'
import { arrangeHome, type Home } from '../../../src/pages/home/home.shared'
import { taskWords } from '../../../src/pages/home/task-words.shared'
import { waitingWords } from '../../../src/pages/home/waiting-words.shared'

const now = Date.parse('2026-11-22T09:30:00+08:00')
const hour = 3_600_000

const quiz = (more: Partial<QuizRow> = {}): QuizRow => ({
  id: 'quiz-nov',
  title: '十一月答题',
  mode: 'exam',
  questions: 20,
  minutes: 20,
  closesAt: Date.parse('2026-12-01T00:00:00+08:00'),
  attemptsAllowed: 2,
  attemptsUsed: 0,
  openAttemptId: null,
  lastAttemptId: null,
  taken: false,
  today: null,
  ...more,
})
const lesson: LessonRow = {
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
  mine: 'due',
  canManage: false,
  remote: false,
}
const home = (more: Partial<Home> = {}): Home => ({
  now,
  person: { id: 'p1', name: '测试甲一', mobile: false },
  org: { id: 'b1', name: '示例支部' },
  desk: null,
  quizzes: [quiz()],
  lessons: [lesson],
  unread: 0,
  lessonsLeft: 1,
  themeDays: [themeDay],
  month: { month: '2026-11', quizzes: 0, lessons: 0, themeDays: 0 },
  ...more,
})
const outboxWith = (...keys: string[]): OutboxState => ({
  ...emptyOutbox,
  parcels: keys.map((key) => {
    const kind = key.slice(0, key.indexOf(':')) as ParcelKind
    return { id: key, key, kind, input: {}, title: '', storedAt: 0, tries: 1, notBefore: 0, after: [] }
  }),
})
const arranged = (
  value: Home,
  outbox = emptyOutbox,
  due: number | null = null,
  sealed: string[] = [],
  at: number = now,
) => {
  const { main, today, soon, done, moreLessons } = arrangeHome(value, outbox, at, { due, sealed })
  const words = (tasks: typeof today) => tasks.map((task) => taskWords(task, at))
  return { main: main && taskWords(main, at), today: words(today), soon: words(soon), done: words(done), moreLessons }
}
const titles = (words: { title: string }[]) => words.map(({ title }) => title)

describe('the one main thing to do', () => {
  it('is a paper that was begun, before one that was not and before a check-in', () => {
    const begun = quiz({ id: 'quiz-b', openAttemptId: 'quiz-b.p1.1', attemptsUsed: 1 })
    const { main } = arranged(home({ quizzes: [quiz(), begun], themeDays: [{ ...themeDay, status: 'open' }] }))
    expect(main).toMatchObject({ action: '接着答题', target: { page: 'quiz', quizId: 'quiz-b' } })
  })

  it('is then a check-in that is going on, for those away the part that they can take', () => {
    expect(arranged(home({ themeDays: [{ ...themeDay, status: 'open' }] })).main?.action).toBe('去签到')
    const away = { ...themeDay, status: 'closed' as const, remote: true }
    expect(arranged(home({ themeDays: [away] })).main?.action).toBe('线上参加')
  })

  it('is then the quiz, then the lesson, then the theme day', () => {
    expect(arranged(home()).main?.target).toEqual({ page: 'quiz', quizId: 'quiz-nov' })
    expect(arranged(home({ quizzes: [] })).main?.target).toEqual({ page: 'lesson', lessonId: 'duties' })
    expect(arranged(home({ quizzes: [], lessons: [] })).main?.target).toEqual({ page: 'checkin', themeDayId: 'day-1' })
  })

  it('is the required lesson before others, and the exam before the daily paper', () => {
    const basic: LessonRow = { ...lesson, id: 'basic', track: 'basic' }
    expect(arranged(home({ quizzes: [], lessons: [basic, lesson] })).main?.target).toMatchObject({ lessonId: 'duties' })
    const daily = quiz({ id: 'daily', mode: 'daily', minutes: 0, today: false })
    expect(arranged(home({ quizzes: [daily, quiz()] })).main?.target).toMatchObject({ quizId: 'quiz-nov' })
  })

  it('is nothing when everything is done', () => {
    const done = home({
      quizzes: [quiz({ taken: true, attemptsUsed: 1, lastAttemptId: 'quiz-nov.p1.1' })],
      lessons: [{ ...lesson, completed: true }],
      lessonsLeft: 0,
      themeDays: [{ ...themeDay, mine: 'in' }],
    })
    const { main, today, soon, done: did, moreLessons } = arranged(done)
    expect([main, today, soon, moreLessons]).toEqual([null, [], [], 0])
    expect(did.map(({ tag }) => tag?.text)).toEqual(['已签到', '已参加', '已完成'])
  })

  it('is not a quiz whose attempts have all run out', () => {
    const { main, done } = arranged(home({ quizzes: [quiz({ attemptsUsed: 2 })] }))
    expect(main?.target).toEqual({ page: 'lesson', lessonId: 'duties' })
    expect(done.find(({ key }) => key === 'quiz:quiz-nov')).toMatchObject({ note: '次数已用完', target: null })
  })

  it('is not what was done and only waits to be sent', () => {
    const outbox = outboxWith('submitPaper:quiz-nov.p1.1', 'completeLesson:duties')
    const { main, done } = arranged(home({ quizzes: [quiz({ openAttemptId: 'quiz-nov.p1.1' })] }), outbox)
    expect(main?.target).toEqual({ page: 'checkin', themeDayId: 'day-1' })
    expect(done.map(({ tag }) => tag?.text)).toEqual(['待上传', '待上传'])
    expect(done[0]?.target).toEqual({ page: 'result', attemptId: 'quiz-nov.p1.1' })
  })

  it('is not promised to be stored when the phone is full', () => {
    const waiting = outboxWith('submitPaper:quiz-a.p1.1')
    const held = { ...waiting, parcels: waiting.parcels.map((parcel) => ({ ...parcel, held: true as const })) }
    const noteOf = (outbox: OutboxState) => arranged(home({ quizzes: [quiz({ id: 'quiz-a' })] }), outbox).done[0]?.note
    expect([noteOf(waiting), noteOf(held)]).toEqual(['已存在手机里，联网后自动送出', '还没存下，请先别关小程序'])
  })

  it('does not take the paper of another quiz for this one when its name begins the same', () => {
    const { main } = arranged(home(), outboxWith('submitPaper:quiz-nov-b.p1.1'))
    expect(main?.target).toEqual({ page: 'quiz', quizId: 'quiz-nov' })
  })
})

describe('what is listed below it', () => {
  const tonight = Date.parse('2026-11-23T00:00:00+08:00')

  it('is what is for today, then what comes', () => {
    const closing = quiz({ id: 'closing', title: '今晚截止', closesAt: tonight })
    const { today, soon } = arranged(
      home({ quizzes: [quiz(), closing], themeDays: [{ ...themeDay, startsAt: now + hour, endsAt: now + 2 * hour }] }),
      emptyOutbox,
      6,
    )
    expect(titles(today)).toEqual(['主题党日 · 集中学习', '今晚截止', '今天复习 6 题'])
    expect(titles(soon)).toEqual(['党员的八项义务'])
  })

  it('has a quiz that closes at midnight among those of today, one that closes at 00:01 not', () => {
    const of = (closesAt: number) =>
      arranged(home({ lessons: [], themeDays: [], quizzes: [quiz(), quiz({ closesAt })] }))
    expect(of(tonight).today).toHaveLength(1)
    expect(of(tonight + 60_000).today).toHaveLength(0)
  })

  it('has today’s paper of a series until it is answered, and never a count of days', () => {
    const daily = (today: boolean) =>
      quiz({ id: 'daily', mode: 'daily', minutes: 0, taken: true, attemptsUsed: 9, today })
    const due = arranged(home({ quizzes: [quiz(), daily(false)] }))
    expect(due.today[0]).toMatchObject({ key: 'quiz:daily', note: '20 题，想答就答，不计天数' })
    const done = arranged(home({ quizzes: [quiz(), daily(true)] }))
    expect([done.today, done.done[0]?.tag?.text]).toEqual([[], '今天已答'])
  })

  it('has two lessons at most and says how many are left', () => {
    const lessons = [1, 2, 3, 4, 5, 6].map((n): LessonRow => ({ ...lesson, id: `l${n}`, title: `第 ${n} 课` }))
    const listed = arranged(home({ lessons, lessonsLeft: 9, themeDays: [] }))
    expect([titles(listed.soon), listed.moreLessons]).toEqual([['第 1 课', '第 2 课'], 7])
    // the red card shows one of them
    expect(arranged(home({ quizzes: [], lessons, lessonsLeft: 9 })).moreLessons).toBe(6)
  })

  it('does not say of a paper that lies sealed on the phone that its time is running', () => {
    const taken = quiz({ openAttemptId: 'quiz-nov.p1.1', attemptsUsed: 1 })
    const open: Home['themeDays'][number] = { ...themeDay, status: 'open' }
    const { main, soon } = arranged(home({ quizzes: [taken], themeDays: [open] }), emptyOutbox, null, ['quiz-nov'])
    // so it presses nobody who is about to check in
    expect(main?.action).toBe('去签到')
    expect(soon[0]).toMatchObject({ tag: { text: '已下载' }, target: { page: 'quiz', quizId: 'quiz-nov' } })
    const { main: alone } = arranged(home({ quizzes: [taken] }), emptyOutbox, null, ['quiz-nov'])
    expect(alone).toMatchObject({ lead: '已下载 · 没开封', action: '去开封' })
  })

  it('has no review when none is due or the phone does not know', () => {
    for (const due of [null, 0]) expect(arranged(home(), emptyOutbox, due).today).toEqual([])
  })
})

describe('a theme day on the home page', () => {
  const tagOf = (more: Partial<typeof themeDay>) => {
    const alone = home({ quizzes: [], lessons: [], lessonsLeft: 0, themeDays: [{ ...themeDay, ...more }] })
    const { main, done } = arranged(alone)
    return { main: main?.action, tag: done[0]?.tag?.text }
  }

  it('asks to check in while the check-in is open, and from half an hour before the start, when it may be', () => {
    expect(tagOf({ status: 'open' }).main).toBe('去签到')
    expect(tagOf({ startsAt: now + hour / 2 }).main).toBe('去签到')
    expect(tagOf({ startsAt: now + hour / 2 + 1 }).main).toBe('看安排')
  })

  it('is over when it was closed, and when its time has passed', () => {
    expect(tagOf({ status: 'closed' })).toEqual({ main: undefined, tag: '已结束' })
    expect(tagOf({ status: 'open', endsAt: now })).toEqual({ main: undefined, tag: '已结束' })
    expect(tagOf({ status: 'planned', endsAt: now })).toEqual({ main: undefined, tag: '已结束' })
  })

  it('does not press who asked for leave', () => {
    expect(tagOf({ status: 'open', mine: 'leave' })).toEqual({ main: undefined, tag: '已请假' })
  })

  it('asks nothing more of whom the secretary has yet to confirm', () => {
    expect(tagOf({ status: 'open', mine: 'lateScan' })).toEqual({ main: undefined, tag: '等书记确认' })
  })

  it('can be taken part in from afar for two days after its end', () => {
    const away = { status: 'closed' as const, remote: true, startsAt: now - 50 * hour }
    expect(tagOf({ ...away, endsAt: now - 48 * hour + 1 }).main).toBe('线上参加')
    expect(tagOf({ ...away, endsAt: now - 48 * hour }).tag).toBe('已结束')
  })
})

describe('a theme day on its secretary’s home page', () => {
  const held = { ...themeDay, canManage: true, startsAt: now + hour, endsAt: now + 3 * hour }
  const board = { page: 'board', themeDayId: 'day-1' }

  it('is the way to the board, before anything else from an hour before the start and while it is open', () => {
    expect(arranged(home({ themeDays: [held] })).main).toMatchObject({ action: '主持签到', target: board })
    const open: Home['themeDays'][number] = { ...held, status: 'open' }
    const { main, today } = arranged(home({ themeDays: [open] }))
    expect(main).toMatchObject({ action: '主持签到', target: board })
    // and they check in themselves
    expect(today[0]).toMatchObject({ key: 'themeday:day-1', tag: { text: '正在签到' } })
  })

  it('is one row from the morning of its day, below what is to be done', () => {
    const { main, today } = arranged(home({ themeDays: [{ ...held, startsAt: now + hour + 1 }] }))
    expect(main?.target).toEqual({ page: 'quiz', quizId: 'quiz-nov' })
    expect(today.map(({ key, target }) => [key, target])).toEqual([['host:day-1', board]])
  })

  it('is no way to the board on other days, when it is ended, or for those who were not expected and hold nothing', () => {
    const keys = (more: Partial<typeof held>) => {
      const { main, today, soon, done } = arranged(
        home({ quizzes: [], lessons: [], themeDays: [{ ...held, ...more }] }),
      )
      return [...(main ? [main] : []), ...today, ...soon, ...done].map(({ key }) => key)
    }
    expect(keys({ startsAt: now + 24 * hour, endsAt: now + 26 * hour })).toEqual(['themeday:day-1'])
    expect(keys({ status: 'closed' })).toEqual(['themeday:day-1'])
    expect(keys({ canManage: false, mine: 'none', status: 'open' })).toEqual([])
    expect(keys({ mine: 'none', status: 'open' })).toEqual(['host:day-1'])
  })
})

describe('without a network on a later day', () => {
  const later = now + 24 * hour
  const then = (value: Home) => arranged(value, emptyOutbox, null, [], later)

  it('a quiz that has closed since is nothing to begin', () => {
    const ended = home({ quizzes: [quiz({ closesAt: later })], lessons: [], lessonsLeft: 0, themeDays: [] })
    const { main, today, soon, done } = then(ended)
    expect([main, today, soon, done]).toEqual([null, [], [], []])
  })

  it('one that was taken, or begun, leads to what became of it', () => {
    const taken = quiz({ closesAt: later, taken: true, lastAttemptId: 'quiz-nov.p1.1' })
    const begun = quiz({ id: 'quiz-b', closesAt: later, attemptsUsed: 1, openAttemptId: 'quiz-b.p1.1' })
    const { done } = then(home({ quizzes: [taken, begun], lessons: [], lessonsLeft: 0, themeDays: [] }))
    expect(done.map(({ note, target }) => [note, target])).toEqual([
      ['看结果和解析', { page: 'result', attemptId: 'quiz-nov.p1.1' }],
      ['已经截止', { page: 'quiz', quizId: 'quiz-b' }],
    ])
  })

  it('a series has today’s paper before it, whatever was done yesterday', () => {
    const daily = quiz({ id: 'daily', mode: 'daily', minutes: 0, today: true, taken: true })
    expect(then(home({ quizzes: [daily], lessons: [], lessonsLeft: 0, themeDays: [] })).main?.key).toBe('quiz:daily')
  })

  it('a check-in that was open is over', () => {
    const open: Home['themeDays'][number] = { ...themeDay, status: 'open', startsAt: now - hour, endsAt: now + hour }
    const { main, done } = then(home({ quizzes: [], lessons: [], lessonsLeft: 0, themeDays: [open] }))
    expect([main, done[0]?.tag?.text]).toEqual([null, '已结束'])
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
    expect(waitingWords(outboxWith('keepNote:b', 'submitPaper:a'))).toBe(
      '1 份答卷、1 条笔记待上传，联网后自动送出，不用重做',
    )
    // what was practised goes along in silence
    expect(waitingWords(outboxWith('syncReviews:b'))).toBeNull()
  })
})
