import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { IconName, IconTone } from '@/components/icon/icon.shared'
import { ListRow } from '@/components/list-row/list-row'
import { monthWords } from '@/components/words/month.shared'
import type { ParticipationKind } from '@/contracts/common'
import type { RecordEntry } from '@/contracts/me'
import { correctionWords, entryNote, type MonthOfRecord, monthCounts } from './record.shared'

const looks: Readonly<Record<ParticipationKind, { icon: IconName; tone: IconTone }>> = {
  quiz: { icon: 'pencil', tone: 'red' },
  lesson: { icon: 'book', tone: 'gold' },
  themeday: { icon: 'calendar', tone: 'ok' },
}

interface MonthCardProps {
  month: MonthOfRecord
  today: string
  onOpen: (entry: RecordEntry) => void
}

/** A month: what it comes to, and each entry below. */
export function MonthCard({ month, today, onOpen }: MonthCardProps) {
  return (
    <Card>
      <View className="t-h3">{monthWords(month.month)}</View>
      <View className="t-s record__counts">{monthCounts(month)}</View>
      {month.entries.length > 0 && (
        <View className="record__rows">
          {month.entries.map((entry) => {
            const correction = correctionWords(entry)
            return (
              <ListRow
                key={`${entry.kind}.${entry.activityId}`}
                {...looks[entry.kind]}
                tone={entry.withdrawn ? 'grey' : looks[entry.kind].tone}
                title={entry.title}
                note={
                  <>
                    <View>{entryNote(entry, today)}</View>
                    {correction && <View className="record__correction">{correction}</View>}
                  </>
                }
                onClick={() => onOpen(entry)}
              />
            )
          })}
        </View>
      )}
    </Card>
  )
}
