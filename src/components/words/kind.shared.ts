import type { SourceRef } from '@/contracts/common'
import type { Track } from '@/contracts/lesson'
import type { QuestionKind } from '@/contracts/quiz'

export const questionKindWords: Readonly<Record<QuestionKind, { name: string; hint: string }>> = {
  single: { name: '单选', hint: '选一项' },
  multiple: { name: '多选', hint: '选对部分得部分分，错选不得分' },
  judge: { name: '判断', hint: '选对或错' },
}

export const trackWords: Readonly<Record<Track, string>> = { required: '必修', basic: '基础', elective: '选修' }

/** A source as it is cited: '《中国共产党章程》第五条'. */
export const sourceWords = ({ document, article }: SourceRef): string =>
  `${document.startsWith('《') ? document : `《${document}》`}${article}`

/** The letter of an option, in the order in which it is shown. */
export const optionLetter = (index: number): string => 'ABCDEFGH'.charAt(index)
