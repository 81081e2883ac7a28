import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { Figure, OrgNode } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import { RateBars } from '../../components/rate-bars/rate-bars'
import { gapOf, rateRows } from '../../components/rate-bars/rate-bars.shared'
import { shortRate } from '../../figure-words'
import type { KindView } from '../../kinds'
import { childrenTitle, type Overview } from './figures.shared'

/** So many organisations at once; a county has a hundred, and a page should stay below a thousand nodes. */
const atOnce = 30

interface ChildrenCardProps {
  overview: Overview
  view: KindView
  slice: SliceName
  onOrg: (org: OrgNode) => void
  onFigure: (figure: Figure, org: OrgNode) => void
}

/** The organisations below, drawn by their rate, and how far they are apart. */
export function ChildrenCard({ overview, view, slice, onOrg, onFigure }: ChildrenCardProps) {
  const [shown, setShown] = useState(atOnce)
  const rows = rateRows(overview.children, view.rate)
  if (rows.length === 0) return null
  // of the few mobile members of an organisation a gap says nothing
  const gap = slice === 'all' ? gapOf(rows) : null
  const rate = shortRate(metric(view.rate).name)
  const left = rows.length - shown
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">{childrenTitle(overview.children)}</View>
        <Text className="t-xs">
          {rate}，括号内为{slice === 'all' ? '' : '流动'}党员数
        </Text>
      </View>
      <RateBars rows={rows.slice(0, shown)} onOrg={onOrg} onFigure={onFigure} />
      {left > 0 && (
        <Button kind="plain" size="small" onClick={() => setShown(shown + atOnce)}>
          还有 {left} 个，接着看
        </Button>
      )}
      {gap && (
        <View className="o-gap">
          {gap.highest}比{gap.lowest}高 <Text className="o-gap__points t-whole">{gap.points} 个百分点。</Text>
        </View>
      )}
    </Card>
  )
}
