import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import type { Category } from '@/contracts/identity'
import type { Indicator } from '@/contracts/register'
import { categoryNames } from '@/domain/metrics/categories'
import { DayField } from '../../components/register/day-field'
import { Field } from '../../components/register/field'
import { cycleWords, kindWords } from '../../components/register/register.shared'
import { Choices } from './choices'
import type { Form } from './define.shared'
import { LastingFields } from './lasting-fields'

const reporterOptions = [
  { value: 'committee', text: '党委' },
  { value: 'generalBranch', text: '党总支' },
  { value: 'branch', text: '党支部' },
] as const

const categoryOptions = (Object.keys(categoryNames) as Category[]).map((value) => ({
  value,
  text: categoryNames[value],
}))

interface IndicatorFormProps {
  form: Form
  /** The one that is changed; null: a new one. */
  found: Indicator | null
  onChange: (change: Partial<Form>) => void
}

/** An indicator to be added or changed. What never changes is fields for a new one, and words for one that is there. */
export function IndicatorForm({ form, found, onChange }: IndicatorFormProps) {
  return (
    <Card>
      <Field name="名称" help="同类的可以写成“扶贫：贫困村”，会排在一起。">
        <TextLine value={form.name} onChange={(name) => onChange({ name })} label="名称" hint="比如 植树" most={30} />
      </Field>
      <Field name="怎么算">
        <TextBox
          value={form.definition}
          onChange={(definition) => onChange({ definition })}
          label="怎么算"
          hint="算什么、不算什么，写给填报的人看。"
          most={300}
        />
      </Field>
      {found ? (
        <View className="t-s define__fixed">
          单位：{found.unit} · {cycleWords[found.cycle]} · {kindWords[found.kind]} · 代码 {found.code}
          。这几样定了就不再改；要改，请结束它，另立一个。
        </View>
      ) : (
        <LastingFields form={form} onChange={onChange} />
      )}
      <Field name="由谁填报" help="上级已经填报的，下级不再重复填。">
        <Choices
          options={reporterOptions}
          chosen={form.reporters.kinds}
          onChange={(kinds) => onChange({ reporters: { ...form.reporters, kinds } })}
        />
      </Field>
      <Field name="只限这些类别（不选就是全部）">
        <Choices
          options={categoryOptions}
          chosen={form.reporters.categories}
          onChange={(categories) => onChange({ reporters: { ...form.reporters, categories } })}
        />
      </Field>
      <Field
        name={found ? '从哪天起这样算' : '从哪天起填报'}
        help={found ? '这一天以前结束的各期，仍按原来的名称和口径。' : '这一天以前结束的各期不用填。'}
      >
        <DayField name="日期" day={form.from} end="2099-12-31" onDay={(from) => onChange({ from })} />
      </Field>
      {found === null && <View className="t-xs define__fixed">单位、周期、汇总方式和小数位数，保存以后不能再改。</View>}
    </Card>
  )
}
