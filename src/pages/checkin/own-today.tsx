import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goInstead } from '@/components/page/go'
import { useRead } from '@/components/page/use-read'
import { whenWords } from '@/components/words/when.shared'
import { cacheNames } from '@/services/cache/cache'
import { themeday } from '@/services/themeday'

/** For someone at the wrong theme day: which are theirs next. Shows nothing where there is none, or as long as nobody knows. */
export function OwnToday() {
  const { data } = useRead({ name: cacheNames.themeDays, load: () => themeday.list(null), onShow: false })
  const own = (data?.coming ?? []).filter(({ mine }) => mine !== 'none').slice(0, 2)
  if (!data || own.length === 0) return null
  return (
    <View>
      <View className="checkin__heading t-s">您的主题党日是</View>
      <Card kind="list">
        {own.map(({ id, title, startsAt, place }) => (
          <ListRow
            key={id}
            icon="calendar"
            title={title}
            note={`${whenWords(startsAt, data.now)} · ${place}`}
            onClick={() => goInstead({ page: 'checkin', themeDayId: id })}
          />
        ))}
      </Card>
    </View>
  )
}
