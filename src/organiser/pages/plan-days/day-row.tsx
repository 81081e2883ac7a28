import { View } from '@tarojs/components'
import { ListRow } from '@/components/list-row/list-row'
import { Tag } from '@/components/tag/tag'
import type { PlannedDay } from '@/contracts/plan-days'
import { Pieces } from '../../components/pieces/pieces'
import { dayTag, spanWords } from './plan-days.shared'

/** A theme day of the plan; it opens what can be done with it now. */
export function DayRow({ day, now, onOpen }: { day: PlannedDay; now: number; onOpen: () => void }) {
  const tag = dayTag(day, now)
  return (
    <ListRow
      title={day.title}
      note={
        <>
          <View>{spanWords(day, now)}</View>
          <View>
            <Pieces of={[day.place, ...(day.leaves > 0 ? [`${day.leaves} 人请假`] : [])]} />
          </View>
        </>
      }
      end={tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : undefined}
      label={`${day.title}，${spanWords(day, now)}，${day.place}${tag ? `，${tag.text}` : ''}，打开`}
      onClick={onOpen}
    />
  )
}
