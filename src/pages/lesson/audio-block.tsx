import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import type { LessonBlock } from '@/contracts/lesson'
import { Captions } from './captions'
import { lengthWords, placeWords, sizeWords } from './lesson.shared'
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
      <View>
        <View className="t-h2">{block.title}</View>
        <View className="t-s">
          录音 {lengthWords(block.seconds)}
          {running ? '' : `，播放用流量${sizeWords(block.bytes)}`}
        </View>
      </View>
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
      {problem && (
        <Notice icon="offline" tone="wait">
          {problem}
        </Notice>
      )}
      <Captions captions={block.captions} second={second} running={running} onSeek={seek} />
    </Card>
  )
}
