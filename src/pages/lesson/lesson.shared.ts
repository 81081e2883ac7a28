import type { Caption, LessonBlock } from '@/contracts/lesson'

/** How much a file will load, as one says it before loading: '约 240 KB', '约 1.2 MB', with spaces at which no line is broken. */
export function sizeWords(bytes: number): string {
  const kb = bytes / 1024
  if (kb >= 1000) return `约\u00a0${Math.round(kb / 102.4) / 10}\u00a0MB`
  return `约\u00a0${kb < 10 ? Math.max(1, Math.round(kb)) : Math.round(kb / 10) * 10}\u00a0KB`
}

/** How long something lasts: '1 分 5 秒', '40 秒', '2 分钟'. */
export function lengthWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)]
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`
}

/** A place in a recording: '1:05'. */
export function placeWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Which caption is heard at a second: its place in the list, -1 before the first. Captions ascend. */
export function captionAt(captions: readonly Caption[], second: number): number {
  let at = -1
  for (const [index, caption] of captions.entries()) if (caption.at <= second) at = index
  return at
}

/** A drawing as the address of an image. */
export const drawingUrl = (svg: string): string => `url("data:image/svg+xml,${encodeURIComponent(svg)}")`

/** What a block is called in '第 2 节 · …': a text by its heading, the others by what they are. */
export function blockName(block: LessonBlock): string {
  if (block.type === 'text') return block.heading
  if (block.type === 'picture') return block.caption
  return block.title
}

/** Which way a finger went: at least 40 px sideways, and more sideways than up or down. */
export function swipe(from: { x: number; y: number }, to: { x: number; y: number }): -1 | 0 | 1 {
  const [x, y] = [to.x - from.x, to.y - from.y]
  if (Math.abs(x) < 40 || Math.abs(x) < Math.abs(y) * 1.5) return 0
  return x < 0 ? 1 : -1
}
