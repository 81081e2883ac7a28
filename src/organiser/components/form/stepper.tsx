import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import './form.scss'

interface StepFieldProps {
  name: string
  value: number
  least: number
  most: number
  step?: number
  /** What stands behind the number: 道, 分钟. */
  unit?: string
  note?: string
  onChange: (value: number) => void
}

/** A small number by one less or more, with its name at the other end of the line. */
export function StepField({ name, value, least, most, step = 1, unit = '', note, onChange }: StepFieldProps) {
  const press = (change: number, word: string, mark: string) => {
    const next = Math.min(most, Math.max(least, value + change))
    const off = next === value
    return (
      <View
        className={`form-step__press ${off ? 'form-step__press--off' : ''}`}
        onClick={off ? undefined : () => onChange(next)}
        {...aria({ role: 'button', label: `${name}${word}`, disabled: off })}
      >
        {mark}
      </View>
    )
  }
  return (
    <View>
      <View className="form-step">
        <View className="form-field__name form-step__name">{name}</View>
        <View className="form-step__way">
          {press(-step, '减少', '−')}
          <View className="form-step__value" {...aria({ role: 'status', label: `${name} ${value}${unit}` })}>
            {value}
            {unit}
          </View>
          {press(step, '增加', '＋')}
        </View>
      </View>
      {note !== undefined && <View className="t-s form-field__note">{note}</View>}
    </View>
  )
}
