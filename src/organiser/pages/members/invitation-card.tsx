import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { whenWords } from '@/components/words/when.shared'

interface InvitationCardProps {
  code: string
  expiresAt: number
  onCopy: () => void
}

/** An invitation, shown this once: it is kept nowhere. */
export function InvitationCard({ code, expiresAt, onCopy }: InvitationCardProps) {
  return (
    <View className="members__invitation">
      <View className="t-s">邀请码（只显示这一次）</View>
      <View className="members__code">{code}</View>
      <View className="t-s members__valid">
        {whenWords(expiresAt, Date.now())} 前有效，只能用一次。请亲手交给本人，不要发到群里。
      </View>
      <Button kind="plain" onClick={onCopy}>
        复制邀请码
      </Button>
    </View>
  )
}
