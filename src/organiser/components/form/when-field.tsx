import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { clockWords, dayWords } from '@/components/words/when.shared'
import { dayOf } from '@/domain/time/day'
import { withClock, withDay } from './form.shared'
import './form.scss'

interface WhenFieldProps {
  label: string
  value: number
  now: number
  onChange: (instant: number) => void
  /** Only the day may be chosen. */
  dayOnly?: boolean
}

/** A day and a time of day, each chosen from the phone's own wheel. */
export function WhenField({ label, value, now, onChange, dayOnly = false }: WhenFieldProps) {
  const day = dayOf(value)
  const dayText = dayWords(day, dayOf(now))
  return (
    <View className="form-when">
      <View>
        <Picker
          mode="date"
          value={day}
          start="2020-01-01"
          end="2099-12-31"
          onChange={(event) => onChange(withDay(value, event.detail.value))}
        >
          <View className="form-pick" {...aria({ role: 'button', label: `${label}的日期，${dayText}，更改` })}>
            {dayText}
          </View>
        </Picker>
      </View>
      {!dayOnly && (
        <View>
          <Picker
            mode="time"
            value={clockWords(value)}
            onChange={(event) => onChange(withClock(value, event.detail.value))}
          >
            <View
              className="form-pick"
              {...aria({ role: 'button', label: `${label}的时间，${clockWords(value)}，更改` })}
            >
              {clockWords(value)}
            </View>
          </Picker>
        </View>
      )}
    </View>
  )
}
