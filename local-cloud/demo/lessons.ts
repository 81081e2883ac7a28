import { helpfulBlock, mediaOf } from '@/domain/lesson'
import { addDays, daysBetween, startOfDay } from '@/domain/time/day'
import type { LessonBodyDoc, LessonDoc, StoredBlock } from '../../cloudfunctions/_data/documents'
import { type Lesson, type LessonBlock, lessons, questions, type Source } from '../../content'
import { COUNTY_ID } from './branches'
import type { Calendar } from './calendar'
import type { LessonFiles } from './lesson-files'

const sourceRef = ({ document, article }: Source) => ({ document, article })

/** A block as it is stored: with its drawings in it, and where its sound or film stands. One whose file is missing is left out. */
function storedBlocks(block: LessonBlock, files: LessonFiles): StoredBlock[] {
  if (block.type === 'text') {
    const { type, heading, paragraphs, source } = block
    return [{ type, heading, paragraphs, source: sourceRef(source) }]
  }
  if (block.type === 'picture') {
    const svg = files.picture(block.file)
    return svg === null ? [] : [{ type: block.type, svg, alt: block.alt, caption: block.caption }]
  }
  if (block.type === 'slides') {
    const slides = block.slides.flatMap(({ file, alt, text }) => {
      const svg = files.picture(file)
      return svg === null ? [] : [{ svg, alt, text }]
    })
    return slides.length === 0 ? [] : [{ type: block.type, title: block.title, slides }]
  }
  const media = files.media(block.file)
  if (media === null) return []
  const { title, seconds, captions } = block
  if (block.type === 'audio') return [{ type: block.type, title, seconds, captions, ...media }]
  const poster = files.picture(block.poster)
  return poster === null
    ? []
    : [{ type: block.type, title, seconds, captions, poster: { svg: poster, alt: title }, ...media }]
}

/** The chapter of the handbook in which most of a lesson's questions stand; of equals the one that is asked first. */
export function chapterOf(lesson: Pick<Lesson, 'questions'>): string | null {
  const documentOf = new Map(questions.map(({ id, source }) => [id, source.documentId]))
  const counts = new Map<string, number>()
  for (const id of lesson.questions) {
    const chapter = documentOf.get(id)
    if (chapter !== undefined) counts.set(chapter, (counts.get(chapter) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** The newest lesson came out so many days ago. */
const NEWEST_DAYS_AGO = 14

/** The lessons with what is read in each, published one after the other over the history but its last two weeks, at nine in the morning. */
export function planLessons({ history }: Calendar, files: LessonFiles): { lesson: LessonDoc; body: LessonBodyDoc }[] {
  const days = daysBetween(history.from, history.to) + 1 - NEWEST_DAYS_AGO - 2
  return lessons.map((lesson, i) => {
    const blocks = lesson.blocks.flatMap((block) => storedBlocks(block, files))
    const doc: LessonDoc = {
      _id: lesson.id,
      title: lesson.title,
      orgId: COUNTY_ID,
      track: lesson.track,
      minutes: lesson.minutes,
      publishedAt:
        startOfDay(addDays(history.from, 2 + Math.floor((i * days) / Math.max(1, lessons.length - 1)))) + 9 * 3_600_000,
      media: mediaOf(blocks),
      questions: lesson.questions,
      chapter: chapterOf(lesson),
      check: {
        kind: lesson.check.kind,
        stem: lesson.check.stem,
        options: lesson.check.options,
        key: lesson.check.key,
        explanation: lesson.check.explanation,
        source: sourceRef(lesson.check.source),
        helps: helpfulBlock(blocks, lesson.check),
      },
    }
    return { lesson: doc, body: { _id: lesson.id, blocks } }
  })
}
