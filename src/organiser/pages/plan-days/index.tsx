import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import type { PlannedDay } from '@/contracts/plan-days'
import { dayOf } from '@/domain/time/day'
import { ReasonSheet } from '../../components/form/reason-sheet'
import { ActsSheet } from './acts-sheet'
import { DayRow } from './day-row'
import { DaySheet } from './day-sheet'
import { byMonth, copyOf, type DayForm, newForm, spanWords } from './plan-days.shared'
import { usePlan } from './use-plan'
import './index.scss'

type Over = { of: 'new'; form: DayForm | null } | { of: 'acts' | 'change' | 'cancel'; day: PlannedDay } | null

/** 安排主题党日: the year month by month; a month without one is seen. */
export default function PlanDaysPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const thisYear = Number(dayOf(Date.now()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { read, busy, problem, said, clear, create, change, cancel, restore } = usePlan(orgId, year)
  const [over, setOver] = useState<Over>(null)
  const plan = read.data
  const years = [thisYear, thisYear + 1].map((one) => ({ value: String(one), text: `${one} 年` }))
  const now = plan?.now ?? Date.now()
  const close = () => {
    clear()
    setOver(null)
  }
  const shut = (done: boolean): boolean => {
    if (done) setOver(null)
    return done
  }
  const sheet =
    over?.of === 'cancel' ? (
      <ReasonSheet
        title="取消这次活动？"
        about={`${over.day.title}，${spanWords(over.day, now)}。`}
        usual={['与上级安排冲突', '天气原因', '改在下个月一起开']}
        hint="也可以自己写"
        note="党员会看到“已取消”和原因，不计应到。活动时间过去以前，随时可以恢复。"
        yes="取消活动"
        no="先不取消"
        problem={problem}
        busy={busy === 'cancel'}
        onYes={(reason) => void cancel(over.day.id, reason).then(shut)}
        onClose={close}
      />
    ) : over?.of === 'acts' ? (
      <ActsSheet
        {...{ day: over.day, now }}
        onChange={() => setOver({ of: 'change', day: over.day })}
        onCancel={() => setOver({ of: 'cancel', day: over.day })}
        onRestore={() => {
          close()
          restore(over.day.id)
        }}
        onCopy={() => setOver({ of: 'new', form: copyOf(over.day, now) })}
        onClose={close}
      />
    ) : over?.of === 'change' ? (
      <DaySheet
        key={over.day.id}
        {...{ now, problem }}
        kept={`plan-day:${over.day.id}`}
        first={formOf(over.day)}
        busy={busy === 'save'}
        onSave={(form) => change(over.day.id, over.day.changedAt, form).then(shut)}
        onClose={close}
      />
    ) : over?.of === 'new' ? (
      <DaySheet
        key="new"
        {...{ now, problem }}
        kept={`plan-day:new.${orgId}`}
        first={over.form ?? newForm(plan?.days ?? [], now)}
        anew={over.form !== null}
        isNew
        busy={busy === 'save'}
        onSave={(form, times) => create(form, times).then(shut)}
        onClose={close}
      />
    ) : undefined
  const foot = plan && <Button onClick={() => setOver({ of: 'new', form: null })}>排一次主题党日</Button>
  return (
    <Page title="安排主题党日" read={read} foot={foot} over={sheet}>
      {plan && (
        <>
          <View>
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {plan.orgName}
            </View>
            <View className="t-s">
              {year} 年排了 {plan.days.filter(({ cancelled }) => !cancelled).length} 次
            </View>
          </View>
          <Segmented options={years} value={String(year)} onChange={(next) => setYear(Number(next))} />
          {said && (
            <Notice tone="ok" icon="check" action={said.undo ? '撤销' : undefined} onAction={said.undo}>
              {said.text}
            </Notice>
          )}
          <Fault words={sheet ? null : problem} />
          {byMonth(plan.days, year, now).map(({ month, days }) => (
            <Card key={month} kind="list">
              {days.length === 0 ? (
                <View className="l-ends plan__month--none">
                  <View className="t-h3">{month} 月</View>
                  <View className="t-s">还没有安排</View>
                </View>
              ) : (
                <View className="t-s plan__month">{month} 月</View>
              )}
              <View>
                {days.map((day) => (
                  <DayRow key={day.id} {...{ day, now }} onOpen={() => setOver({ of: 'acts', day })} />
                ))}
              </View>
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
