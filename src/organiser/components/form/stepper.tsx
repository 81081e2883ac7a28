import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import './form.scss'

interface StepperProps {
  label: string
  value: number
  least: number
  most: number
  step?: number
  /** What stands behind the number: 道, 分钟. */
  unit?: string
  onChange: (value: number) => void
}

/** A small number, by one less or more. */
export function Stepper({ label, value, least, most, step = 1, unit = '', onChange }: StepperProps) {
  const press = (change: number, name: string, mark: string) => {
    const next = Math.min(most, Math.max(least, value + change))
    const off = next === value
    return (
      <View
        className={`form-step__press ${off ? 'form-step__press--off' : ''}`}
        onClick={off ? undefined : () => onChange(next)}
        {...aria({ role: 'button', label: `${label}${name}`, disabled: off })}
      >
        {mark}
      </View>
    )
  }
  return (
    <View className="form-step">
      {press(-step, '减少', '−')}
      <View className="form-step__value" {...aria({ role: 'status', label: `${label} ${value}${unit}` })}>
        {value}
        {unit}
      </View>
      {press(step, '增加', '＋')}
    </View>
  )
}
