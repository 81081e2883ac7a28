import { useRef, useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { LessonBlock } from '@/contracts/lesson'
import { Drawing } from './drawing'
import { Film } from './film'
import { MediaHead } from './media-head'
import { MediaWords } from './media-words'
import { useAddress } from './use-address'

interface VideoBlockProps {
  lessonId: string
  at: number
  block: Extract<LessonBlock, { type: 'video' }>
}

/** A film: a drawing and how large it is until somebody wants to see it; what is said stands below. */
export function VideoBlock({ lessonId, at, block }: VideoBlockProps) {
  const { open, again, problem } = useAddress(lessonId, at)
  const [url, setUrl] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [second, setSecond] = useState(0)
  const from = useRef(0)
  const show = async (address: () => Promise<string | null>) => {
    setUrl(null)
    setBusy(true)
    from.current = second
    setUrl(await address())
    setBusy(false)
  }
  return (
    <Card className="l-stack">
      <MediaHead what="视频" block={block} open={url !== null} />
      {url ? (
        <Film
          key={url}
          url={url}
          title={block.title}
          from={from.current}
          onSecond={setSecond}
          onFailed={() => void show(again)}
        />
      ) : (
        <>
          <Drawing {...block.poster} />
          <Button kind="quiet" busy={busy} onClick={() => void show(open)}>
            {busy ? '正在打开' : second > 0 ? '接着看' : '看视频'}
          </Button>
        </>
      )}
      <MediaWords captions={block.captions} problem={problem} second={second} running={url !== null} />
    </Card>
  )
}
