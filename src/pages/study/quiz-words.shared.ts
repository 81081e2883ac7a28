import type { Target } from '@/components/page/go'
import { untilWords, whenWords } from '@/components/words/when.shared'
import type { QuizMode } from '@/contracts/quiz'
import type { Study, StudyQuiz } from './study.shared'

const modeWords: Readonly<Record<QuizMode, string>> = { exam: '考试', practice: '练习', daily: '每日一答' }

/** The title, with what kind of quiz it is unless it is an exam or says so itself. */
export const titleWords = ({ mode, title }: Pick<StudyQuiz, 'mode' | 'title'>): string =>
  mode === 'exam' || title.includes(modeWords[mode]) ? title : `${modeWords[mode]} · ${title}`

interface QuizWords {
  note: string
  tag: { text: string; tone: 'ok' | 'wait' | 'grey' } | null
  target: Target
}

/** A quiz in the list of the study tab, at the server's `now`. */
export function quizWords(quiz: StudyQuiz, now: number): QuizWords {
  const answer: Target = { page: 'quiz', quizId: quiz.id }
  const until = `${untilWords(quiz.closesAt, now)} 截止`
  if (quiz.openAttemptId) return { note: '还没交卷，接着答就行', tag: { text: '没交卷', tone: 'wait' }, target: answer }
  if (quiz.mode === 'practice') return { note: `${quiz.questions} 题，不限次数，不计入参与`, tag: null, target: answer }
  if (quiz.mode === 'daily') {
    const done = quiz.today === true
    return {
      note: done ? '今天的答完了' : `每天 ${quiz.questions} 题，想答就答`,
      tag: done ? { text: '今天已答', tone: 'ok' } : null,
      target: done && quiz.lastAttemptId ? { page: 'result', attemptId: quiz.lastAttemptId } : answer,
    }
  }
  const left = quiz.attemptsAllowed - quiz.attemptsUsed
  if (quiz.taken) {
    const result: Target = quiz.lastAttemptId ? { page: 'result', attemptId: quiz.lastAttemptId } : answer
    const note = left > 0 ? `看结果，还可再答 ${left} 次` : '看结果和解析'
    return { note, tag: { text: '已参加', tone: 'ok' }, target: result }
  }
  if (left <= 0) return { note: `次数已用完，${until}`, tag: { text: '次数用完', tone: 'grey' }, target: answer }
  const limit = quiz.minutes > 0 ? `，限时 ${quiz.minutes} 分钟` : ''
  return { note: `${quiz.questions} 题${limit}，${until}`, tag: null, target: answer }
}

/** When a quiz that is to come opens. */
export const comingNote = ({ opensAt }: Study['coming'][number], now: number): string =>
  `${whenWords(opensAt, now)} 开始`
