import type { OutputOf } from '@/contracts/action'
import type { getHome, LessonRow, QuizRow } from '@/contracts/learn'
import { REMOTE_MS } from '@/domain/themeday'
import { dayOf, daysBetween } from '@/domain/time'
import type { OutboxState } from '@/services/outbox/outbox.shared'
import { attemptAmong, paperKey } from '@/services/quiz-paper.shared'

export type Home = OutputOf<typeof getHome>
export type HomeThemeDay = Home['themeDays'][number]

/** When a task wants to be done: this very hour, today, within the next days, some time; or it is done (or past). */
export type Urgency = 'now' | 'today' | 'soon' | 'done'

interface TaskBase {
  readonly urgency: Urgency
}

/** Something on the home page: what it is about, and how far it is. */
export type Task = TaskBase &
  (
    | {
        kind: 'quiz'
        quiz: QuizRow
        state: 'open' | 'sealed' | 'due' | 'waiting' | 'taken' | 'used' | 'over'
        waitingAttemptId: string | null
        /** What waits is only in memory: the phone is full. */
        held: boolean
      }
    | { kind: 'lesson'; lesson: LessonRow; state: 'due' | 'waiting' | 'done' }
    | {
        kind: 'themeday'
        themeDay: HomeThemeDay
        state: 'open' | 'near' | 'remote' | 'due' | 'leave' | 'waiting' | 'late' | 'done' | 'over'
      }
    /** Holding a theme day's check-in, for its secretary. */
    | { kind: 'host'; themeDay: HomeThemeDay; state: 'open' | 'today' }
    | { kind: 'review'; count: number }
  )

/** A quiz whose time has passed since the phone heard of it: an answer that was kept from an earlier day may still name it. */
const isOver = ({ closesAt }: Pick<QuizRow, 'closesAt'>, now: number): boolean => closesAt <= now

/** What is listed and still means something now, of an answer that may be of an earlier day: yesterday's paper of a series says nothing of today's. */
function quizzesNow({ quizzes, now: heard }: Home, now: number): QuizRow[] {
  const isNewDay = dayOf(now) > dayOf(heard)
  return quizzes
    .filter((quiz) => quiz.taken || quiz.openAttemptId !== null || !isOver(quiz, now))
    .map((quiz) => (isNewDay && quiz.today !== null ? { ...quiz, today: false, openAttemptId: null } : quiz))
}

function quizState(
  quiz: QuizRow,
  waiting: boolean,
  sealed: boolean,
  now: number,
): Extract<Task, { kind: 'quiz' }>['state'] {
  if (waiting) return 'waiting'
  if (isOver(quiz, now)) return quiz.taken ? 'taken' : 'over'
  if (quiz.openAttemptId) return sealed ? 'sealed' : 'open'
  // a series is due on every day on which it was not answered; having missed days makes it no more pressing
  if (quiz.today !== null) return quiz.today ? 'taken' : 'due'
  if (quiz.taken) return 'taken'
  return quiz.attemptsUsed < quiz.attemptsAllowed ? 'due' : 'used'
}

function quizTask(quiz: QuizRow, outbox: OutboxState, now: number, sealed: boolean): Task {
  const waitingAttemptId = attemptAmong(quiz.id, outbox.parcels)
  const state = quizState(quiz, waitingAttemptId !== null, sealed, now)
  const closesToday = daysBetween(dayOf(now), dayOf(quiz.closesAt - 1)) <= 0
  const due = quiz.today === false || closesToday ? 'today' : 'soon'
  const urgency = state === 'open' ? 'now' : state === 'due' || state === 'sealed' ? due : 'done'
  const key = waitingAttemptId && paperKey(waitingAttemptId)
  const held = outbox.parcels.some((parcel) => parcel.key === key && parcel.held === true)
  return { kind: 'quiz', quiz, state, waitingAttemptId, held, urgency }
}

const isWaiting = (key: string, outbox: OutboxState) => outbox.parcels.some((parcel) => parcel.key === key)

function lessonTask(lesson: LessonRow, outbox: OutboxState): Task {
  const waiting = isWaiting(`completeLesson:${lesson.id}`, outbox)
  const state = lesson.completed ? 'done' : waiting ? 'waiting' : 'due'
  return { kind: 'lesson', lesson, state, urgency: state === 'due' ? 'soon' : 'done' }
}

/** So long before the start people come in, and the check-in may be opened at any moment, ms. */
const NEAR_MS = 30 * 60_000
/** So long before the start its secretary thinks of nothing else, ms. */
const HOSTING_MS = 60 * 60_000

const isToday = ({ startsAt }: HomeThemeDay, now: number): boolean => daysBetween(dayOf(now), dayOf(startsAt)) <= 0

/** In whichever way. */
const tookPart = ({ mine }: HomeThemeDay): boolean => mine === 'in' || mine === 'remote' || mine === 'proxy'

function themeDayState(themeDay: HomeThemeDay, outbox: OutboxState, now: number) {
  const { id, status, mine, remote, startsAt, endsAt } = themeDay
  if (tookPart(themeDay)) return 'done'
  if (isWaiting(`checkIn:${id}`, outbox) || isWaiting(`checkInRemotely:${id}`, outbox)) return 'waiting'
  if (mine === 'lateScan') return 'late'
  if (themeDay.cancelled) return 'over'
  // who is far away can take part for some time after it is over
  if (remote && status !== 'planned' && now < endsAt + REMOTE_MS) return 'remote'
  if (status === 'closed' || endsAt <= now) return 'over'
  if (mine === 'leave') return 'leave'
  if (status === 'open') return 'open'
  // by now it may have been opened without this phone having heard of it
  return now >= startsAt - NEAR_MS ? 'near' : 'due'
}

