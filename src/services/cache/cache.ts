import { personKv } from '../storage/kv'
import { createCache } from './cache.shared'

/** The answers kept on this phone for the person who uses it. */
export const cache = createCache(personKv, () => Date.now())

/** Names of what is kept. */
export const cacheNames = {
  home: 'home',
  study: 'study',
  paper: (quizId: string) => `paper:${quizId}`,
  result: (attemptId: string) => `result:${attemptId}`,
  lesson: (lessonId: string) => `lesson:${lessonId}`,
  themeDay: (themeDayId: string) => `themeday:${themeDayId}`,
}
