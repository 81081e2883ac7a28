import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTab, goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { TaskWords } from './task-words.shared'

interface TaskListProps {
  title: string
  tasks: readonly TaskWords[]
  /** Lessons that are not listed here: one row leads to all of them. */
  moreLessons?: number
}

/** Tasks of one time under their heading; nothing when there are none. */
export function TaskList({ title, tasks, moreLessons = 0 }: TaskListProps) {
  if (tasks.length === 0 && moreLessons === 0) return null
  return (
    <View>
      <View className="home__heading t-s">{title}</View>
      <Card kind="list">
        {tasks.map(({ key, title: name, note, icon, tone, tag, target }) => (
          <ListRow
            key={key}
            icon={icon}
            tone={tone}
            title={name}
            note={note}
            end={tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : undefined}
            onClick={target ? () => goTo(target) : undefined}
          />
        ))}
        {moreLessons > 0 && (
          <ListRow
            icon="pages"
            tone="gold"
            title={`还有 ${moreLessons} 门微党课`}
            note="有空时慢慢学"
            onClick={() => goTab('study')}
          />
        )}
      </Card>
    </View>
  )
}
