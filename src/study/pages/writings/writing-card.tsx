import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'

interface WritingCardProps {
  title: string
  text: string
  at: number
  state?: { name: string; tone: 'ok' | 'wait' | 'red' }
  onOpen: () => void
}

/** A text of one's own: what it is about, how it begins, where it is. */
export function WritingCard({ title, text, at, state, onOpen }: WritingCardProps) {
  return (
    <Card onClick={onOpen} label={`${title}，${state ? `${state.name}，` : ''}打开`}>
      <View className="t-h3">{title}</View>
      <View className="writings__text">{text}</View>
      <View className="writings__end">
        <View className="t-s">{whenWords(at, Date.now())}</View>
        {state && <Tag tone={state.tone}>{state.name}</Tag>}
      </View>
    </Card>
  )
}
