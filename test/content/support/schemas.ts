import * as v from 'valibot'
import type { Document, Lesson, Question } from '../../../content'

const Text = v.pipe(v.string(), v.trim(), v.minLength(1))
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,47}$/))
const Source = v.strictObject({ document: Text, documentId: Id, article: Text })
const Kind = v.picklist(['single', 'multiple', 'judge'])
const Index = v.pipe(v.number(), v.integer(), v.minValue(0))
const asked = {
  kind: Kind,
  stem: Text,
  options: v.pipe(v.array(Text), v.minLength(2), v.maxLength(5)),
  key: v.pipe(v.array(Index), v.minLength(1)),
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
])

/** Strict: a field that nobody reads is a spelling mistake. The annotations keep these in step with content/index.ts. */
export const QuestionSchema: v.GenericSchema<unknown, Question> = v.strictObject({
  id: Id,
  ...asked,
  tags: v.pipe(v.array(Tag), v.minLength(1)),
  difficulty: v.picklist([1, 2, 3]),
  needsReview: v.optional(v.literal(true)),
})

export const LessonSchema: v.GenericSchema<unknown, Lesson> = v.strictObject({
  id: Id,
  title: Text,
  track: v.picklist(['required', 'basic', 'elective']),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  sections: v.pipe(
    v.array(
      v.strictObject({
        heading: Text,
        paragraphs: v.pipe(v.array(Text), v.minLength(2), v.maxLength(3)),
        source: Source,
      }),
    ),
    v.minLength(3),
    v.maxLength(4),
  ),
  check: v.strictObject(asked),
})

export const DocumentSchema: v.GenericSchema<unknown, Document> = v.strictObject({
  id: Id,
  title: Text,
  year: v.pipe(v.number(), v.integer(), v.minValue(1921), v.maxValue(2100)),
  unit: v.picklist(['article', 'section', 'none']),
  units: Index,
})
