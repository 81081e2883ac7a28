import { Segmented } from '@/components/segmented/segmented'
import { Field } from '../../components/form/field'
import { LineField } from '../../components/form/text-fields'
import { cycleWords, kindWords } from '../../components/register/register.shared'
import { type Form, typedCode } from './define.shared'

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
    <LineField name="单位" value={form.unit} onChange={(unit) => onChange({ unit })} hint="个、人次、公里" most={6} />
    <LineField
      name="代码"
      note="报告里靠它找到这个数，全县不能重复。小写字母，中间一个点，比如 local.trees。"
      value={form.code}
      onChange={(code) => onChange({ code: typedCode(code) })}
      hint="local.trees"
      most={48}
    />
    <Field name="多久填一次">
      <Segmented options={optionsOf(cycleWords)} value={form.cycle} onChange={(cycle) => onChange({ cycle })} />
    </Field>
    <Field name="几期合在一起" note="做了多少，各期相加；现在有多少，取最近一期。">
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
