import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { Row } from './attendance.shared'

interface LateCardProps {
  rows: readonly Row[]
  busy: boolean
  onDecide: (row: Row, accept: boolean) => void
}

/** Scans that arrived too late to count by themselves: was the person there? */
export function LateCard({ rows, busy, onDecide }: LateCardProps) {
  return (
    <Card className="l-stack">
      <View className="t-h3">这几位的扫码送到得晚，当时在场吗？</View>
      {rows.map((row) => (
        <View key={row.personId} className="a-late">
          <View className="t-h3">{row.name}</View>
          <View className="t-s a-late__why">{row.reason}</View>
          <View className="l-cols">
            <Button
              kind="quiet"
              size="small"
              busy={busy}
              label={`${row.name}不在场`}
              onClick={() => onDecide(row, false)}
            >
              不在
            </Button>
            <Button size="small" busy={busy} label={`${row.name}在场`} onClick={() => onDecide(row, true)}>
              在场
            </Button>
          </View>
        </View>
      ))}
    </Card>
  )
}
