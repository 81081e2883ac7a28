import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import type { ThemeDayRow as Row } from '@/contracts/themeday'
import { partTag } from './activities.shared'

/** A theme day of the list: what, when and where, and the member's part in it. */
export function ThemeDayRow({ row, now }: { row: Row; now: number }) {
  const { id, title, startsAt, place } = row
  const tag = partTag(row)
  return (
    <ListRow
      title={title}
      note={`${whenWords(startsAt, now)} · ${place}`}
      end={tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : undefined}
      onClick={() => goTo({ page: 'checkin', themeDayId: id })}
    />
  )
}
