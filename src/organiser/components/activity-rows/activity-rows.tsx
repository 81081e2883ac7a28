import { View } from '@tarojs/components'
import { ListRow } from '@/components/list-row/list-row'
import { Dotted } from '@/components/phrases/dotted'
import type { ActivityRow } from '@/contracts/opening'
import { periodText } from '../period/period.shared'
import { countWords } from './activity-rows.shared'

interface ActivityRowsProps {
  rows: readonly ActivityRow[]
  today: string
  /** The organisation whose members are counted. */
  orgId: string
  onOpen: (activityId: string) => void
}

/** Activities in a list card: what, when, whose, and how many took part. */
export function ActivityRows({ rows, today, orgId, onOpen }: ActivityRowsProps) {
  return (
    <>
      {rows.map((row) => {
        const days = periodText(row, today)
        const holder = row.holder && row.holder.id !== orgId ? row.holder.name : ''
        const count = countWords(row)
        return (
          <ListRow
            key={row.id}
            title={row.title}
            note={
              <>
                {holder !== '' && <View>{holder}</View>}
                <Dotted parts={[days, count]} />
              </>
            }
            label={`${row.title}，${holder}，${days}，${count}`}
            onClick={() => onOpen(row.id)}
          />
        )
      })}
    </>
  )
}
