import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { formatNumber } from '@/domain/metrics'
import { newKey } from '@/services/new-key'
import { reminders } from '@/services/remind'
import { RemindSheet } from '../../components/remind-sheet/remind-sheet'
import { useReminding } from '../../components/remind-sheet/use-reminding'
import { type IndicatorView, missingWords } from './indicator.shared'

/** The organisations that have not reported, by name; whoever reports for them can be told. */
export function MissingCard({ view }: { view: IndicatorView }) {
  // what the phone kept of an older release has no count
  const { org, period, missingCount = 0, canRemind, own } = view
  const { code } = view.indicator
  const [key] = useState(newKey)
  const reminding = useReminding(() => reminders.notReported({ key, orgId: org.id, code, period }), 'register')
  // of its own figure there is the button to report it
  if (missingCount === 0 || own) return null
  const count = formatNumber(missingCount)
  return (
    <Card>
      <View className="t-h3">还有 {count} 个单位没有报</View>
      <View className="t-p ind-missing">{missingWords(view)}</View>
      {canRemind &&
        (reminding.told ? (
          <Notice tone="ok" icon="check">
            {reminding.told}
          </Notice>
        ) : (
          <Button kind="quiet" onClick={reminding.ask}>
            提醒填报
          </Button>
        ))}
      {reminding.asking && (
        <RemindSheet
          title={`提醒 ${count} 个单位填报？`}
          lines={['这些单位负责填报的人会各收到一条提醒，由系统写好。', '今天已经提醒过的，不会再提醒第二次。']}
          reminding={reminding}
        />
      )}
    </Card>
  )
}
