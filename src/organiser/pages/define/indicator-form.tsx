import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { Category } from '@/contracts/identity'
import type { Indicator } from '@/contracts/register'
import { categoryNames } from '@/domain/metrics/categories'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { BoxField, LineField } from '../../components/form/text-fields'
import { DayField } from '../../components/register/day-field'
import { cycleWords, kindWords } from '../../components/register/register.shared'
import { type Form, toggled } from './define.shared'
import { LastingFields } from './lasting-fields'

const reporterOptions = [
  { value: 'committee', text: '党委' },
  { value: 'generalBranch', text: '党总支' },
  { value: 'branch', text: '党支部' },
] as const

const allKinds = reporterOptions.map(({ value }) => value)
const allCategories = Object.keys(categoryNames) as Category[]
const categoryOptions = allCategories.map((value) => ({
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
    <Card className="l-stack">
      <LineField
        name="名称"
        note="同类的可以写成“扶贫：贫困村”，会排在一起。"
        value={form.name}
        onChange={(name) => onChange({ name })}
        hint="如：植树"
        most={30}
      />
      <BoxField
        name="怎么算"
        value={form.definition}
        onChange={(definition) => onChange({ definition })}
        hint="算什么、不算什么，写给填报的人看。"
        most={300}
      />
      {found ? (
        <View className="t-s">
          单位：{found.unit} · {cycleWords[found.cycle]} · {kindWords[found.kind]} · 代码 {found.code}
          。这几样定了就不再改；要改，请结束它，另立一个。
        </View>
      ) : (
        <LastingFields form={form} onChange={onChange} />
      )}
      <Field name="由谁填报（可多选）" note="上级已经填报的，下级不再重复填。">
        <Chips
          options={reporterOptions}
          value={form.reporters.kinds}
          several
          onPress={(kind) =>
            onChange({ reporters: { ...form.reporters, kinds: toggled(allKinds, form.reporters.kinds, kind) } })
          }
        />
      </Field>
      <Field name="只限这些类别" note="一个也不选，就是全部类别都填。">
        <Chips
          options={categoryOptions}
          value={form.reporters.categories}
          several
          onPress={(one) =>
            onChange({
              reporters: { ...form.reporters, categories: toggled(allCategories, form.reporters.categories, one) },
            })
          }
        />
      </Field>
      <DayField
        name={found ? '从哪天起这样算' : '从哪天起填报'}
        note={found ? '这一天以前结束的各期，仍按原来的名称和口径。' : '这一天以前结束的各期不用填。'}
        day={form.from}
        end="2099-12-31"
        onDay={(from) => onChange({ from })}
      />
      {found === null && <View className="t-s">单位、周期、汇总方式和小数位数，保存以后不能再改。</View>}
    </Card>
  )
}
