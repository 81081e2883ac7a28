import type { LessonBlock } from '@/contracts/lesson'

const media = ['picture', 'slides', 'audio', 'video'] as const
export type LessonMedia = (typeof media)[number]

/** What a lesson has besides text, in the order in which lists name it. */
export const mediaOf = (blocks: readonly Pick<LessonBlock, 'type'>[]): LessonMedia[] =>
  media.filter((kind) => blocks.some(({ type }) => type === kind))
