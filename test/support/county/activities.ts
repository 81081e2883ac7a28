import type {
  LessonBodyDoc,
  LessonDoc,
  QuizDoc,
  QuizQuestion,
  ThemeDayDoc,
} from '../../../cloudfunctions/_data/documents'
import { rosterOfSeats } from '../roster'

export const HOUR = 3_600_000
/** 2026-11-10 10:00 in Asia/Shanghai: the instant at which tests begin. */
export const NOON = Date.UTC(2026, 10, 10, 2)

const source = { document: '示例章程', article: '第一条' }
const question = (id: string, kind: QuizQuestion['kind'], options: string[], key: number[]): QuizQuestion => ({
  id,
  kind,
  stem: `题干${id}`,
  options,
  key,
  accepted: [],
  explanation: `解析${id}`,
  source,
  tags: ['示例'],
  difficulty: 1,
})

export const questions: QuizQuestion[] = [
  question('q1', 'single', ['q1甲', 'q1乙', 'q1丙', 'q1丁'], [2]),
  question('q2', 'multiple', ['q2甲', 'q2乙', 'q2丙', 'q2丁'], [0, 1, 3]),
  question('q3', 'judge', ['正确', '错误'], [1]),
  question('q4', 'single', ['q4甲', 'q4乙', 'q4丙', 'q4丁'], [0]),
]

const quiz = (id: string, orgId: string, opensAt: number, closesAt: number): QuizDoc => ({
  _id: id,
  title: `测试答题${id}`,
  mode: 'exam',
  orgId,
  opensAt,
  closesAt,
  minutes: 20,
  attemptsAllowed: 2,
  partial: 'proportional',
  release: 'atOnce',
  graceHours: 0,
  deal: 4,
  pointsEach: 25,
  passMark: 60,
  questions,
})

export const quizzes: QuizDoc[] = [
  quiz('open', 'county', NOON - 48 * HOUR, NOON + 48 * HOUR),
  quiz('closed', 'county', NOON - 96 * HOUR, NOON - HOUR),
  quiz('future', 'county', NOON + HOUR, NOON + 96 * HOUR),
  quiz('officeonly', 'office', NOON - HOUR, NOON + 96 * HOUR),
]

export const lessons: LessonDoc[] = [
  {
    _id: 'lesson1',
    title: '测试微党课',
    orgId: 'county',
    track: 'required',
    minutes: 5,
    publishedAt: NOON - 48 * HOUR,
    media: ['audio'],
    questions: [],
    chapter: null,
    check: {
      kind: 'single',
      stem: '检查题',
      options: ['甲', '乙', '丙'],
      key: [1],
      explanation: '检查题解析',
      source,
      helps: 0,
    },
  },
]
lessons.push({ ...(lessons[0] as LessonDoc), _id: 'later', title: '未发布的课', publishedAt: NOON + 48 * HOUR })
lessons.push({ ...(lessons[0] as LessonDoc), _id: 'officelesson', title: '机关的课', orgId: 'office' })

/** What is read in a lesson of the county: a text, and a sound that is in storage. */
export const lessonBody = (lessonId: string): LessonBodyDoc => ({
  _id: lessonId,
  blocks: [
    { type: 'text', heading: '一', paragraphs: ['段落'], source },
    {
      type: 'audio',
      title: '录音',
      seconds: 9,
      bytes: 9000,
      captions: [{ at: 0, text: '听' }],
      fileId: 'cloud://local-env.local/lessons/sound.m4a',
    },
  ],
})

const themeDay = (id: string, orgId: string, extra: Partial<ThemeDayDoc> = {}): ThemeDayDoc => ({
  _id: id,
  orgId,
  title: `测试主题党日${id}`,
  place: '活动室',
  forms: ['groupStudy'],
  agenda: ['集中学习'],
  startsAt: NOON - HOUR / 4,
  endsAt: NOON + 2 * HOUR,
  remote: true,
  status: 'planned',
  closedAt: null,
  secret: `secret-of-${id}-0123456789abcdef`,
  roster: null,
  rosterUnfolded: false,
  ...extra,
})

export const themeDays: ThemeDayDoc[] = [
  themeDay('eastday', 'east'),
  themeDay('westday', 'west'),
  themeDay('eastpast', 'east', {
    startsAt: NOON - 50 * HOUR,
    endsAt: NOON - 48 * HOUR,
    status: 'closed',
    closedAt: NOON - 48 * HOUR,
    roster: rosterOfSeats([0, 1, 2], [2], NOON - 50 * HOUR),
    rosterUnfolded: true,
  }),
]
