import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { HandbookItem } from '@/contracts/handbook'
import { gapOf } from './stem.shared'
import './stem.scss'

/** What is asked; the gap of a fill-in question as a line, with `filled` on it. */
export function Stem({ item, filled = '' }: { item: Pick<HandbookItem, 'stem'>; filled?: string }) {
  const gap = gapOf(item.stem)
  if (!gap) return <View className="stem">{item.stem}</View>
  return (
    <View className="stem" {...aria({ label: `${gap.before}${filled || '空'}${gap.after}` })}>
      <Text>{gap.before}</Text>
      <Text className="stem__gap">{filled || '　　　　'}</Text>
      <Text>{gap.after}</Text>
    </View>
  )
}
