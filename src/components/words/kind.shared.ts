import type { SourceRef } from '@/contracts/common'
import type { Track } from '@/contracts/lesson'
import type { PartialRule, QuestionKind, QuizMode } from '@/contracts/quiz'

export const questionKindWords: Readonly<Record<QuestionKind, { name: string; hint: string }>> = {
  single: { name: '单选', hint: '选一项' },
  multiple: { name: '多选', hint: '可以选几项' },
  judge: { name: '判断', hint: '选对或错' },
  fill: { name: '填空', hint: '写在下面的格子里' },
}

/** What choosing only a part of the right options earns, as it is said at a question with several. */
export const partialRuleWords: Readonly<Record<PartialRule, string>> = {
  none: '全部选对才得分',
  half: '漏选得一半分，错选不得分',
  proportional: '漏选得部分分，错选不得分',
}

export const quizModeWords: Readonly<Record<QuizMode, string>> = { exam: '考试', practice: '练习', daily: '每日一答' }

export const trackWords: Readonly<Record<Track, string>> = { required: '必修', basic: '基础', elective: '选修' }

/** A source as it is cited: '《中国共产党章程》第五条'. */
export const sourceWords = ({ document, article }: SourceRef): string =>
  `${document.startsWith('《') ? document : `《${document}》`}${article}`

/** The letter of an option, in the order in which it is shown. */
export const optionLetter = (index: number): string => 'ABCDEFGH'.charAt(index)
