import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import type { PeriodKey } from '@/contracts/register'
import { periodName } from '@/domain/register/periods'
import { type PeriodRow, share, shortPeriod } from './indicator.shared'

interface PeriodColumnsProps {
  periods: readonly PeriodRow[]
  at: PeriodKey
  onPeriod: (period: PeriodKey) => void
}

/** The last periods, each a column as high as the share that has reported; pressing one shows it. */
export function PeriodColumns({ periods, at, onPeriod }: PeriodColumnsProps) {
  if (periods.length < 2) return null
  return (
    <Card>
      <View className="t-h3">各期报齐情况</View>
      <View className="ind-columns">
        {periods.map((row) => {
          const { period, due, reported } = row
          const on = period === at
          return (
            <View
              key={period}
              className={`ind-columns__one ${on ? 'ind-columns__one--on' : ''}`}
              onClick={() => onPeriod(period)}
              {...aria({ role: 'radio', checked: on, label: `${periodName(period)}，${due} 家中 ${reported} 家已审` })}
            >
              <View className="ind-columns__count">
                {reported}/{due}
              </View>
              <View className="ind-columns__track">
                <View className="ind-columns__fill" style={{ height: `${Math.round(share(row) * 100)}%` }} />
              </View>
              <View className="ind-columns__name">{shortPeriod(period)}</View>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
