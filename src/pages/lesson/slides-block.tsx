import { type CommonEvent, type ITouchEvent, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { LessonBlock } from '@/contracts/lesson'
import { Drawing } from './drawing'
import { swipe } from './lesson.shared'

/** Drawings to go through one by one, by the buttons or by the finger. */
export function SlidesBlock({ block }: { block: Extract<LessonBlock, { type: 'slides' }> }) {
  const [at, setAt] = useState(0)
  const from = useRef<{ x: number; y: number } | null>(null)
  const { title, slides } = block
  const slide = slides[at]
  const go = (step: number) => setAt((before) => Math.min(Math.max(0, before + step), slides.length - 1))
  const onTouchEnd = (event: CommonEvent) => {
    const touch = (event as ITouchEvent).changedTouches[0]
    if (from.current && touch) go(swipe(from.current, { x: touch.clientX, y: touch.clientY }))
    from.current = null
  }
  if (!slide) return null
  return (
    <Card>
      <View className="slides__head">
        <View className="t-h2 l-grow">{title}</View>
        <View className="slides__place" {...aria({ role: 'status', label: `第 ${at + 1} 张，共 ${slides.length} 张` })}>
          {at + 1} / {slides.length}
        </View>
      </View>
      <View
        onTouchStart={(event) => {
          const touch = (event as ITouchEvent).touches[0]
          from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
        }}
        onTouchEnd={onTouchEnd}
      >
        <Drawing svg={slide.svg} alt={slide.alt} />
        <View className="lesson__caption">{slide.text}</View>
      </View>
      <View className="l-cols slides__buttons">
        <Button kind="plain" disabled={at === 0} onClick={() => go(-1)}>
          上一张
        </Button>
        <Button kind="quiet" disabled={at === slides.length - 1} onClick={() => go(1)}>
          {at === slides.length - 1 ? '看完了' : '下一张'}
        </Button>
      </View>
    </Card>
  )
}
