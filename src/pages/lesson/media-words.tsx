import { Notice } from '@/components/notice/notice'
import type { Caption } from '@/contracts/lesson'
import { Captions } from './captions'

interface MediaWordsProps {
  captions: readonly Caption[]
  /** Why it does not play; null: it does, or nobody has tried. */
  problem: string | null
  second: number
  running: boolean
  onSeek?: (second: number) => void
}

/** What is said in a recording or film, as text; all of it at once when it does not play. */
export function MediaWords({ captions, problem, ...place }: MediaWordsProps) {
  return (
    <>
      {problem && <Notice icon="offline">{problem}</Notice>}
      {captions.length > 0 && (
        <Captions key={problem ? 'all' : 'now'} captions={captions} open={problem !== null} {...place} />
      )}
    </>
  )
}
