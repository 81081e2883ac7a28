import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { formatNumber, sliceOf, sliceWords } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import type { KindView } from '../../kinds'
import { figureOf, type Overview } from './figures.shared'

interface MissingCardProps {
  overview: Overview
  view: KindView
  slice: SliceName
  onList: () => void
}

/** How many have not taken part yet, and the way to them: their names, or counts for who gets no names. */
export function MissingCard({ overview, view, slice, onList }: MissingCardProps) {
  const { missing, mobile } = overview.missing[view.kind]
  const members = figureOf(overview.figures, `${view.kind}.rate`).denominator ?? 0
  if (members === 0) return null
  const who = slice === 'mobile' ? '名流动党员' : '人'
  const among = slice === 'all' || slice === 'mobile' ? null : sliceWords(sliceOf(slice))
  if (missing === 0) {
    return (
      <Notice tone="ok" icon="check">
        {among ? `${among}：` : ''}这段时间 {formatNumber(members)} {who}都参加了
      </Notice>
    )
  }
  return (
    <Card className="o-missing">
      <View className="o-missing__words">
        <View className="t-h3">
          还有 {formatNumber(missing)} {who}未参加
        </View>
        {among && <View className="t-s">{among}</View>}
        {sliceOf(slice).mobile !== true && mobile > 0 && (
          <View className="t-s">其中流动党员 {formatNumber(mobile)} 人</View>
        )}
      </View>
      <Button kind="quiet" size="small" onClick={onList}>
        看详情
      </Button>
    </Card>
  )
}
