import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { Waiting } from '@/contracts/register-entries'
import { periodName } from '@/domain/register/periods'
import { Pieces } from '../../components/pieces/pieces'
import { amount, entryTag, inGroup } from '../../components/register/register.shared'
import { waitingLabel } from './register.shared'

interface WaitingCardProps {
  title: string
  rows: readonly Waiting[]
  /** How many there are in all. */
  count: number
  /** Whether to say of which organisation each is. */
  named: boolean
}

const AT_FIRST = 4

/** Entries that wait for the person who looks; each opens its page. */
export function WaitingCard({ title, rows, count, named }: WaitingCardProps) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  const shown = all ? rows : rows.slice(0, AT_FIRST)
  return (
    <Card kind="list">
      <View className="l-ends register__head">
        <View className="t-h2">{title}</View>
        <View className="t-s">{count} 项</View>
      </View>
      {shown.map((row) => {
        const { code, name, unit, entry } = row
        const tag = entryTag(entry)
        const period = periodName(entry.period)
        return (
          <ListRow
            key={`${code}.${entry.orgId}.${entry.period}`}
            title={inGroup(name).short}
            note={
              <>
                {named && <View>{entry.orgName}</View>}
                <Pieces of={[period, ...(entry.value === null ? [] : [amount(entry.value, unit)])]} />
                {entry.jump && <View className="t-red">和上期相差十倍以上</View>}
              </>
            }
            end={<Tag tone={tag.tone}>{tag.text}</Tag>}
            label={waitingLabel(row, period, tag.text)}
            onClick={() => goTo({ page: 'entry', orgId: entry.orgId, code, period: entry.period })}
          />
        )
      })}
      {all && count > rows.length && (
        <View className="t-s register__all">先办这些，其余 {count - rows.length} 项随后列出。</View>
      )}
      {!all && rows.length > AT_FIRST && (
        <View className="register__all">
          <Button kind="plain" size="small" onClick={() => setAll(true)}>
            再看 {rows.length - AT_FIRST} 项
          </Button>
        </View>
      )}
    </Card>
  )
}
