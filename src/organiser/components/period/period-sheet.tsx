import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import type { Period } from '@/domain/time/day'
import { dayText, periodFault, periodText, presetNames, presetOf, presetPeriod, presets } from './period.shared'
import './period.scss'

interface PeriodSheetProps {
  period: Period
  /** The current day; periods end with it. */
  today: string
  onChoose: (period: Period) => void
  onClose: () => void
}

interface DayFieldProps {
  name: string
  day: string
  today: string
  onDay: (day: string) => void
}

function DayField({ name, day, today, onDay }: DayFieldProps) {
  return (
    <Picker mode="date" value={day} start="2000-01-01" end={today} onChange={(event) => onDay(event.detail.value)}>
      <View className="o-period__day" {...aria({ role: 'button', label: `${name}，${dayText(day, today)}，更改` })}>
        <View className="t-xs">{name}</View>
        <View className="o-period__date">{dayText(day, today)}</View>
      </View>
    </Picker>
  )
}

/** Choosing the days of the figures: five usual periods with one tap, or from and to. */
export function PeriodSheet({ period, today, onChoose, onClose }: PeriodSheetProps) {
  const [own, setOwn] = useState(period)
  const chosen = presetOf(period, today)
  const fault = periodFault(own)
  return (
    <Sheet title="统计哪段时间" onClose={onClose}>
      {presets.map((preset) => {
        const days = presetPeriod(preset, today)
        const on = preset === chosen
        return (
          <View
            key={preset}
            className={`o-period__preset ${on ? 'o-period__preset--on' : ''}`}
            onClick={() => onChoose(days)}
            {...aria({ role: 'radio', checked: on })}
          >
            <View className="t-h3">{presetNames[preset]}</View>
            <View className="t-s">{periodText(days, today)}</View>
            <View className="o-period__check">{on && <Icon name="check" tone="red" size={20} />}</View>
          </View>
        )
      })}
      <View className="o-period__own">
        <View className="t-h3">自己选</View>
        <View className="o-period__days">
          <DayField name="从" day={own.from} today={today} onDay={(from) => setOwn({ ...own, from })} />
          <DayField name="到" day={own.to} today={today} onDay={(to) => setOwn({ ...own, to })} />
        </View>
        {fault && <Notice icon="alert">{fault}</Notice>}
        <Button kind="quiet" disabled={fault !== null} onClick={() => onChoose(own)}>
          看这段时间
        </Button>
      </View>
    </Sheet>
  )
}
