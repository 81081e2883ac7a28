import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { periodName } from '@/domain/register/periods'
import { amount, inGroup, isComplete, tallyWords } from '../../components/register/register.shared'
import { TallyBar } from '../../components/register/tally-bar'
import { commonPeriod, type RegisterRow } from './register.shared'

/** The indicators of one kind of work, each with what it comes to so far; those that are not complete are drawn by how many have reported. */
export const IndicatorGroup = ({
  group,
  rows,
  orgId,
}: {
  group: string
  rows: readonly RegisterRow[]
  orgId: string
}) => {
  const common = commonPeriod(rows)
  return (
    <Card kind="list">
      <View className="l-ends register__head">
        <View className="t-h2" {...aria({ role: 'heading' })}>
          {group}
        </View>
        {common && <View className="t-s">{periodName(common)}</View>}
      </View>
      {rows.map((row) => {
        const { indicator, period } = row
        const { short } = inGroup(indicator.name)
        const whole = isComplete(row)
        const sum = `${whole ? '合计' : '已审合计'} ${amount(row.sum, indicator.unit)}`
        return (
          <View
            key={indicator.code}
            className="register__row"
            hoverClass="register__row--pressed"
            onClick={() => goTo({ page: 'indicator', orgId, code: indicator.code, period })}
            {...aria({ role: 'button', label: `${indicator.name}，${periodName(period)}，${tallyWords(row)}，${sum}` })}
          >
            <View className="register__line">
              <View className="t-h3 register__name">
                {short}
                {common ? '' : <Text className="t-xs register__period">{periodName(period)}</Text>}
              </View>
              <View className={`register__sum ${whole ? '' : 'register__sum--part'}`}>
                {row.reported === 0 ? '—' : amount(row.sum, indicator.unit)}
              </View>
            </View>
            {!whole && <TallyBar tally={row} />}
          </View>
        )
      })}
    </Card>
  )
}
