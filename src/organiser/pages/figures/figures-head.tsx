import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Dotted } from '@/components/phrases/dotted'
import type { OrgNode } from '@/contracts/stats'
import { OrgTrail } from '../../components/org-trail/org-trail'
import { type Overview, sizeParts } from './figures.shared'

interface FiguresHeadProps {
  overview: Overview
  /** The chosen days, as short as a button. */
  periodWord: string
  onPeriod: () => void
  onOrg: (org: OrgNode) => void
}

/** Which organisation, how large it is, and which days. */
export function FiguresHead({ overview, periodWord, onPeriod, onOrg }: FiguresHeadProps) {
  const { org, trail, counts } = overview
  return (
    <View>
      <OrgTrail trail={trail} onOrg={onOrg} />
      <View className="o-head">
        <View className="o-head__words">
          <View className="t-h2" {...aria({ role: 'heading' })}>
            {org.name}
          </View>
          <View className="t-s">
            <Dotted parts={sizeParts(counts, org.kind)} />
          </View>
        </View>
        <View
          className="o-head__period"
          hoverClass="o-head__period--pressed"
          onClick={onPeriod}
          {...aria({ role: 'button', label: `时间：${periodWord}，更改` })}
        >
          {periodWord} ▾
        </View>
      </View>
    </View>
  )
}
