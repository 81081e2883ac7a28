import { whenWords } from '@/components/words/when.shared'
import type { InputOf, OutputOf } from '@/contracts/action'
import type { LessonDeskRow, listLessonsForDesk, publishLesson } from '@/contracts/plan-lessons'
import { problemOf } from '@/domain/quiz/making'

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

/** What a lesson still lacks; null: it can be published. */
export function lessonLacks({ title, sections, check }: LessonForm): string | null {
  if (title.trim().length < 2) return '写上课名'
  const bad = sections.findIndex(
    ({ heading, paragraphs, source: from }) =>
      heading.trim() === '' || paragraphs.every((text) => text.trim() === '') || !isSourced(from),
  )
  if (bad >= 0) return `第 ${bad + 1} 节要有小标题、正文和依据`
  const question = { ...check, id: 'check', accepted: [], difficulty: 1 as const }
  return problemOf(question) === null ? null : '检查题要有题目、答案、解析和依据'
}

/** The options that were filled in, with the marks that belong to them. */
export function trimmed(form: LessonForm): LessonForm {
  const { options, key } = form.check
  const kept = options.flatMap((option, index) => (option.trim() === '' ? [] : [index]))
  return {
    ...form,
    title: form.title.trim(),
    check: {
      ...form.check,
      options: kept.map((index) => options[index] ?? ''),
      key: key.flatMap((index) => (kept.includes(index) ? [kept.indexOf(index)] : [])),
    },
  }
}

/** Where a lesson stands, as a row says it. */
export function lessonNote({ state, publishedAt, people, members }: LessonDeskRow, now: number): string {
  if (state === 'shelved' || publishedAt === null) return '备好了，还没有发布'
  const when = whenWords(publishedAt, now)
  return state === 'scheduled' ? `${when} 发布` : `${when} 发布 · ${people} / ${members} 人学完`
}

export const lessonTags = {
  shelved: { text: '未发布', tone: 'grey' },
  scheduled: { text: '待发布', tone: 'wait' },
  published: { text: '已发布', tone: 'ok' },
} as const