const themeDayUrgency: Readonly<Partial<Record<ReturnType<typeof themeDayState>, Urgency>>> = {
  open: 'now',
  near: 'now',
  remote: 'today',
}

function themeDayTask(themeDay: HomeThemeDay, outbox: OutboxState, now: number): Task {
  const state = themeDayState(themeDay, outbox, now)
  const due = isToday(themeDay, now) ? 'today' : 'soon'
  return { kind: 'themeday', themeDay, state, urgency: themeDayUrgency[state] ?? (state === 'due' ? due : 'done') }
}

/** Its secretary holds it: from the morning of its day until it is ended. */
function hostTask(themeDay: HomeThemeDay, now: number): Task | null {
  const { canManage, status, startsAt, endsAt } = themeDay
  const isOn = status !== 'closed' && now < endsAt && (status === 'open' || isToday(themeDay, now))
  if (!canManage || !isOn) return null
  const state = status === 'open' ? 'open' : 'today'
  return { kind: 'host', themeDay, state, urgency: now >= startsAt - HOSTING_MS || state === 'open' ? 'now' : 'today' }
}

/** A theme day as its secretary sees it, and as one of those who are expected; before the opening there is nothing for them to do but to hold it. */
function themeDayTasks(themeDay: HomeThemeDay, outbox: OutboxState, now: number): Task[] {
  const host = hostTask(themeDay, now)
  const own = themeDay.mine === 'none' ? null : themeDayTask(themeDay, outbox, now)
  const isBefore = host !== null && themeDay.status === 'planned'
  return [host, isBefore ? null : own].filter((task): task is Task => task !== null)
}

/**
 * What comes first on the red card: a paper whose time is running, a check-in that one holds, one that is going on, then what has a date (today's paper, a
 * quiz), then a lesson, then a theme day that is only to be known of, then what might be forgotten.
 */
const mainOrder: readonly ((task: Task) => boolean)[] = [
  (task) => task.kind === 'quiz' && task.state === 'open',
  (task) => task.kind === 'host' && task.urgency === 'now',
  (task) => task.kind === 'themeday' && (task.state === 'open' || task.state === 'near' || task.state === 'remote'),
  (task) => task.kind === 'quiz' && (task.state === 'due' || task.state === 'sealed') && task.quiz.mode === 'exam',
  (task) => task.kind === 'quiz' && task.state === 'due',
  (task) => task.kind === 'lesson' && task.state === 'due' && task.lesson.track === 'required',
  (task) => task.kind === 'lesson' && task.state === 'due',
  (task) => task.kind === 'host',
  (task) => task.kind === 'themeday' && task.state === 'due',
  (task) => task.kind === 'review',
]

/** Home is not the list of everything: that is one tap away. */
const LESSONS_SHOWN = 2
const DONE_SHOWN = 4

export interface Arrangement {
  /** The one main thing to do; null: everything is done. */
  readonly main: Task | null
  readonly today: Task[]
  /** In the next days, or whenever one likes. */
  readonly soon: Task[]
  /** What was done, or is past, of what is listed now. */
  readonly done: Task[]
  /** Lessons that are left beyond those shown. */
  readonly moreLessons: number
}

/** What the phone knows and the server does not. */
export interface OnPhone {
  /** How many questions of the handbook are due for review today; null: not known on this phone. */
  readonly due: number | null
  /** Quizzes of which a sealed paper was taken along: their time is not running yet. */
  readonly sealed: readonly string[]
}

export function arrangeHome(
  home: Home,
  outbox: OutboxState,
  now: number,
  { due, sealed }: OnPhone = { due: null, sealed: [] },
): Arrangement {
  const lessons = home.lessons.map((lesson) => lessonTask(lesson, outbox))
  const left = lessons.filter(({ urgency }) => urgency !== 'done')
  const review: Task[] = due !== null && due > 0 ? [{ kind: 'review', count: due, urgency: 'today' }] : []
  const tasks: Task[] = [
    ...home.themeDays.flatMap((themeDay) => themeDayTasks(themeDay, outbox, now)),
    ...quizzesNow(home, now).map((quiz) => quizTask(quiz, outbox, now, sealed.includes(quiz.id))),
    ...left,
    ...review,
    ...lessons.filter(({ urgency }) => urgency === 'done'),
  ]
  let main: Task | null = null
  for (const fits of mainOrder) main ??= tasks.find(fits) ?? null
  const rest = tasks.filter((task) => task !== main)
  const shown = left.filter((task) => task !== main).slice(0, LESSONS_SHOWN)
  const isShown = (task: Task) => task.kind !== 'lesson' || shown.includes(task)
  return {
    main,
    today: rest.filter(({ urgency }) => urgency === 'now' || urgency === 'today'),
    soon: rest.filter((task) => task.urgency === 'soon' && isShown(task)),
    done: rest.filter(({ urgency }) => urgency === 'done').slice(0, DONE_SHOWN),
    moreLessons: Math.max(0, home.lessonsLeft - shown.length - (main?.kind === 'lesson' ? 1 : 0)),
  }
}
