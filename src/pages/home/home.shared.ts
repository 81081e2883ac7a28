import type { OutputOf } from '@/contracts/action'
import type { getHome } from '@/contracts/learn'
import type { OutboxState } from '@/services/outbox/outbox.shared'

export type Home = OutputOf<typeof getHome>
export type HomeQuiz = Home['quizzes'][number]
export type HomeLesson = Home['lessons'][number]
export type HomeThemeDay = Home['themeDays'][number]

/** Something on the home page: what it is about, and how far it is. */
export type Task =
  | {
      kind: 'quiz'
      quiz: HomeQuiz
      state: 'open' | 'due' | 'waiting' | 'taken' | 'used'
      waitingAttemptId: string | null
    }
  | { kind: 'lesson'; lesson: HomeLesson; state: 'due' | 'waiting' | 'done' }
  | { kind: 'themeday'; themeDay: HomeThemeDay; state: 'open' | 'due' | 'waiting' | 'done' | 'over' }

/** The attempt of a quiz that lies in the outbox; attempts are named `<quiz>.<person>.<number>`. */
function waitingAttempt(quizId: string, outbox: OutboxState): string | null {
  const prefix = `submitPaper:${quizId}.`
  const parcel = outbox.parcels.find(({ key }) => key.startsWith(prefix))
  return parcel ? parcel.key.slice('submitPaper:'.length) : null
}

function quizTask(quiz: HomeQuiz, outbox: OutboxState): Task {
  const waitingAttemptId = waitingAttempt(quiz.id, outbox)
  const left = quiz.attemptsUsed < quiz.attemptsAllowed
  const state = waitingAttemptId
    ? 'waiting'
    : quiz.openAttemptId
      ? 'open'
      : quiz.taken
        ? 'taken'
        : left
          ? 'due'
          : 'used'
  return { kind: 'quiz', quiz, state, waitingAttemptId }
}

const isWaiting = (key: string, outbox: OutboxState) => outbox.parcels.some((parcel) => parcel.key === key)

function lessonTask(lesson: HomeLesson, outbox: OutboxState): Task {
  const waiting = isWaiting(`completeLesson:${lesson.id}`, outbox)
  return { kind: 'lesson', lesson, state: lesson.completed ? 'done' : waiting ? 'waiting' : 'due' }
}

function themeDayTask(themeDay: HomeThemeDay, outbox: OutboxState, now: number): Task {
  const over = themeDay.status === 'closed' || (themeDay.status === 'planned' && themeDay.endsAt <= now)
  const waiting = isWaiting(`checkIn:${themeDay.id}`, outbox)
  const state = themeDay.checkedIn
    ? 'done'
    : waiting
      ? 'waiting'
      : over
        ? 'over'
        : themeDay.status === 'open'
          ? 'open'
          : 'due'
  return { kind: 'themeday', themeDay, state }
}

/** What comes first: a paper that was begun, then a quiz, then a lesson, then a theme day. */
const mainOrder: readonly ((task: Task) => boolean)[] = [
  (task) => task.kind === 'quiz' && task.state === 'open',
  (task) => task.kind === 'quiz' && task.state === 'due',
  (task) => task.kind === 'lesson' && task.state === 'due',
  (task) => task.kind === 'themeday' && (task.state === 'open' || task.state === 'due'),
]

const isLeft = (task: Task) => task.state === 'open' || task.state === 'due'

/** The one main thing to do (null: everything is done) and the rest, what is left to do before what is not. */
export function arrangeHome(home: Home, outbox: OutboxState, now: number): { main: Task | null; rest: Task[] } {
  const tasks: Task[] = [
    ...home.quizzes.map((quiz) => quizTask(quiz, outbox)),
    ...home.lessons.map((lesson) => lessonTask(lesson, outbox)),
    ...home.themeDays.map((themeDay) => themeDayTask(themeDay, outbox, now)),
  ]
  let main: Task | null = null
  for (const fits of mainOrder) main ??= tasks.find(fits) ?? null
  const rest = tasks.filter((task) => task !== main)
  return { main, rest: [...rest.filter(isLeft), ...rest.filter((task) => !isLeft(task))] }
}

const parcelNames = { submitPaper: '份答卷', completeLesson: '道检查题', checkIn: '次签到' } as const

/** '1 份答卷、1 次签到待上传，…'; null when nothing waits. */
export function waitingWords(outbox: OutboxState): string | null {
  if (outbox.parcels.length === 0) return null
  const parts = (Object.keys(parcelNames) as (keyof typeof parcelNames)[])
    .map((kind) => ({ kind, count: outbox.parcels.filter((parcel) => parcel.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${parcelNames[kind]}`)
  return `${parts.join('、')}待上传，联网后自动送出，不用重做`
}
