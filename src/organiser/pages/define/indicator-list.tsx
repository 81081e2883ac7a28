import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { Indicator } from '@/contracts/register'
import { Pieces } from '../../components/pieces/pieces'
import { cycleWords, grouped, inGroup, reportersWords } from '../../components/register/register.shared'

interface IndicatorListProps {
  orgId: string
  indicators: readonly Indicator[]
  today: string
  /** Whether the person may change it. */
  mayChange: (indicator: Indicator) => boolean
}

/** The indicators by group; those that the person may change open their form. */
export const IndicatorList = ({ orgId, indicators, today, mayChange }: IndicatorListProps) => (
  <>
    {grouped(indicators, ({ name }) => name).map(({ group, rows }) => (
      <Card key={group} kind="list">
        <View className="t-h2 define__group" {...aria({ role: 'heading' })}>
          {group}
        </View>
        {rows.map((one) => {
          const ended = one.until !== null && one.until < today
          return (
            <ListRow
              key={one.code}
              title={inGroup(one.name).short}
              note={<Pieces of={[`${cycleWords[one.cycle]}，单位“${one.unit}”`, reportersWords(one.reporters)]} />}
              end={ended ? <Tag tone="grey">已结束</Tag> : undefined}
              onClick={mayChange(one) ? () => goTo({ page: 'define', orgId, code: one.code }) : undefined}
            />
          )
        })}
      </Card>
    ))}
  </>
)
