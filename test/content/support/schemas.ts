import * as v from 'valibot'
import type { Document, Lesson, Question } from '../../../content'

const Text = v.pipe(v.string(), v.trim(), v.minLength(1))
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,47}$/))
const Source = v.strictObject({ document: Text, documentId: Id, article: Text })
const Kind = v.picklist(['single', 'multiple', 'judge', 'fill'])
const Index = v.pipe(v.number(), v.integer(), v.minValue(0))
const asked = {
  kind: Kind,
  stem: Text,
  options: v.pipe(v.array(Text), v.maxLength(5)),
  key: v.array(Index),
  explanation: Text,
  source: Source,
}
const Tag = v.picklist([
  'rights',
  'duties',
  'organisation-life',
  'discipline',
  'education',
  'mobile-members',
  'thrift',
  'joining',
  'organisation',
  'supervision',
  'history',
  'goals',
])

/** Strict: a field that nobody reads is a spelling mistake. The annotations keep these in step with content/index.ts. */
export const QuestionSchema: v.GenericSchema<unknown, Question> = v.strictObject({
  id: Id,
  ...asked,
  accepted: v.optional(v.pipe(v.array(Text), v.minLength(1))),
  tags: v.pipe(v.array(Tag), v.minLength(1)),
  difficulty: v.picklist([1, 2, 3]),
  needsReview: v.optional(v.literal(true)),
})

const captions = v.pipe(v.array(v.strictObject({ at: v.pipe(v.number(), v.minValue(0)), text: Text })), v.minLength(1))
const Seconds = v.pipe(v.number(), v.minValue(1))
const Block = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    heading: Text,
    paragraphs: v.pipe(v.array(Text), v.minLength(1)),
    source: Source,
  }),
  v.strictObject({ type: v.literal('picture'), file: Text, alt: Text, caption: Text }),
  v.strictObject({
    type: v.literal('slides'),
    title: Text,
    slides: v.pipe(v.array(v.strictObject({ file: Text, alt: Text, text: Text })), v.minLength(2)),
  }),
  v.strictObject({ type: v.literal('audio'), title: Text, file: Text, seconds: Seconds, captions }),
  v.strictObject({ type: v.literal('video'), title: Text, file: Text, poster: Text, seconds: Seconds, captions }),
])

export const LessonSchema: v.GenericSchema<unknown, Lesson> = v.strictObject({
  id: Id,
  title: Text,
  track: v.picklist(['required', 'basic', 'elective']),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  blocks: v.pipe(v.array(Block), v.minLength(3)),
  questions: v.array(Id),
  check: v.strictObject(asked),
})

export const DocumentSchema: v.GenericSchema<unknown, Document> = v.strictObject({
  id: Id,
  title: Text,
  year: v.pipe(v.number(), v.integer(), v.minValue(1921), v.maxValue(2100)),
  unit: v.picklist(['article', 'section', 'none']),
  units: Index,
})
