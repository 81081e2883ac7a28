import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import type { PlannedDay } from '@/contracts/plan-days'
import { dayOf } from '@/domain/time/day'
import { CancelSheet } from './cancel-sheet'
import { DayRow } from './day-row'
import { DaySheet } from './day-sheet'
import { byMonth, copyOf, type DayForm, newForm } from './plan-days.shared'
import { usePlan } from './use-plan'
import './index.scss'

type Over = { of: 'new'; form: DayForm } | { of: 'change' | 'cancel'; day: PlannedDay } | null

/** 主题党日计划: the year month by month; a month without one is seen. */
export default function PlanDaysPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const thisYear = Number(dayOf(Date.now()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { read, busy, problem, said, clear, create, change, cancel, restore } = usePlan(orgId, year)
  const [over, setOver] = useState<Over>(null)
  const plan = read.data
  const now = plan?.now ?? Date.now()
  const close = () => {
    clear()
    setOver(null)
  }
  const shut = (done: boolean) => {
    if (done) setOver(null)
  }
  const sheet =
    over?.of === 'cancel' ? (
      <CancelSheet
        {...{ day: over.day, now, problem }}
        busy={busy === 'cancel'}
        onCancel={(reason) => void cancel(over.day.id, reason).then(shut)}
        onClose={close}
      />
    ) : over ? (
      <DaySheet
        {...{ now, problem }}
        form={over.of === 'new' ? over.form : formOf(over.day)}
        isNew={over.of === 'new'}
        busy={busy === 'save'}
        onSave={(form, times) =>
          void (over.of === 'new' ? create(form, times) : change(over.day.id, over.day.changedAt, form)).then(shut)
        }
        onClose={close}
      />
    ) : undefined
  const foot = plan && (
    <Button onClick={() => setOver({ of: 'new', form: newForm(plan.days, now) })}>排一次主题党日</Button>
  )
  return (
    <Page title="主题党日计划" read={read} foot={foot} over={sheet}>
      {plan && (
        <>
          <View className="l-ends">
            <View>
              <View className="t-h2">{plan.orgName}</View>
              <View className="t-s">
                {year} 年，{plan.days.filter(({ cancelled }) => !cancelled).length} 次
              </View>
            </View>
            <View className="plan__year">
              <Button kind="plain" size="small" onClick={() => setYear(year === thisYear ? thisYear + 1 : thisYear)}>
                {year === thisYear ? '看明年' : '看今年'}
              </Button>
            </View>
          </View>
          {said && (
            <Notice tone="ok" icon="check" action={said.undo ? '撤销' : undefined} onAction={said.undo}>
              {said.text}
            </Notice>
          )}
          {problem && !sheet && (
            <Notice tone="red" icon="alert">
              {problem}
            </Notice>
          )}
          {byMonth(plan.days, year, now).map(({ month, days }) => (
            <Card key={month} kind="list">
              <View className="t-s plan__month">{month} 月</View>
              {days.length === 0 && <View className="t-s plan__none">没有安排</View>}
              {days.map((day) => (
                <DayRow
                  key={day.id}
                  {...{ day, now }}
                  busy={busy === 'restore'}
                  onChange={() => setOver({ of: 'change', day })}
                  onCancel={() => setOver({ of: 'cancel', day })}
                  onRestore={() => restore(day.id)}
                  onCopy={() => setOver({ of: 'new', form: copyOf(day, now) })}
                />
              ))}
            </Card>
          ))}
        </>
      )}
    </Page>
  )
}

const formOf = ({ title, place, forms, agenda, remote, startsAt, endsAt }: PlannedDay): DayForm => ({
  ...{ title, place, forms, agenda, remote, startsAt, endsAt },
})
