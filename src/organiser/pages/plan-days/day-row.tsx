import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { PlannedDay } from '@/contracts/plan-days'
import { dayTag, formNames, spanWords } from './plan-days.shared'

interface DayRowProps {
  day: PlannedDay
  now: number
  busy: boolean
  onChange: () => void
  onCancel: () => void
  onRestore: () => void
  onCopy: () => void
}

/** A theme day of the plan, with what can be done with it now. */
export function DayRow({ day, now, busy, onChange, onCancel, onRestore, onCopy }: DayRowProps) {
  const tag = dayTag(day, now)
  return (
    <View className="plan__day">
      <View className="l-ends">
        <View className="t-h3 l-grow">{day.title}</View>
        {tag && <Tag tone={tag.tone}>{tag.text}</Tag>}
      </View>
      <View className="t-s">
        {spanWords(day, now)} · {day.place}
      </View>
      <View className="t-s">
        {day.forms.map((form) => formNames[form]).join('、')}
        {day.leaves > 0 ? ` · ${day.leaves} 人请假` : ''}
      </View>
      {day.cancelled && <View className="t-s">取消原因：{day.cancelled.reason}</View>}
      <View className="plan__acts">
        {day.canChange && (
          <Button kind="quiet" size="small" label={`改${day.title}`} onClick={onChange}>
            改
          </Button>
        )}
        {day.canChange && (
          <Button kind="plain" size="small" label={`取消${day.title}`} onClick={onCancel}>
            取消
          </Button>
        )}
        {day.canRestore && (
          <Button kind="quiet" size="small" busy={busy} label={`恢复${day.title}`} onClick={onRestore}>
            恢复
          </Button>
        )}
        {!day.cancelled && (
          <Button kind="plain" size="small" label={`照${day.title}再排一次`} onClick={onCopy}>
            照样再排
          </Button>
        )}
        {!day.cancelled && (
          <Button
            kind="plain"
            size="small"
            label={`${day.title}的签到`}
            onClick={() => goTo({ page: 'board', themeDayId: day.id })}
          >
            签到
          </Button>
        )}
      </View>
    </View>
  )
}
