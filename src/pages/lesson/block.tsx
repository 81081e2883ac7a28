import type { LessonBlock } from '@/contracts/lesson'
import { AudioBlock } from './audio-block'
import { PictureBlock } from './picture-block'
import { SlidesBlock } from './slides-block'
import { TextBlock } from './text-block'
import { VideoBlock } from './video-block'

/** A piece of a lesson. `at` is its place in it. */
export function Block({ lessonId, at, block }: { lessonId: string; at: number; block: LessonBlock }) {
  switch (block.type) {
    case 'text':
      return <TextBlock block={block} />
    case 'picture':
      return <PictureBlock block={block} />
    case 'slides':
      return <SlidesBlock block={block} />
    case 'audio':
      return <AudioBlock lessonId={lessonId} at={at} block={block} />
    case 'video':
      return <VideoBlock lessonId={lessonId} at={at} block={block} />
  }
}
