import type { HandbookDoc, QuizQuestion } from '../../../cloudfunctions/_data/documents'
import type { InputOf, OutputOf } from '../../../src/contracts/action'
import { draftQuiz, type OwnQuestion, publishQuiz, type QuizSettings } from '../../../src/contracts/plan'
import { HOUR, NOON, questions } from '../../support/county/activities'
import type { Player } from '../../support/county/start-county'

const inBook = (id: string, kind: QuizQuestion['kind'], difficulty: 1 | 2 | 3, tags: string[]): QuizQuestion => {
  const like = questions.find((one) => one.kind === kind)
  if (!like) throw new Error(`no question of kind ${kind}`)
  return { ...like, id, stem: `手册题干${id}`, explanation: `手册解析${id}`, difficulty, tags }
}

/** Eight questions of two chapters: five single (b1 … b3, c1, c2), two multiple (b4, c3), one 判断 (c4). */
export const chapters: HandbookDoc[] = [
  {
    _id: 'book-b',
    title: '示例章程',
    order: 1,
    version: 1,
    items: [
      inBook('b1', 'single', 1, ['rights']),
      inBook('b2', 'single', 2, ['rights']),
      inBook('b3', 'single', 3, ['discipline']),
      inBook('b4', 'multiple', 2, ['discipline']),
    ],
  },
  {
    _id: 'book-c',
    title: '示例条例',
    order: 2,
    version: 1,
    items: [
      inBook('c1', 'single', 1, ['discipline']),
      inBook('c2', 'single', 2, ['rights']),
      inBook('c3', 'multiple', 3, ['rights']),
      inBook('c4', 'judge', 1, ['discipline']),
    ],
  },
]

export const settings: QuizSettings = {
  title: '十一月支部答题',
  mode: 'exam',
  opensAt: NOON,
  closesAt: NOON + 48 * HOUR,
  minutes: 20,
  attempts: 2,
  partial: 'half',
  release: 'atOnce',
  graceHours: 0,
  deal: null,
  passPercent: 60,
}

export const own: OwnQuestion = {
  id: 'own-1',
  kind: 'single',
  stem: '示例村支部的活动日在每月几号？',
  options: ['5 号', '15 号'],
  key: [1],
  accepted: [],
  explanation: '示例村支部定在每月 15 号。',
  source: { document: '示例村支部年度计划', article: '第二条' },
  difficulty: 1,
}

const any = { chapter: null, tag: null, kind: null, difficulty: null }
export const part = (count: number, like: object = {}) => ({ ...any, ...like, count })

type Content = Pick<InputOf<typeof draftQuiz>, 'settings' | 'parts' | 'own'>

let orders = 0
/** A draft of an organisation: two single questions by rule and one of its own, unless told otherwise. */
export const draftOf = (maker: Player, orgId: string, content: Partial<Content> = {}) => {
  orders += 1
  const input = { settings, parts: [part(2, { kind: 'single' })], own: [own], ...content }
  return maker.ok(draftQuiz, { key: `order-${String(orders).padStart(4, '0')}`, orgId, ...input })
}

/** The same, published; with what the desk says. */
export async function publishedBy(
  maker: Player,
  orgId: string,
  change: Partial<QuizSettings> = {},
): Promise<OutputOf<typeof publishQuiz> & { draftId: string; quizId: string }> {
  const { draftId, revision } = await draftOf(maker, orgId, { settings: { ...settings, ...change } })
  const desk = await maker.ok(publishQuiz, { draftId, revision })
  return { ...desk, draftId, quizId: desk.row.id }
}

/** A lesson of one section, as it is sent. */
export const lesson = {
  title: '示例村的一堂党课',
  track: 'elective' as const,
  sections: [
    {
      heading: '活动日为什么定在 15 号',
      paragraphs: ['村里十五号赶集，党员都在家。', '活动日定在这天，来得最齐。'],
      source: own.source,
    },
  ],
  check: {
    kind: 'single' as const,
    stem: '示例村支部的活动日在每月几号？',
    options: ['5 号', '15 号'],
    key: [1],
    explanation: '活动日定在 15 号。',
    source: own.source,
  },
  publishedAt: null as number | null,
}
