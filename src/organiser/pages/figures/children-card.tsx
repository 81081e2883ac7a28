import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import type { Figure, OrgNode } from '@/contracts/stats'
import { gapOf, metric } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import { RateBars } from '../../components/rate-bars/rate-bars'
import { type Order, rateRows } from '../../components/rate-bars/rate-bars.shared'
import { shortRate } from '../../figure-words'
import type { KindView } from '../../kinds'
import { childrenTitle, type Overview } from './figures.shared'

/** So many organisations at once; a county has a hundred, and a page should stay below a thousand nodes. */
const atOnce = 30

interface ChildrenCardProps {
  overview: Overview
  view: KindView
  slice: SliceName
  order: Order
  onOrder: (order: Order) => void
  onOrg: (org: OrgNode) => void
  onFigure: (figure: Figure, org: OrgNode) => void
}

/** The organisations below, drawn by their rate, and how far they are apart. */
export function ChildrenCard({ overview, view, slice, order, onOrder, onOrg, onFigure }: ChildrenCardProps) {
  const [shown, setShown] = useState(atOnce)
  // whoever has nobody of a slice is no part of the picture
  const meant = overview.children.filter(({ members }) => slice === 'all' || members > 0)
  const rows = rateRows(meant, view.rate, order)
  if (rows.length === 0) return null
  // of few members a gap says nothing: the rule leaves them out
  const gap = gapOf(rows)
  const rate = shortRate(metric(view.rate).name)
  const left = rows.length - shown
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">{childrenTitle(overview.children)}</View>
        {rows.length > 1 && (
          <View
            className="o-order"
            onClick={() => onOrder(order === 'high' ? 'low' : 'high')}
            {...aria({
              role: 'button',
              label: order === 'high' ? '现在高的在前，改成低的在前' : '现在低的在前，改成高的在前',
            })}
          >
            {order === 'high' ? '从高到低' : '从低到高'} ⇅
          </View>
        )}
      </View>
      <View className="t-xs">{rate}，括号内为党员数</View>
      <RateBars rows={rows.slice(0, shown)} onOrg={onOrg} onFigure={onFigure} />
      {left > 0 && (
        <View className="o-further">
          <Button kind="plain" size="small" onClick={() => setShown(shown + atOnce)}>
            还有 {left} 个，接着看
          </Button>
        </View>
      )}
      {left <= 0 && overview.childrenLeft > 0 && (
        <View className="t-s">还有 {overview.childrenLeft} 个组织没有列出，请到下一级去看。</View>
      )}
      {gap && (
        <View className="o-gap">
          {gap.highest.org.name}比{gap.lowest.org.name}高{' '}
          <Text className="o-gap__points t-whole">{gap.points} 个百分点。</Text>
        </View>
      )}
    </Card>
  )
}
