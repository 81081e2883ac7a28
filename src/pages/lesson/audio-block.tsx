import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { LessonBlock } from '@/contracts/lesson'
import { placeWords } from './lesson.shared'
import { MediaHead } from './media-head'
import { MediaWords } from './media-words'
import { useSound } from './use-sound'

interface AudioBlockProps {
  lessonId: string
  at: number
  block: Extract<LessonBlock, { type: 'audio' }>
}

const STEP = 10

/** A recording: said how large before it is loaded, heard from any place, read where one cannot listen. */
export function AudioBlock({ lessonId, at, block }: AudioBlockProps) {
  const { phase, second, problem, toggle, seek } = useSound(lessonId, at)
  const running = phase === 'playing' || phase === 'paused'
  return (
    <Card className="l-stack">
      <MediaHead what="录音" block={block} open={running} />
      <Button kind="quiet" busy={phase === 'loading'} onClick={toggle}>
        {phase === 'loading' ? '正在打开' : phase === 'playing' ? '暂停' : second > 0 ? '接着听' : '听录音'}
      </Button>
      {(running || second > 0) && (
        <View>
          <Bar parts={[{ fraction: second / Math.max(1, block.seconds) }]} />
          <View className="sound__places">
            <View className="t-s">{placeWords(second)}</View>
            <View className="t-s">{placeWords(block.seconds)}</View>
          </View>
          <View className="l-cols">
            <Button kind="plain" onClick={() => seek(second - STEP)}>
              退 {STEP} 秒
            </Button>
            <Button kind="plain" onClick={() => seek(Math.min(block.seconds - 1, second + STEP))}>
              进 {STEP} 秒
            </Button>
          </View>
        </View>
      )}
      <MediaWords captions={block.captions} problem={problem} second={second} running={running} onSeek={seek} />
    </Card>
  )
}
