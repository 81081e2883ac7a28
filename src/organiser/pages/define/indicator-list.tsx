import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { Indicator } from '@/contracts/register'
import { cycleWords, grouped, inGroup, reportersWords } from '../../components/register/register.shared'

interface IndicatorListProps {
  orgId: string
  indicators: readonly Indicator[]
  today: string
  /** Whether this organisation may change it: it is its own. */
  isOwn: (indicator: Indicator) => boolean
}

/** The indicators by group; those of the organisation open their form. */
export const IndicatorList = ({ orgId, indicators, today, isOwn }: IndicatorListProps) => (
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
              note={`${cycleWords[one.cycle]}，${reportersWords(one.reporters)}，单位${one.unit}`}
              end={ended ? <Tag tone="grey">已结束</Tag> : isOwn(one) ? undefined : <Tag tone="grey">其他组织定的</Tag>}
              onClick={isOwn(one) ? () => goTo({ page: 'define', orgId, code: one.code }) : undefined}
            />
          )
        })}
      </Card>
    ))}
  </>
)
