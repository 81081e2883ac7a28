import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import type { Home } from './home.shared'

/** What I have done this month, and the way to all of it. */
export function MonthCard({ month }: { month: Home['month'] }) {
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">本月</View>
        <View className="home__record t-s" onClick={() => goTo({ page: 'record' })} {...aria({ role: 'link' })}>
          我的参与记录 ›
        </View>
      </View>
      <View className="l-cols home__counts">
        <Count value={month.quizzes} unit="次" name="答题" />
        <Count value={month.lessons} unit="门" name="微党课" />
        <Count value={month.themeDays} unit="次" name="主题党日" />
      </View>
    </Card>
  )
}

function Count({ value, unit, name }: { value: number; unit: string; name: string }) {
  return (
    <View>
      <View className="home__count">
        <Text className="t-num home__number">{value}</Text>
        <Text className="t-s"> {unit}</Text>
      </View>
      <View className="t-s">{name}</View>
    </View>
  )
}
