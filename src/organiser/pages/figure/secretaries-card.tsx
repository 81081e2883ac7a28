import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { formatNumber } from '@/domain/metrics'
import type { Period } from '@/domain/time/day'
import { newKey } from '@/services/new-key'
import { reminders } from '@/services/remind'
import { RemindSheet } from '../../components/remind-sheet/remind-sheet'
import { useReminding } from '../../components/remind-sheet/use-reminding'
import type { Explained } from './figure.shared'

interface SecretariesCardProps {
  explained: Explained
  period: Period
  today: string
}

/** Branches without a theme day in the period: their secretaries can be told. */
export function SecretariesCard({ explained, period, today }: SecretariesCardProps) {
  const { figure, org } = explained
  const behind = (figure.denominator ?? 0) - (figure.numerator ?? 0)
  const [key] = useState(newKey)
  const reminding = useReminding(() => reminders.secretaries({ key, orgId: org.id, ...period }))
  if (behind <= 0 || period.to < today) return null
  return (
    <Card>
      <View className="t-h3">还有 {formatNumber(behind)} 个支部没有记录</View>
      <View className="t-s f-line f-ask">可以提醒这些支部的书记：还没开的请安排，开过的请补录。</View>
      {reminding.told ? (
        <Notice tone="ok" icon="check">
          {reminding.told}
        </Notice>
      ) : (
        <Button kind="quiet" onClick={reminding.ask}>
          提醒支部书记
        </Button>
      )}
      {reminding.asking && (
        <RemindSheet
          title={`提醒 ${formatNumber(behind)} 个支部的书记？`}
          lines={['每位书记会收到一条提醒，由系统写好。', '今天已经提醒过的，不会再提醒第二次。']}
          reminding={reminding}
        />
      )}
    </Card>
  )
}
