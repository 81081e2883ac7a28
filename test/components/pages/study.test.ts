import { describe, expect, it } from 'vitest'
import { comingNote, quizWords, titleWords } from '../../../src/pages/study/quiz-words.shared'
import {
  firstTrack,
  lessonNote,
  lessonsOf,
  progressOf,
  type StudyLesson,
  type StudyQuiz,
} from '../../../src/pages/study/study.shared'

const now = Date.parse('2026-11-22T09:30:00+08:00')
const lesson = (id: string, more: Partial<StudyLesson> = {}): StudyLesson => ({
  id,
  title: id,
  track: 'required',
  minutes: 6,
  completed: false,
  publishedAt: 0,
  media: [],
  ...more,
})
const quiz = (more: Partial<StudyQuiz> = {}): StudyQuiz => ({
  id: 'q',
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

describe('lessons of a track', () => {
  const lessons = [
    lesson('done-old', { completed: true, publishedAt: 1 }),
    lesson('left-new', { publishedAt: 4 }),
    lesson('left-old', { publishedAt: 2 }),
    lesson('done-new', { completed: true, publishedAt: 3 }),
    lesson('basic', { track: 'basic' }),
  ]

  it('stand in the order in which one learns them, what is done below', () => {
    expect(lessonsOf(lessons, 'required').map(({ id }) => id)).toEqual(['left-old', 'left-new', 'done-new', 'done-old'])
    expect(progressOf(lessons, 'required')).toEqual({ done: 2, all: 4 })
    expect(progressOf(lessons, 'elective')).toEqual({ done: 0, all: 0 })
  })

  it('begin with the first track that has something left', () => {
    expect(firstTrack(lessons)).toBe('required')
    expect(firstTrack([lesson('a', { completed: true }), lesson('b', { track: 'elective' })])).toBe('elective')
    expect(firstTrack([])).toBe('required')
  })

  it('say how long they take and what one can hear or see', () => {
    expect(lessonNote({ minutes: 6, media: [] })).toBe('约 6 分钟')
    expect(lessonNote({ minutes: 6, media: ['picture', 'slides', 'slides', 'audio'] })).toBe('约 6 分钟 · 图解、音频')
  })
})

describe('a quiz in the list', () => {
  it('leads to answering, and says how much and until when', () => {
    expect(quizWords(quiz(), now)).toEqual({
      note: '20 题，限时 20 分钟，11 月 30 日 24:00 截止',
      tag: null,
      target: { page: 'quiz', quizId: 'q' },
    })
    expect(quizWords(quiz({ minutes: 0 }), now).note).toBe('20 题，11 月 30 日 24:00 截止')
  })

  it('leads to the open paper even when the attempts are used up', () => {
    const open = quizWords(quiz({ openAttemptId: 'q.p.2', attemptsUsed: 2, taken: true, lastAttemptId: 'q.p.1' }), now)
    expect(open.target).toEqual({ page: 'quiz', quizId: 'q' })
  })

  it('leads to the result once it is taken', () => {
    const taken = { taken: true, attemptsUsed: 1, lastAttemptId: 'q.p.1' }
    expect(quizWords(quiz(taken), now)).toMatchObject({
      note: '看结果，还可再答 1 次',
      target: { page: 'result', attemptId: 'q.p.1' },
    })
    expect(quizWords(quiz({ ...taken, attemptsUsed: 2 }), now).note).toBe('看结果和解析')
  })

  it('of a practice says that it counts nowhere, of a series that today is enough', () => {
    expect(quizWords(quiz({ mode: 'practice', attemptsUsed: 7, taken: true }), now).note).toBe(
      '20 题，不限次数，不计入参与',
    )
    expect(quizWords(quiz({ mode: 'daily', today: false, questions: 5 }), now).note).toBe('每天 5 题，想答就答')
    expect(quizWords(quiz({ mode: 'daily', today: true, lastAttemptId: 'q.p.9' }), now)).toMatchObject({
      tag: { text: '今天已答' },
      target: { page: 'result', attemptId: 'q.p.9' },
    })
  })

  it('says what kind it is once', () => {
    expect(titleWords({ mode: 'daily', title: '11月每日一答' })).toBe('11月每日一答')
    expect(titleWords({ mode: 'practice', title: '党章十题' })).toBe('练习 · 党章十题')
    expect(titleWords({ mode: 'exam', title: '党章十题' })).toBe('党章十题')
  })

  it('that is to come says when', () => {
    const coming = {
      id: 'd',
      title: '十二月答题',
      mode: 'exam' as const,
      opensAt: Date.parse('2026-12-01T09:00:00+08:00'),
    }
    expect(comingNote(coming, now)).toBe('12 月 1 日 09:00 开始')
  })
})
