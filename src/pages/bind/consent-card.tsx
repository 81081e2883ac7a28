import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { statement } from '@/components/words/consent.shared'
import { CONSENT_VERSION } from '@/contracts/identity'

interface ConsentCardProps {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  /** Whether it was forgotten: the tick then stands out. */
  asked: boolean
}

/** The statement on personal information, and the tick below it. */
export function ConsentCard({ agreed, onAgree, asked }: ConsentCardProps) {
  return (
    <Card>
      <View className="t-h3">个人信息说明</View>
      {statement.map(({ title, text }) => (
        <View key={title} className="bind__point">
          <View className="bind__what">{title}</View>
          <View className="t-p">{text}</View>
        </View>
      ))}
      <View className="t-xs bind__version">说明版本 {CONSENT_VERSION}</View>
      <View
        className={`bind__tick ${agreed ? 'bind__tick--on' : ''} ${asked ? 'bind__tick--asked' : ''}`}
        onClick={() => onAgree(!agreed)}
        {...aria({ role: 'checkbox', checked: agreed, label: '我已看过并同意' })}
      >
        <View className="bind__box">{agreed && <Icon name="check" tone="white" size={20} />}</View>
        <View className="t-h3">我已看过并同意</View>
      </View>
    </Card>
  )
}
