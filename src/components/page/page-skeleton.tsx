import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import './page-skeleton.scss'

/** The shape of a page while its first answer is on the way. */
export function PageSkeleton() {
  return (
    <View className="skeleton l-stack" {...aria({ role: 'status', label: '正在打开' })}>
      <View className="skeleton__line skeleton__line--title" />
      <View className="skeleton__card skeleton__card--tall" />
      <View className="skeleton__card" />
      <View className="skeleton__card" />
    </View>
  )
}

/** The shape of a card that comes after the others. `label`: what is on its way, for a screen reader. */
export function CardSkeleton({ label }: { label: string }) {
  return (
    <View className="skeleton" {...aria({ role: 'status', label })}>
      <View className="skeleton__card skeleton__card--tall" />
    </View>
  )
}
