import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Field } from '../form/field'
import { dayText } from '../period/period.shared'

interface DayFieldProps {
  name: string
  day: string
  /** The last day that may be chosen. */
  end: string
  note?: string
  onDay: (day: string) => void
}

/** A day to choose, with its name above. */
export const DayField = ({ name, day, end, note, onDay }: DayFieldProps) => (
  <Field name={name} note={note}>
    <Picker mode="date" value={day} start="2000-01-01" end={end} onChange={(event) => onDay(event.detail.value)}>
      <View className="form-pick" {...aria({ role: 'button', label: `${name}，${dayText(day, '')}，更改` })}>
        <View className="l-grow">{dayText(day, '')}</View>
        <View className="form-pick__mark" {...aria({ hidden: true })}>
          ▾
        </View>
      </View>
    </Picker>
  </Field>
)
