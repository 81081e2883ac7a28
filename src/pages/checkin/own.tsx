import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import type { IconName } from '@/components/icon/icon.shared'

interface OwnProps {
  icon: IconName
  tone: 'ok' | 'wait' | 'gold' | 'grey'
  title: string
  children: React.ReactNode
}

/** A card that says how things stand for the member: one mark, one title, a sentence, and what can be done. */
export function Own({ icon, tone, title, children }: OwnProps) {
  const [words, ...buttons] = Array.isArray(children) ? children : [children]
  return (
    <Card className="checkin__own">
      <View className={`checkin__mark checkin__mark--${tone}`}>
        <Icon name={icon} tone={tone} size={48} />
      </View>
      <View className="t-h1">{title}</View>
      <View className="t-p checkin__said">{words}</View>
      <View className="l-stack checkin__next">{buttons}</View>
    </Card>
  )
}
