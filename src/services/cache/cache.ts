import { kvOf, personKv } from '../storage/kv'
import { type Cache, createCache } from './cache.shared'

/** The answers kept on this phone for the person who uses it. */
export const cache = createCache(personKv, () => Date.now())

/** The answers kept for one person, whoever uses the phone now. */
export const cacheOf = (person: string): Cache => createCache(kvOf(person), () => Date.now())

/** Names of what is kept. */
export const cacheNames = {
  home: 'home',
  study: 'study',
  result: (attemptId: string) => `result:${attemptId}`,
  history: 'history',
  lesson: (lessonId: string) => `lesson:${lessonId}`,
  notes: 'notes',
  ownReflections: 'own-reflections',
  reflections: (orgId: string) => `reflections:${orgId}`,
  themeDays: 'themedays',
  themeDay: (themeDayId: string) => `themeday:${themeDayId}`,
}
