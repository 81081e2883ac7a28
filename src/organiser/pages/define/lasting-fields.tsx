import { Segmented } from '@/components/segmented/segmented'
import { TextLine } from '@/components/text-line/text-line'
import { Field } from '../../components/register/field'
import { cycleWords, kindWords } from '../../components/register/register.shared'
import type { Form } from './define.shared'

const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.keys(words) as Value[]).map((value) => ({ value, text: words[value] }))

const decimals = [
  { value: '0', text: '整数' },
  { value: '1', text: '一位' },
  { value: '2', text: '两位' },
] as const

const signs = [
  { value: 'no', text: '不会小于零' },
  { value: 'yes', text: '可能小于零' },
] as const

/** What of an indicator never changes once it is there. */
export const LastingFields = ({ form, onChange }: { form: Form; onChange: (change: Partial<Form>) => void }) => (
  <>
    <Field name="单位">
      <TextLine value={form.unit} onChange={(unit) => onChange({ unit })} label="单位" hint="个、人次、公里" most={6} />
    </Field>
    <Field name="代码" help="报告文字用代码引用它，全县不能重复。">
      <TextLine
        value={form.code}
        onChange={(code) => onChange({ code: code.trim().toLowerCase() })}
        label="代码"
        hint="local.trees"
        most={48}
      />
    </Field>
    <Field name="多久填一次">
      <Segmented options={optionsOf(cycleWords)} value={form.cycle} onChange={(cycle) => onChange({ cycle })} />
    </Field>
    <Field name="几期合在一起" help="做了多少，各期相加；现在有多少，取最近一期。">
      <Segmented options={optionsOf(kindWords)} value={form.kind} onChange={(kind) => onChange({ kind })} />
    </Field>
    <Field name="小数">
      <Segmented
        options={decimals}
        value={String(form.decimals) as '0' | '1' | '2'}
        onChange={(count) => onChange({ decimals: Number(count) })}
      />
    </Field>
    <Field name="正负">
      <Segmented
        options={signs}
        value={form.negative ? 'yes' : 'no'}
        onChange={(sign) => onChange({ negative: sign === 'yes' })}
      />
    </Field>
  </>
)
