import type { OutputOf } from '@/contracts/action'
import type { getStudy } from '@/contracts/learn'
import type { Track } from '@/contracts/lesson'

export type Study = OutputOf<typeof getStudy>
export type StudyLesson = Study['lessons'][number]
export type StudyQuiz = Study['quizzes'][number]

export const tracks: readonly Track[] = ['required', 'basic', 'elective']

/** How many lessons of a track there are, and how many of them are completed. */
export function progressOf(lessons: readonly StudyLesson[], track: Track): { done: number; all: number } {
  const own = lessons.filter((lesson) => lesson.track === track)
  return { done: own.filter(({ completed }) => completed).length, all: own.length }
}

/** Lessons of a track: those not completed first, oldest of them first, since later ones build on earlier ones; then the completed, newest first. */
export function lessonsOf(lessons: readonly StudyLesson[], track: Track): StudyLesson[] {
  const own = lessons.filter((lesson) => lesson.track === track)
  const left = own.filter(({ completed }) => !completed).sort((a, b) => a.publishedAt - b.publishedAt)
  return [...left, ...own.filter(({ completed }) => completed).sort((a, b) => b.publishedAt - a.publishedAt)]
}

/** The track to begin with: the first that has something left; the required one when all is done. */
export const firstTrack = (lessons: readonly StudyLesson[]): Track =>
  tracks.find((track) => {
    const { done, all } = progressOf(lessons, track)
    return done < all
  }) ?? 'required'

const mediaNames = { picture: '图', slides: '图解', audio: '音频', video: '视频' } as const

/** '约 6 分钟 · 图解、音频' */
export const lessonNote = ({ minutes, media }: Pick<StudyLesson, 'minutes' | 'media'>): string =>
  [
    `约 ${minutes} 分钟`,
    [...new Set(media)]
      .filter((one) => one !== 'picture')
      .map((one) => mediaNames[one])
      .join('、'),
  ]
    .filter((part) => part !== '')
    .join(' · ')
