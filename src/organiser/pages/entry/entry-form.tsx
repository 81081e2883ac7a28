import { Card } from '@/components/card/card'
import { TextLine } from '@/components/text-line/text-line'
import { groupedDecimal } from '@/domain/register/decimal'
import { periodName } from '@/domain/register/periods'
import { Field } from '../../components/form/field'
import { BoxField, LineField } from '../../components/form/text-fields'
import { DayField } from '../../components/register/day-field'
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
    <Card className="l-stack">
      <Field name={`数值（${indicator.unit}）`} note={before}>
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
      <DayField name="数据截至" day={form.asOfDay} end={today} onDay={(asOfDay) => onChange({ asOfDay })} />
      <LineField
        name="来源文件"
        label="来源文件名称"
        note="数是从哪份文件、哪本台账里来的，审核时要对着看。"
        value={form.name}
        onChange={(name) => onChange({ name })}
        hint="文件名称"
        most={60}
      />
      <LineField
        name="文号"
        value={form.number}
        onChange={(number) => onChange({ number })}
        hint="没有可不填"
        most={40}
      />
      <DayField name="文件日期" day={form.day} end={today} onDay={(day) => onChange({ day })} />
      <BoxField
        name="说明"
        value={form.note}
        onChange={(note) => onChange({ note })}
        hint="需要让审核的人知道的，没有可不填"
        most={200}
      />
    </Card>
  )
}
