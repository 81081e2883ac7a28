import type { WritingState } from '@/contracts/writing'

/** What became of a reflection, as its writer reads it. */
export const stateWords: Readonly<Record<WritingState, { name: string; tone: 'ok' | 'wait' | 'red'; hint: string }>> = {
  shown: { name: '已交支部', tone: 'ok', hint: '支部书记能看到了。想改随时可以改。' },
  review: { name: '等支部看', tone: 'wait', hint: '内容检查拿不准的，先由支部看一看，这很平常，您不用做什么。' },
  returned: { name: '请改一改', tone: 'red', hint: '' },
}
