import { Text, View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { formatNumber, formatPercent } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import { SliceTabs } from '../../components/slice-tabs/slice-tabs'
import { type MissingPage, takenShare } from './missing.shared'

interface MissingSummaryProps {
  page: MissingPage
  slice: SliceName
  onSlice: (slice: SliceName) => void
}

/** How many are missing of how many, drawn as what is done and what is left. */
export function MissingSummary({ page, slice, onSlice }: MissingSummaryProps) {
  const taken = takenShare(page)
  return (
    <Card>
      <SliceTabs slice={slice} onSlice={onSlice} />
      <View className="m-count">
        <Text className="t-num m-count__missing">{formatNumber(page.missing)}</Text>
        <Text className="m-count__of"> / {formatNumber(page.members)} 人</Text>
      </View>
      <View className="t-s">
        还没有参加
        {slice === 'all' && page.missingMobile > 0 && `，其中流动党员 ${formatNumber(page.missingMobile)} 人`}
      </View>
      {taken !== null && (
        <View className="m-taken">
          <Bar parts={[{ fraction: taken, tone: 'ok' }]} />
          <Text className="t-s">
            已参加 {formatNumber(page.members - page.missing)} 人，占 {formatPercent(taken)}
          </Text>
        </View>
      )}
    </Card>
  )
}
