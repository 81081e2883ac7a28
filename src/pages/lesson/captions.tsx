import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import type { Caption } from '@/contracts/lesson'
import { captionAt } from './lesson.shared'

interface CaptionsProps {
  captions: readonly Caption[]
  /** Where the recording stands. */
  second: number
  /** Whether it runs or has run: before, no line is the one that is heard. */
  running: boolean
  /** All of it is shown from the beginning. */
  open: boolean
  /** A sentence was pressed: hear it. */
  onSeek?: (second: number) => void
}

/** What is said, as text: the line that is heard now, and all of it for who reads rather than listens. */
export function Captions({ captions, second, running, open, onSeek }: CaptionsProps) {
  const [whole, setWhole] = useState(open)
  const at = running ? captionAt(captions, second) : -1
  return (
    <View className="captions">
      {running && !whole && (
        <View className="captions__now" {...aria({ role: 'status' })}>
          {captions[Math.max(0, at)]?.text}
        </View>
      )}
      {whole && (
        <View className="captions__all">
          {captions.map((caption, index) => (
            <View
              key={caption.at}
              className={`captions__line ${index === at ? 'captions__line--now' : ''}`}
              onClick={onSeek && (() => onSeek(caption.at))}
              {...(onSeek ? aria({ role: 'button', label: `从这一句听：${caption.text}` }) : {})}
            >
              {caption.text}
            </View>
          ))}
          {onSeek && <View className="t-s captions__hint">点哪一句，就从哪一句听</View>}
        </View>
      )}
      <Button kind="plain" onClick={() => setWhole(!whole)}>
        {whole ? '收起文字' : '看全部文字'}
      </Button>
    </View>
  )
}
