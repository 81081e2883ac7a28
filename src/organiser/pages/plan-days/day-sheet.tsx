import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { formNames } from '@/domain/themeday/forms'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { toggled } from '../../components/form/form.shared'
import { BoxField, LineField } from '../../components/form/text-fields'
import { WhenField } from '../../components/form/when-field'
import { useKeptForm } from '../../use-kept-form'
import { type DayForm, lacking, type Repeat, timesOf, trimmed } from './plan-days.shared'

interface DaySheetProps {
  /** What the form begins with. */
  first: DayForm
  /** Under which name the phone keeps what is written, until it has arrived. */
  kept: string
  /** Begins with `first`, whatever was kept. */
  anew?: boolean
  /** A new one may be repeated. */
  isNew?: boolean
  now: number
  busy: boolean
  problem: string | null
  /** Whether it arrived. */
  onSave: (form: DayForm, times: { startsAt: number; endsAt: number }[]) => Promise<boolean>
  onClose: () => void
}

const forms = (Object.entries(formNames) as [DayForm['forms'][number], string][]).map(([value, text]) => ({
  value,
  text,
}))
const remotes = [
  { value: 'yes', text: '可以' },
  { value: 'no', text: '不可以' },
] as const
const repeats = [
  { value: 'once', text: '就这一次' },
  { value: 'date', text: '每月同日' },
  { value: 'weekday', text: '每月同周几' },
] as const

/** A theme day: what, where, when, in which forms. */
export function DaySheet({ first, kept, anew, isNew = false, now, busy, problem, onSave, onClose }: DaySheetProps) {
  const { form, begun, write, drop } = useKeptForm<DayForm>(kept, () => first, anew)
  const [resumed] = useState(begun)
  const [repeat, setRepeat] = useState<Repeat>('once')
  const set = (change: Partial<DayForm>) => write({ ...form, ...change })
  const whole = trimmed(form)
  const lacks = lacking(whole)
  const times = timesOf(form, repeat)
  const words = isNew && times.length > 1 ? `排好 ${times.length} 次` : isNew ? '排好' : '保存改动'
  const foot = (
    <Button
      busy={busy}
      disabled={lacks !== null}
      onClick={() => void onSave(whole, times).then((done) => done && drop())}
    >
      {lacks ?? words}
    </Button>
  )
  return (
    <Sheet title={isNew ? '排一次主题党日' : '改主题党日'} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Fault words={problem} />
        {resumed && begun && (
          <Notice tone="grey" action="重新填" onAction={drop}>
            这是上次没写完的
          </Notice>
        )}
        <LineField
          name="名称"
          value={form.title}
          onChange={(title) => set({ title })}
          hint="如：十二月主题党日"
          most={40}
        />
        <LineField
          name="地点"
          value={form.place}
          onChange={(place) => set({ place })}
          hint="如：党群服务中心"
          most={40}
        />
        <Field name="开始">
          <WhenField
            label="开始"
            value={form.startsAt}
            now={now}
            onChange={(startsAt) => set({ startsAt, endsAt: startsAt + (form.endsAt - form.startsAt) })}
          />
        </Field>
        <Field name="结束">
          <WhenField label="结束" value={form.endsAt} now={now} isEnd onChange={(endsAt) => set({ endsAt })} />
        </Field>
        <Field name="形式（可多选）">
          <Chips
            options={forms}
            value={form.forms}
            several
            onPress={(one) => set({ forms: toggled(form.forms, one) })}
          />
        </Field>
        <BoxField
          name="议程"
          note="一行一项，最多十项。可以不写。"
          value={form.agenda.join('\n')}
          onChange={(text) => set({ agenda: text.split('\n') })}
          hint={'集中学习\n讨论下月工作'}
          most={600}
        />
        <Field name="流动党员线上参加" note={form.remote ? '写一段学习体会，就算参加。' : '只能到现场参加。'}>
          <Segmented
            options={remotes}
            value={form.remote ? 'yes' : 'no'}
            onChange={(remote) => set({ remote: remote === 'yes' })}
          />
        </Field>
        {isNew && (
          <Field name="要不要排到年底" note={repeat === 'once' ? undefined : '以后每一次都可以单独改、单独取消。'}>
            <Segmented options={repeats} value={repeat} onChange={setRepeat} />
          </Field>
        )}
      </View>
    </Sheet>
  )
}
