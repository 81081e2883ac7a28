import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { Why } from '@/components/why/why'
import { whenWords } from '@/components/words/when.shared'
import type { SourceRef } from '@/contracts/common'

interface DoneCardProps {
  completedAt: number
  /** Right after answering: why it was right. */
  why?: { explanation: string; source: SourceRef }
}

/** The lesson is completed and counted. */
export function DoneCard({ completedAt, why }: DoneCardProps) {
  return (
    <Card>
      <View className="lesson__done">
        <View className="lesson__tick">
          <Icon name="check" tone="ok" />
        </View>
        <View className="l-grow">
          <View className="t-h2">
            {why && <Text className="t-whole">答对了，</Text>}
            <Text className="t-whole">这一课已完成</Text>
          </View>
          <View className="t-s">{whenWords(completedAt, Date.now())}，已计入参与</View>
        </View>
      </View>
      {why && <Why {...why} />}
    </Card>
  )
}
