import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { Figure, OrgNode } from '@/contracts/stats'
import { figureWords, inColumn } from '../../figure-words'
import type { RateRow } from './rate-bars.shared'
import './rate-bars.scss'

interface RateBarsProps {
  rows: readonly RateRow[]
  /** Pressing the name or the bar leads down into the organisation. */
  onOrg: (org: OrgNode) => void
  /** Pressing the number opens what it means. */
  onFigure: (figure: Figure, org: OrgNode) => void
}

/** Organisations drawn by a rate: the name above its bar, so that a long name has the width, and the number at the end. */
export function RateBars({ rows, onOrg, onFigure }: RateBarsProps) {
  return (
    <View>
      {rows.map(({ org, members, figure, width, heat }) => {
        const { name, text } = figureWords(figure)
        return (
          <View key={org.id} className="o-rate">
            <View
              className="o-rate__org"
              hoverClass="o-rate--pressed"
              onClick={() => onOrg(org)}
              {...aria({ role: 'button', label: `${org.name}，${members} 名党员，${text}，看这个组织` })}
            >
              <View className="o-rate__name">
                {org.name}
                <Text className="o-rate__members">（{members}）</Text>
              </View>
              {width === null ? (
                <View className="o-rate__track o-rate__track--none" />
              ) : (
                <View className="o-rate__track">
                  <View className={`o-rate__fill o-rate__fill--${heat}`} style={{ width: `${width}%` }} />
                </View>
              )}
            </View>
            <View
              className="o-rate__figure"
              onClick={() => onFigure(figure, org)}
              {...aria({ role: 'button', label: `${org.name}${name}，${text}，看说明` })}
            >
              <Text className={`o-rate__text ${width === null ? 'o-rate__text--none' : ''}`}>{inColumn(text)}</Text>
            </View>
          </View>
        )
      })}
    </View>
  )
}
