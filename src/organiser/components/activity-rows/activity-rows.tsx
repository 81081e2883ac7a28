import { Text, View } from '@tarojs/components'
import { ListRow } from '@/components/list-row/list-row'
import type { ActivityRow } from '@/contracts/opening'
import { countWords, daysWords } from './activity-rows.shared'

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
        const days = daysWords(row, today)
        const holder = row.holder && row.holder.id !== orgId ? row.holder.name : ''
        const count = countWords(row)
        return (
          <ListRow
            key={row.id}
            title={row.title}
            note={
              <>
                {holder !== '' && <View>{holder}</View>}
                <Text className="t-whole">{days}</Text>
                <Text className="t-whole">{`\u00a0· ${count}`}</Text>
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
