export { checkAnswer } from './check'
export { LESSON_GRACE_MS, lessonDoneAt } from './done-at'
export { helpfulBlock } from './helps'
export { type LessonMedia, mediaOf } from './media'
export { nextLesson } from './next'
export { decideNote, type KeptText, NOTE_MOST, type NoteDecision, type NoteSide } from './note'
export {
  FURTHEST_LESSON_MS,
  type LessonState,
  lessonState,
  publishedWhen,
  readingMinutes,
  SHELVED_AT,
} from './publishing'
export { decideReflection, firstState, type ReflectionDecision } from './reflection'
export { textPieces } from './text-pieces'
export { hardest, type TextVerdict, textVerdict } from './text-verdict'
export { type Arrival, type ArrivingText, arrivalOf, type WrittenText } from './writing'
