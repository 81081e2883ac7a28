import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import { groupedDecimal } from '@/domain/register/decimal'
import { periodName } from '@/domain/register/periods'
import { DayField } from '../../components/register/day-field'
import { Field } from '../../components/register/field'
import type { EntryView, Form } from './entry.shared'

interface EntryFormProps {
  view: EntryView
  form: Form
  onChange: (change: Partial<Form>) => void
}

/** What is to be filled in: the value with its unit and the last one beside it, the paper, the days. */
export function EntryForm({ view, form, onChange }: EntryFormProps) {
  const { indicator, last, today } = view
  const before = last
    ? `上一次（${periodName(last.period)}）：${groupedDecimal(last.value)} ${indicator.unit}`
    : undefined
  const keyboard = indicator.negative ? 'text' : indicator.decimals > 0 ? 'digit' : 'number'
  return (
    <Card>
      <Field name={`数值（${indicator.unit}）`} help={before}>
        <TextLine
          value={form.value}
          onChange={(value) => onChange({ value })}
          label={`数值，单位${indicator.unit}`}
          hint="没有的填 0"
          most={16}
          kind={keyboard}
          code
        />
      </Field>
      <Field name="数据截至">
        <DayField name="哪一天的数" day={form.asOfDay} end={today} onDay={(asOfDay) => onChange({ asOfDay })} />
      </Field>
      <Field name="来源文件" help="数是从哪份文件、哪本台账里来的，审核时要对着看。">
        <View className="l-stack">
          <TextLine
            value={form.name}
            onChange={(name) => onChange({ name })}
            label="来源文件名称"
            hint="文件名称"
            most={60}
          />
          <TextLine
            value={form.number}
            onChange={(number) => onChange({ number })}
            label="文号"
            hint="文号（没有可不填）"
            most={40}
          />
          <DayField name="文件日期" day={form.day} end={today} onDay={(day) => onChange({ day })} />
        </View>
      </Field>
      <Field name="说明（可不填）">
        <TextBox
          value={form.note}
          onChange={(note) => onChange({ note })}
          label="说明"
          hint="需要让审核的人知道的"
          most={200}
        />
      </Field>
    </Card>
  )
}
