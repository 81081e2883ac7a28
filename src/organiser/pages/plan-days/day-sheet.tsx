import { Switch, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { toggled } from '../../components/form/form.shared'
import { WhenField } from '../../components/form/when-field'
import { type DayForm, formNames, lacking, type Repeat, timesOf } from './plan-days.shared'

interface DaySheetProps {
  form: DayForm
  /** A new one may be repeated. */
  isNew: boolean
  now: number
  busy: boolean
  problem: string | null
  onSave: (form: DayForm, times: { startsAt: number; endsAt: number }[]) => void
  onClose: () => void
}

const forms = (Object.entries(formNames) as [DayForm['forms'][number], string][]).map(([value, text]) => ({
  value,
  text,
}))
const repeats = [
  { value: 'once', text: '就这一次' },
  { value: 'date', text: '每月同日' },
  { value: 'weekday', text: '每月同周几' },
] as const

/** A theme day: what, where, when, in which forms. */
export function DaySheet({ form: before, isNew, now, busy, problem, onSave, onClose }: DaySheetProps) {
  const [form, setForm] = useState(before)
  const [repeat, setRepeat] = useState<Repeat>('once')
  const [agenda, setAgenda] = useState(before.agenda.join('\n'))
  const set = (change: Partial<DayForm>) => setForm((old) => ({ ...old, ...change }))
  const lacks = lacking(form)
  const times = timesOf(form, repeat)
  const whole = {
    ...form,
    title: form.title.trim(),
    place: form.place.trim(),
    agenda: agenda
      .split('\n')
      .map((line) => line.trim().slice(0, 60))
      .filter(Boolean)
      .slice(0, 10),
  }
  const words = isNew && times.length > 1 ? `排好 ${times.length} 次` : isNew ? '排好' : '保存改动'
  const foot = (
    <Button busy={busy} disabled={lacks !== null} onClick={() => onSave(whole, times)}>
      {lacks ?? words}
    </Button>
  )
  return (
    <Sheet title={isNew ? '排一次主题党日' : '改主题党日'} onClose={onClose} foot={foot}>
      <View className="l-stack">
        {problem && (
          <Notice tone="red" icon="alert">
            {problem}
          </Notice>
        )}
        <Field name="名称">
          <TextLine
            value={form.title}
            onChange={(title) => set({ title })}
            label="名称"
            hint="如：十二月主题党日"
            most={40}
          />
        </Field>
        <Field name="地点">
          <TextLine value={form.place} onChange={(place) => set({ place })} label="地点" hint="在哪里" most={40} />
        </Field>
        <Field name="开始">
          <WhenField
            label="开始"
            value={form.startsAt}
            now={now}
            onChange={(startsAt) => set({ startsAt, endsAt: startsAt + (form.endsAt - form.startsAt) })}
          />
        </Field>
        <Field name="结束">
          <WhenField label="结束" value={form.endsAt} now={now} onChange={(endsAt) => set({ endsAt })} />
        </Field>
        <Field name="形式（可多选）">
          <Chips
            options={forms}
            value={form.forms}
            several
            onPress={(one) => set({ forms: toggled(form.forms, one) })}
          />
        </Field>
        <Field name="议程" note="一行一项，最多十项。">
          <TextBox value={agenda} onChange={setAgenda} label="议程" hint={'集中学习\n讨论下月工作'} most={600} />
        </Field>
        <View className="l-ends plan__remote">
          <View className="l-grow">
            <View className="t-h3">流动党员可以线上参加</View>
            <View className="t-s">写一段学习体会，就算参加。</View>
          </View>
          <Switch
            checked={form.remote}
            color="#b3261e"
            onChange={(event) => set({ remote: event.detail.value })}
            {...aria({ role: 'checkbox', checked: form.remote, label: '流动党员可以线上参加' })}
          />
        </View>
        {isNew && (
          <Field name="到年底" note={repeat === 'once' ? undefined : '以后每一次都可以单独改、单独取消。'}>
            <Segmented options={repeats} value={repeat} onChange={setRepeat} />
          </Field>
        )}
      </View>
    </Sheet>
  )
}
