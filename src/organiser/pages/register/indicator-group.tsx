import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { periodName } from '@/domain/register/periods'
import { amount, inGroup, isComplete, tallyWords } from '../../components/register/register.shared'
import { TallyBar } from '../../components/register/tally-bar'
import type { RegisterRow } from './register.shared'

/** The indicators of one kind of work: each drawn by how many have reported, and with what it comes to so far. */
export const IndicatorGroup = ({
  group,
  rows,
  orgId,
}: {
  group: string
  rows: readonly RegisterRow[]
  orgId: string
}) => (
  <Card>
    <View className="t-h2" {...aria({ role: 'heading' })}>
      {group}
    </View>
    {rows.map((row) => {
      const { indicator, period } = row
      const { short } = inGroup(indicator.name)
      const sum = `${isComplete(row) ? '合计' : '已审合计'} ${amount(row.sum, indicator.unit)}`
      return (
        <View
          key={indicator.code}
          className="register__row"
          hoverClass="register__row--pressed"
          onClick={() => goTo({ page: 'indicator', orgId, code: indicator.code, period })}
          {...aria({ role: 'button', label: `${indicator.name}，${periodName(period)}，${tallyWords(row)}，${sum}` })}
        >
          <View className="register__line">
            <View className="t-h3 register__name">{short}</View>
            <View className={`register__sum ${isComplete(row) ? '' : 'register__sum--part'}`}>
              {row.reported === 0 ? '—' : amount(row.sum, indicator.unit)}
            </View>
          </View>
          <TallyBar tally={row} lead={periodName(period)} />
        </View>
      )
    })}
  </Card>
)
