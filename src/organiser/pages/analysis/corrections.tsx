import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { Analysis } from '@/contracts/analysis'
import { whenText } from '../../when.shared'

/** Which keys were corrected, when and why. */
export function Corrections({ corrections }: Pick<Analysis, 'corrections'>) {
  if (corrections.length === 0) return null
  const now = Date.now()
  return (
    <Card>
      <View className="t-h3">更正记录</View>
      {corrections.map(({ correctionId, number, reason, at, impact, full }) => (
        <View key={correctionId} className="analysis__line">
          <View className="t-p">
            第 {number} 题{full ? '改为全员得分' : '更正了答案'}：{reason}
          </View>
          <View className="t-s">
            {whenText(at, now)}，{impact.rise} 份升高，{impact.fall} 份降低
          </View>
        </View>
      ))}
    </Card>
  )
}
