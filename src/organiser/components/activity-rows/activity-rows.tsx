import { Text } from '@tarojs/components'
import { ListRow } from '@/components/list-row/list-row'
import type { ActivityRow } from '@/contracts/opening'
import { activityNote, countWords } from './activity-rows.shared'

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
        const note = activityNote(row, today, orgId)
        const count = countWords(row)
        return (
          <ListRow
            key={row.id}
            title={row.title}
            note={
              <>
                {note}
                {'\u00a0· '}
                <Text className="t-whole">{count}</Text>
              </>
            }
            label={`${row.title}，${note}，${count}`}
            onClick={() => onOpen(row.id)}
          />
        )
      })}
    </>
  )
}
