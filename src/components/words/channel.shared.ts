import type { Channel, ParticipationKind } from '@/contracts/common'

/** How a participation came to be known, in words. */
export const channelWords: Readonly<Record<Channel, string>> = {
  self: '本人',
  remote: '线上',
  proxy: '代录',
  import: '导入',
}

/** What one takes part in, in words. */
export const participationWords: Readonly<Record<ParticipationKind, { name: string; unit: string }>> = {
  quiz: { name: '答题', unit: '次' },
  lesson: { name: '微党课', unit: '门' },
  themeday: { name: '主题党日', unit: '次' },
}
