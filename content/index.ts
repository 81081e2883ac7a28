import type { Track } from '@/contracts/lesson'
import type { QuestionKind } from '@/contracts/quiz'
import documentsJson from './documents.json'
import discipline from './lessons/lesson-discipline.json'
import eightDuties from './lessons/lesson-eight-duties.json'
import elderlyMembers from './lessons/lesson-elderly-members.json'
import joining from './lessons/lesson-joining.json'
import memberRights from './lessons/lesson-member-rights.json'
import mobileMembers from './lessons/lesson-mobile-members.json'
import partyHistory from './lessons/lesson-party-history.json'
import review from './lessons/lesson-review.json'
import selfDiscipline from './lessons/lesson-self-discipline.json'
import themeDay from './lessons/lesson-theme-day.json'
import threeMeetings from './lessons/lesson-three-meetings.json'
import thrift from './lessons/lesson-thrift.json'
import chufen from './questions/chufen-quanxian-2022.json'
import dangshi from './questions/dangshi-xuexi-2024.json'
import dangzhang from './questions/dangzhang-2022.json'
import ershida from './questions/ershida-baogao-2022.json'
import fagui from './questions/fagui-tixi-2021.json'
import fazhan from './questions/fazhan-dangyuan-2026.json'
import jiaoyu from './questions/jiaoyu-guanli-2019.json'
import jiguan from './questions/jiguan-jiceng-2019.json'
import jilv from './questions/jilv-chufen-2023.json'
import jiwei from './questions/jiwei-gongzuo-2021.json'
import lixing from './questions/lixing-jieyue-2025.json'
import zhengzhi from './questions/zhengzhi-shenghuo-2016.json'
import zhuti from './questions/zhuti-zeren-2020.json'
import zilv from './questions/zilv-zhunze-2015.json'
import zuzhi from './questions/zuzhi-chuli-2021.json'

/** An official document that questions and lessons may cite. */
export interface Document {
  id: string
  /** The Chinese title as printed, without 《》. */
  title: string
  /** The year of the edition that the items were checked against. */
  year: number
  /** How the document is divided: numbered articles (第N条), numbered sections (N、…), or not at all. */
  unit: 'article' | 'section' | 'none'
  /** How many of those it has, counted in the text itself; 0 when it is not divided. */
  units: number
}

/** Where a statement comes from. Without `documentId` it is the SourceRef that the contracts carry. */
export interface Source {
  /** The title of the document with that id. */
  document: string
  documentId: string
  /** 第N条 in a document with articles; the section's heading, with its number, in one with sections. */
  article: string
}

/** What a question is about; quizzes are dealt by tag. */
export type Tag =
  | 'rights'
  | 'duties'
  | 'organisation-life'
  | 'discipline'
  | 'education'
  | 'mobile-members'
  | 'thrift'
  | 'joining'
  /** How the Party's organisations are formed, and how they decide. */
  | 'organisation'
  /** Discipline inspection, and who answers for it. */
  | 'supervision'
  | 'history'
  /** What the Party's congress has set out to do. */
  | 'goals'

/** A handbook question. Options are shuffled when dealt, so no text may refer to an option by its letter or place. */
export interface Question {
  id: string
  kind: QuestionKind
  /** Of a fill-in question with exactly one gap, written ____ (four underscores). */
  stem: string
  /** 3–5 for single and multiple; exactly 正确, 错误 for judge; none for fill. */
  options: string[]
  /** Indices into `options`, ascending; none for fill. */
  key: number[]
  /** Of a fill-in question only: what fills the gap, the usual form first; what is written otherwise (digits, width, spaces) is the same answer. */
  accepted?: string[]
  explanation: string
  source: Source
  tags: Tag[]
  /** 1 easy … 3 hard. */
  difficulty: 1 | 2 | 3
  /** Set while only one copy of the source was at hand: confirm against a second one before use with real members. */
  needsReview?: true
}

/** A piece of a micro-lesson, in the order in which it is read. Pictures are files of content/pictures, sound and film of content/media. */
export type LessonBlock =
  | { type: 'text'; heading: string; paragraphs: string[]; source: Source }
  | { type: 'picture'; file: string; alt: string; caption: string }
  | { type: 'slides'; title: string; slides: { file: string; alt: string; text: string }[] }
  /** Captions: from which second on which text is shown. The texts together say all that is heard. */
  | { type: 'audio'; title: string; file: string; seconds: number; captions: Caption[] }
  | { type: 'video'; title: string; file: string; poster: string; seconds: number; captions: Caption[] }

export interface Caption {
  at: number
  text: string
}

/** A micro-lesson: short pieces, texts with their sources, and one question that completes it. */
export interface Lesson {
  id: string
  title: string
  track: Track
  /** Reading time. */
  minutes: number
  blocks: LessonBlock[]
  /** Ids of the handbook's questions that it helps with. */
  questions: string[]
  check: Pick<Question, 'kind' | 'stem' | 'options' | 'key' | 'explanation' | 'source'>
}

// TypeScript reads the strings of a JSON file as `string`, so the narrow types are asserted here; test/content checks
// every item against a schema of these types.

/** Every document that is cited, and the others whose articles were counted. */
export const documents = documentsJson as Document[]

/** The handbook, in the order of its documents. */
export const questions = [
  dangzhang,
  zilv,
  jilv,
  jiaoyu,
  zhengzhi,
  fazhan,
  jiguan,
  zuzhi,
  chufen,
  jiwei,
  zhuti,
  dangshi,
  lixing,
  fagui,
  ershida,
].flat() as Question[]

/** The micro-lessons, by track: four required, five basic, three elective. */
export const lessons = [
  eightDuties,
  memberRights,
  discipline,
  selfDiscipline,
  mobileMembers,
  threeMeetings,
  themeDay,
  review,
  joining,
  thrift,
  partyHistory,
  elderlyMembers,
] as Lesson[]
