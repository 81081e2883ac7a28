import type { InputOf } from '@/contracts/action'
import { caseSentences } from '@/contracts/errors'
import { publishLesson as contract } from '@/contracts/plan-lessons'
import { FURTHEST_LESSON_MS, helpfulBlock, readingMinutes } from '@/domain/lesson'
import { canPublishLesson } from '@/domain/people'
import { problemOf } from '@/domain/quiz/making'
import { writeAudit } from '../_data/audit'
import type { LessonDoc, StoredBlock } from '../_data/documents'
import { addLesson, findLesson, lessonIdOf } from '../_data/lesson-desk'
import { organisationById } from '../_data/organisations'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { lessonRows } from './lesson-rows'

export const publishLesson = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canPublishLesson(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, refuse }) {
    const { key, orgId, title, track, check } = input
    const publishedAt = Math.max(now, input.publishedAt ?? now)
    if (publishedAt - now > FURTHEST_LESSON_MS) return refuse('PLAN_TIMES', 'lesson', caseSentences.lessonTimes.say)
    const blocks = blocksOf(input)
    const unfinished = blocks.some((block) => block.type === 'text' && !isWhole(block))
    if (unfinished || problemOf({ ...check, id: 'check', accepted: [], difficulty: 1 }) !== null) {
      return refuse('LESSON_INCOMPLETE')
    }
    const words = wordsOf(input)
    if (await isRefused(caller.openid, words)) {
      return refuse('TEXT_REFUSED', 'lesson', caseSentences.lessonWordsRefused.say)
    }
    const actor = caller.person._id
    const _id = lessonIdOf(actor, key)
    const lesson: LessonDoc = {
      ...{ _id, title, orgId, track, publishedAt, media: [], questions: [], chapter: null, withdrawn: null },
      minutes: readingMinutes(words.length),
      check: {
        ...check,
        options: check.options.map((option) => option.trim()),
        key: [...check.key].sort((a, b) => a - b),
        helps: helpfulBlock(blocks, check),
      },
    }
    const added = await addLesson(lesson, { _id, blocks })
    await writeAudit({ _id: `publishLesson.${_id}`, actor, action: 'publishLesson', object: _id, at: now, requestId })
    const stands = added === 'inserted' ? lesson : ((await findLesson(_id)) ?? refuse('BUSY'))
    return (await lessonRows(orgId, [stands], now))[0] ?? refuse('NOT_FOUND')
  },
})

type Input = InputOf<typeof contract>

const blocksOf = ({ sections }: Input): StoredBlock[] =>
  sections.map(({ heading, paragraphs, source }) => ({
    ...{ type: 'text' as const, heading: heading.trim(), source },
    paragraphs: paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean),
  }))

const isWhole = ({ heading, paragraphs, source }: Extract<StoredBlock, { type: 'text' }>): boolean =>
  heading !== '' && paragraphs.length > 0 && source.document.trim() !== '' && source.article.trim() !== ''

const wordsOf = ({ title, sections, check }: Input): string =>
  [
    title,
    ...sections.flatMap(({ heading, paragraphs, source }) => [heading, ...paragraphs, source.document, source.article]),
    ...[check.stem, ...check.options, check.explanation],
  ].join('\n')
