import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import { amount, entryTag, tallyWords } from '../../components/register/register.shared'
import { TallyBar } from '../../components/register/tally-bar'
import type { IndicatorView } from './indicator.shared'

/** What is below the organisation: who reports itself with its value, the others with how many of theirs have. */
export function ChildList({ view }: { view: IndicatorView }) {
  const { children, indicator, period } = view
  const { code, unit } = indicator
  if (children.length === 0) return null
  return (
    <Card kind="list">
      {children.map((child) => {
        const { org, entry, sum, reported } = child
        const open = () =>
          entry
            ? goTo({ page: 'entry', orgId: org.id, code, period })
            : goTo({ page: 'indicator', orgId: org.id, code, period })
        if (!entry) {
          const value = reported > 0 ? `已审合计 ${amount(sum, unit)}` : '还没有审过的数'
          return (
            <ListRow
              key={org.id}
              title={org.name}
              note={
                <>
                  <TallyBar tally={child} />
                  <View>{value}</View>
                </>
              }
              label={`${org.name}，${tallyWords(child)}，${value}`}
              onClick={open}
            />
          )
        }
        const tag = entryTag(entry)
        const value = entry.standing ?? entry.value
        return (
          <ListRow
            key={org.id}
            title={org.name}
            note={
              value === null ? undefined : (
                <>
                  <View className="ind-value">{amount(value, unit)}</View>
                  {entry.standing !== null && entry.value !== null && entry.value !== entry.standing && (
                    <View>更正为 {amount(entry.value, unit)}</View>
                  )}
                  {entry.jump && <View className="t-red">和上期相差十倍以上</View>}
                </>
              )
            }
            end={<Tag tone={tag.tone}>{tag.text}</Tag>}
            label={`${org.name}，${tag.text}${value === null ? '' : `，${amount(value, unit)}`}`}
            onClick={open}
          />
        )
      })}
    </Card>
  )
}
