import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { clockWords, dayWords } from '@/components/words/when.shared'
import { dayOf } from '@/domain/time/day'
import { shownDay, withClock, withDay } from './form.shared'
import './form.scss'

interface WhenFieldProps {
  label: string
  value: number
  now: number
  onChange: (instant: number) => void
  /** It is an end: midnight is 24:00 of the day before. */
  isEnd?: boolean
}

/** A day and a time of day, each chosen from the phone's own wheel. */
export function WhenField({ label, value, now, onChange, isEnd = false }: WhenFieldProps) {
  const day = shownDay(value, isEnd)
  const dayText = dayWords(day, dayOf(now))
  const clock = clockWords(value)
  const clockText = isEnd && clock === '00:00' ? '24:00' : clock
  return (
    <View className="form-when">
      <View>
        <Picker
          mode="date"
          value={day}
          start="2020-01-01"
          end="2099-12-31"
          onChange={(event) => onChange(withDay(value, event.detail.value, isEnd))}
        >
          <View className="form-pick" {...aria({ role: 'button', label: `${label}的日期，${dayText}，更改` })}>
            {dayText}
          </View>
        </Picker>
      </View>
      <View>
        <Picker mode="time" value={clock} onChange={(event) => onChange(withClock(value, event.detail.value, isEnd))}>
          <View className="form-pick" {...aria({ role: 'button', label: `${label}的时间，${clockText}，更改` })}>
            {clockText}
          </View>
        </Picker>
      </View>
    </View>
  )
}
