import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { goTo } from '@/components/page/go'
import { Sheet } from '@/components/sheet/sheet'
import type { PlannedDay } from '@/contracts/plan-days'
import { formNames } from '@/domain/themeday/forms'
import { spanWords } from './plan-days.shared'

interface ActsSheetProps {
  day: PlannedDay
  now: number
  onChange: () => void
  onCancel: () => void
  onRestore: () => void
  onCopy: () => void
  onClose: () => void
}

/** A theme day of the plan as members read it, and what can be done with it now. */
export function ActsSheet({ day, now, onChange, onCancel, onRestore, onCopy, onClose }: ActsSheetProps) {
  const open = () => {
    onClose()
    void goTo({ page: 'board', themeDayId: day.id })
  }
  return (
    <Sheet title={day.title} onClose={onClose}>
      <View className="l-stack">
        <View>
          <View className="t-p">{spanWords(day, now)}</View>
          <View className="t-p">{day.place}</View>
          <View className="t-s">
            {day.forms.map((form) => formNames[form]).join('、')}
            {day.remote ? '；流动党员可以线上参加' : ''}
          </View>
        </View>
        {day.agenda.length > 0 && (
          <View className="plan__agenda">
            {day.agenda.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
              <View key={index} className="t-s">
                {index + 1}. {line}
              </View>
            ))}
          </View>
        )}
        {day.cancelled && <View className="t-p">取消原因：{day.cancelled.reason}</View>}
        {day.canChange && <Button onClick={onChange}>改时间或内容</Button>}
        {day.canRestore && <Button onClick={onRestore}>恢复这次活动</Button>}
        {!day.cancelled && (
          <Button kind="quiet" onClick={open}>
            {day.opened ? '看签到' : '去签到'}
          </Button>
        )}
        {!day.cancelled && (
          <Button kind="plain" onClick={onCopy}>
            照样再排一次
          </Button>
        )}
        {day.canChange && (
          <Button kind="plain" onClick={onCancel}>
            取消这次活动
          </Button>
        )}
      </View>
    </Sheet>
  )
}
