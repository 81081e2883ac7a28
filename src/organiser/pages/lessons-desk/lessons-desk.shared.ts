import { whenWords } from '@/components/words/when.shared'
import type { InputOf, OutputOf } from '@/contracts/action'
import type { LessonDeskRow, listLessonsForDesk, publishLesson } from '@/contracts/plan-lessons'
import { problemOf } from '@/domain/quiz/making'
import { withoutBlanks } from '../../components/form/options.shared'

export type Desk = OutputOf<typeof listLessonsForDesk>
/** What a form holds. */
export type LessonForm = Pick<InputOf<typeof publishLesson>, 'title' | 'track' | 'sections' | 'check' | 'publishedAt'>

const source = { document: '', article: '' }

export const newLesson = (): LessonForm => ({
  ...{ title: '', track: 'elective', publishedAt: null },
  sections: [{ heading: '', paragraphs: [''], source }],
  check: { kind: 'single', stem: '', options: ['', '', ''], key: [], explanation: '', source },
})

const isSourced = ({ document, article }: typeof source): boolean => document.trim() !== '' && article.trim() !== ''

/** As the contract bounds a section; what was pasted is not cut off without a word. */
const MOST_PARAGRAPHS = 8
const LONGEST_PARAGRAPH = 400

/** What a lesson still lacks; null: it can be published. */
export function lessonLacks({ title, sections, check }: LessonForm): string | null {
  if (title.trim().length < 2) return '写上课名'
  const bad = sections.findIndex(
    ({ heading, paragraphs, source: from }) =>
      heading.trim() === '' || paragraphs.every((text) => text.trim() === '') || !isSourced(from),
  )
  if (bad >= 0) return `第 ${bad + 1} 节要有小标题、正文和依据`
  const long = sections.findIndex(
    ({ paragraphs }) =>
      paragraphs.length > MOST_PARAGRAPHS || paragraphs.some(({ length }) => length > LONGEST_PARAGRAPH),
  )
  if (long >= 0) return `第 ${long + 1} 节正文最多 ${MOST_PARAGRAPHS} 段，每段 ${LONGEST_PARAGRAPH} 字以内`
  const question = { ...check, id: 'check', accepted: [], difficulty: 1 as const }
  return problemOf(question) === null ? null : '检查题要有题目、答案、解析和依据'
}

/** As it is sent: without empty lines, and the options that were filled in with the marks that belong to them. */
export const trimmed = (form: LessonForm): LessonForm => ({
  ...form,
  title: form.title.trim(),
  sections: form.sections.map((section) => {
    const paragraphs = section.paragraphs.map((text) => text.trim()).filter(Boolean)
    return { ...section, paragraphs: paragraphs.length > 0 ? paragraphs : [''] }
  }),
  check: withoutBlanks(form.check),
})

/** Whether nothing of a section was written: then nothing is lost with it. */
export const isBlankSection = ({ heading, paragraphs }: LessonForm['sections'][number]): boolean =>
  [heading, ...paragraphs].every((text) => text.trim() === '')

/** Where a lesson stands, as a row says it, part by part. */
export function lessonNotes({ state, publishedAt, people, members }: LessonDeskRow, now: number): string[] {
  if (state === 'shelved' || publishedAt === null) return ['备好了，还没有发布']
  const when = `${whenWords(publishedAt, now)} 发布`
  return state === 'scheduled' ? [when] : [when, `${people} / ${members} 人学完`]
}

export const lessonTags = {
  shelved: { text: '未发布', tone: 'grey' },
  scheduled: { text: '待发布', tone: 'wait' },
  published: { text: '已发布', tone: 'ok' },
} as const
