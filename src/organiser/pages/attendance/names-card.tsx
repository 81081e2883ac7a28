import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { NAMES_AT_ONCE, type Row, rowNote, stateTags } from './attendance.shared'

interface NamesCardProps {
  rows: readonly Row[]
  now: number
  /** Why there may be none. */
  empty: { title: string; hint: string }
  /** Whether what was entered for somebody is not with the server yet. */
  isWaiting: (row: Row) => boolean
  onOpen: (row: Row) => void
}

const WAITING = { text: '待上传', tone: 'wait' } as const

/** Names with what is known of each, so many at a time. Mount it anew for another choice. */
export function NamesCard({ rows, now, empty, isWaiting, onOpen }: NamesCardProps) {
  const [most, setMost] = useState(NAMES_AT_ONCE)
  if (rows.length === 0) {
    return (
      <Card>
        <StateView icon="search" {...empty} />
      </Card>
    )
  }
  return (
    <Card kind="list">
      {rows.slice(0, most).map((row) => {
        const { text, tone } = isWaiting(row) ? WAITING : stateTags[row.state]
        return (
          <ListRow
            key={row.personId}
            title={row.name}
            note={rowNote(row, now)}
            end={<Tag tone={tone}>{text}</Tag>}
            label={`${row.name}，${text}`}
            onClick={() => onOpen(row)}
          />
        )
      })}
      {rows.length > most && (
        <Button kind="plain" onClick={() => setMost(most + NAMES_AT_ONCE)}>
          {`还有 ${rows.length - most} 人，接着看`}
        </Button>
      )}
    </Card>
  )
}
