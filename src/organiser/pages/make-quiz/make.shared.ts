import type { InputOf, OutputOf } from '@/contracts/action'
import type { draftQuiz, getQuizBank, OwnQuestion, QuizSettings, RulePart } from '@/contracts/plan'
import type { PartialRule } from '@/contracts/quiz'
import {
  type BankQuestion,
  type OwnProblem,
  pointsOf,
  problemOf,
  type SettingsProblem,
  type Supply,
  settingsProblem,
  supplyOf,
} from '@/domain/quiz/making'
import { DAY_MS, dayOf, startOfDay } from '@/domain/time/day'

export type Bank = OutputOf<typeof getQuizBank>
export type Saved = OutputOf<typeof draftQuiz>

/** What the maker writes. */
export type Content = Pick<InputOf<typeof draftQuiz>, 'settings' | 'parts' | 'own'>

export const anyPart: RulePart = { chapter: null, tag: null, kind: null, difficulty: null, count: 5 }

/** What a new quiz begins with: twenty minutes, two papers, from tomorrow morning for a week, ten questions from everywhere. */
export const newContent = (now: number): Content => ({
  settings: {
    title: '',
    mode: 'exam',
    opensAt: startOfDay(dayOf(now + DAY_MS)) + 8 * 3_600_000,
    closesAt: startOfDay(dayOf(now + 7 * DAY_MS)) + 22 * 3_600_000,
    minutes: 20,
    attempts: 2,
    partial: 'half',
    release: 'atOnce',
    graceHours: 24,
    deal: null,
    passPercent: 60,
  },
  parts: [{ ...anyPart, count: 10 }],
  own: [],
})

/** Questions of the bank as the rules take them. */
export const questionsOf = ({ chapters }: Pick<Bank, 'chapters'>): BankQuestion[] =>
  chapters.flatMap(({ id: chapter, questions }) =>
    questions.map(({ id, kind, difficulty, tags }) => ({ id, chapter, kind, difficulty, tags })),
  )

const tagNames: Readonly<Record<string, string>> = {
  discipline: '纪律',
  joining: '发展党员',
  organisation: '组织制度',
  'organisation-life': '组织生活',
  thrift: '厉行节约',
  rights: '党员权利',
  'mobile-members': '流动党员',
  supervision: '监督',
  education: '学习教育',
  history: '党史',
  goals: '目标任务',
  duties: '党员义务',
}
export const tagWords = (tag: string): string => tagNames[tag] ?? tag

export const difficultyWords = { 1: '容易', 2: '中等', 3: '较难' } as const
export const kindNames = { single: '单选', multiple: '多选', judge: '判断', fill: '填空' } as const
export const partialNames: Readonly<Record<PartialRule, string>> = {
  none: '全对才得分',
  half: '漏选得一半',
  proportional: '漏选按比例',
}
export const releaseNames = { atOnce: '交卷就看', afterClose: '截止后看', never: '不公布' } as const

/** A line of the rule in words: `《中国共产党章程》 · 多选 · 较难`. */
export function partWords(part: RulePart, chapters: Bank['chapters']): string {
  const chapter =
    part.chapter === null ? null : (chapters.find(({ id }) => id === part.chapter)?.title ?? '已撤下的文件')
  const words = [
    chapter === null ? null : `《${chapter}》`,
    part.tag === null ? null : tagWords(part.tag),
    part.kind === null ? null : kindNames[part.kind],
    part.difficulty === null ? null : difficultyWords[part.difficulty],
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : '整本手册'
}

/** Whether the bank has enough for a line. */
export function supplyWords({ fitting, short, shared }: Supply): { text: string; enough: boolean } {
  if (short === 0) return { text: `手册里有 ${fitting} 道`, enough: true }
  if (shared) return { text: `和上面的规则重了，还差 ${short} 道`, enough: false }
  return { text: fitting === 0 ? '没有这样的题' : `只有 ${fitting} 道，还差 ${short} 道`, enough: false }
}

export const ownProblemWords: Readonly<Record<OwnProblem, string>> = {
  stem: '题目还没写',
  gap: '题目里要有一个空，写作四条下划线 ____',
  options: '选项还没写全',
  sameOptions: '有两个选项一样',
  key: '还没有标出正确答案（多选至少两个）',
  accepted: '还没有写空里的答案',
  explanation: '还没有写解析',
  source: '还没有写依据的文件和条款',
}

export const settingsProblemWords: Readonly<Record<SettingsProblem, string>> = {
  title: '还没有写标题',
  order: '截止要晚于开始，至少开放十分钟',
  past: '截止时间已经过了，请往后改',
  tooLong: '一次答题最长开放一年',
  seriesTooLong: '每日一答最长 99 天',
  tooFewMinutes: '时限比开放的时间还长',
  deal: '每人答的题不能多过选出的题',
}

const shortOf = ({ parts }: Content, bank: Bank): number =>
  supplyOf(questionsOf(bank), parts).reduce((sum, { short }) => sum + short, 0)

/** How many questions there are to deal from: what the rule gives, also before the server has chosen, and those of the maker's own. */
export const poolOf = (content: Content, bank: Bank): number =>
  content.parts.reduce((sum, { count }) => sum + count, 0) - shortOf(content, bank) + content.own.length

/** What is lacking before it can be published; null: nothing. */
export function lackingWords(content: Content, bank: Bank, now: number): string | null {
  const { settings, own } = content
  const pool = poolOf(content, bank)
  // a paper of more questions than there are is dealt all of them
  const problem = settingsProblem(settings, Math.max(pool, settings.deal ?? 0), now)
  if (problem) return settingsProblemWords[problem]
  const short = shortOf(content, bank)
  if (short > 0) return `手册里的题还差 ${short} 道`
  if (pool === 0) return '还没有选题'
  for (const [index, question] of own.entries()) {
    const wrong = problemOf(question)
    if (wrong) return `自己写的第 ${index + 1} 道，${ownProblemWords[wrong]}`
  }
  return null
}

/** What a paper is worth: `每题 5 分，满分 100 分，60 分及格`. */
export function pointsWords({ deal, passPercent }: Pick<QuizSettings, 'deal' | 'passPercent'>, pool: number): string {
  const questions = Math.min(deal ?? pool, pool)
  if (questions === 0) return '选好题就能算出分值'
  const each = pointsOf(questions)
  const full = each * questions
  return `每题 ${each} 分，满分 ${full} 分，${Math.ceil((full * passPercent) / 100)} 分及格`
}

/** A question to begin with. */
export const newOwn = (id: string): OwnQuestion => ({
  ...{ id, kind: 'single', stem: '', options: ['', '', '', ''], key: [], accepted: [], explanation: '' },
  ...{ source: { document: '', article: '' }, difficulty: 2 },
})
