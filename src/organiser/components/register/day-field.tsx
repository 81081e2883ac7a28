import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { dayText } from '../period/period.shared'
import './register.scss'

interface DayFieldProps {
  name: string
  day: string
  /** The last day that may be chosen. */
  end: string
  onDay: (day: string) => void
}

/** A day to choose, with its name above. */
export const DayField = ({ name, day, end, onDay }: DayFieldProps) => (
  <Picker mode="date" value={day} start="2000-01-01" end={end} onChange={(event) => onDay(event.detail.value)}>
    <View className="reg-day" {...aria({ role: 'button', label: `${name}，${dayText(day, '')}，更改` })}>
      <View className="t-xs">{name}</View>
      <View className="reg-day__date">{dayText(day, '')}</View>
    </View>
  </Picker>
)
