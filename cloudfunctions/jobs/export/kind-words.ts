import type { ParticipationKind } from '@/contracts/common'

export const kindWords: Readonly<Record<ParticipationKind, string>> = {
  quiz: '知识答题',
  lesson: '微党课',
  themeday: '主题党日',
}
