import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { CardSkeleton } from '@/components/page/page-skeleton'
import { metric } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import { HeatMap } from '../../components/heat-map/heat-map'
import { type Heat, type HeatRow, heatRows, meanRate } from '../../components/heat-map/heat-map.shared'
import type { Order } from '../../components/rate-bars/rate-bars.shared'
import { shortRate } from '../../figure-words'
import type { useHeat } from './use-heat'

/** As many as a committee has in most counties; the drawing comes first, the list second. */
const atFirst = 12
const atOnce = 30

interface HeatCardProps {
  read: ReturnType<typeof useHeat>
  slice: SliceName
  order: Order
  onRow: (row: HeatRow, heat: Heat) => void
}

/** 近十二个月: the organisation itself, and those below it, month by month. */
export function HeatCard({ read, slice, order, onRow }: HeatCardProps) {
  const [shown, setShown] = useState(atFirst)
  const heat = read.data
  if (heat === null) {
    if (read.loading || read.error === null) return <CardSkeleton label="正在取近十二个月的图" />
    return (
      <Notice icon="alert" action="重试" onAction={() => void read.reload()}>
        近十二个月的图没有取到
      </Notice>
    )
  }
  // whoever has nobody of a slice is no part of the picture
  const meant = heat.children.filter(({ cells }) => slice === 'all' || meanRate(cells) !== null)
  const rows = heatRows(meant, order)
  const left = rows.length - shown
  if ([heat, ...rows].every(({ cells }) => meanRate(cells) === null)) {
    return (
      <Card>
        <View className="t-h3">近 12 个月{shortRate(metric(heat.code).name)}</View>
        <View className="t-s">这十二个月都没有数据。</View>
      </Card>
    )
  }
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">近 12 个月{shortRate(metric(heat.code).name)}</View>
        <Text className="t-xs">点一行逐月看</Text>
      </View>
      <HeatMap
        months={heat.months}
        whole={{ org: heat.org, cells: heat.cells }}
        rows={rows.slice(0, shown)}
        onRow={(row) => onRow(row, heat)}
      />
      {left > 0 && (
        <View className="o-further">
          <Button kind="plain" size="small" onClick={() => setShown(shown + atOnce)}>
            还有 {left} 个，接着看
          </Button>
        </View>
      )}
    </Card>
  )
}
