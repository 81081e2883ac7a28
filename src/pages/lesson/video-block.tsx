import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import type { LessonBlock } from '@/contracts/lesson'
import { Captions } from './captions'
import { Drawing } from './drawing'
import { Film } from './film'
import { lengthWords, sizeWords } from './lesson.shared'
import { useAddress } from './use-address'

interface VideoBlockProps {
  lessonId: string
  at: number
  block: Extract<LessonBlock, { type: 'video' }>
}

/** A film: a drawing and how large it is until somebody wants to see it; what is said stands below. */
export function VideoBlock({ lessonId, at, block }: VideoBlockProps) {
  const { ask, fail, problem } = useAddress(lessonId, at)
  const [url, setUrl] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [second, setSecond] = useState(0)
  const from = useRef(0)
  const renewed = useRef(false)
  const open = async (anew: boolean) => {
    setBusy(true)
    from.current = second
    renewed.current = anew
    setUrl(await ask(anew))
    setBusy(false)
  }
  const onFailed = () => {
    setUrl(null)
    // an address that has ended is the usual reason: once more with a new one
    if (renewed.current) fail()
    else void open(true)
  }
  return (
    <Card className="l-stack">
      <View>
        <View className="t-h2">{block.title}</View>
        <View className="t-s">
          视频 {lengthWords(block.seconds)}
          {url ? '' : `，播放用流量${sizeWords(block.bytes)}`}
        </View>
      </View>
      {url ? (
        <Film key={url} url={url} title={block.title} from={from.current} onSecond={setSecond} onFailed={onFailed} />
      ) : (
        <>
          <Drawing {...block.poster} />
          <Button kind="quiet" busy={busy} onClick={() => void open(false)}>
            {busy ? '正在打开' : second > 0 ? '接着看' : '看视频'}
          </Button>
        </>
      )}
      {problem && <Notice icon="offline">{problem}</Notice>}
      <Captions captions={block.captions} second={second} running={url !== null} />
    </Card>
  )
}
