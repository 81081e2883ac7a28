import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { formatNumber } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import type { FiguresState } from './use-figures'

interface MissingCardProps {
  missing: FiguresState['missing']
  slice: SliceName
  onList: () => void
}

/** How many have not taken part yet, and the way to the list. */
export function MissingCard({ missing, slice, onList }: MissingCardProps) {
  const counts = missing.data
  if (counts === null) {
    if (missing.loading || missing.error === null) return null
    return (
      <Notice icon="alert" action="重试" onAction={() => void missing.reload()}>
        还没查到未参加的人数
      </Notice>
    )
  }
  if (counts.members === 0) return null
  const who = slice === 'mobile' ? '名流动党员' : '人'
  if (counts.missing === 0) {
    return (
      <Notice tone="ok" icon="check">
        这段时间 {formatNumber(counts.members)} {who}都参加了
      </Notice>
    )
  }
  return (
    <Card className="o-missing">
      <View className="o-missing__words">
        <View className="t-h3">
          还有 {formatNumber(counts.missing)} {who}未参加
        </View>
        {slice === 'all' && counts.missingMobile > 0 && (
          <View className="t-s">其中流动党员 {formatNumber(counts.missingMobile)} 人</View>
        )}
      </View>
      <Button kind="quiet" size="small" onClick={onList}>
        看名单
      </Button>
    </Card>
  )
}
