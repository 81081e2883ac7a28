import { View } from '@tarojs/components'
import { Segmented } from '@/components/segmented/segmented'
import type { LessonCheck } from '@/contracts/plan-lessons'
import { JUDGE_OPTIONS } from '@/domain/quiz/making'
import { Field } from '../../components/form/field'
import { OptionFields } from '../../components/form/option-fields'
import { SourceFields } from '../../components/form/source-fields'
import { BoxField } from '../../components/form/text-fields'

const kinds = [
  { value: 'single', text: '单选' },
  { value: 'multiple', text: '多选' },
  { value: 'judge', text: '判断' },
] as const

/** The check question: answering it rightly completes the lesson. */
export function CheckFields({ check, onChange }: { check: LessonCheck; onChange: (check: LessonCheck) => void }) {
  const { kind, stem, options, key, explanation, source } = check
  const set = (change: Partial<LessonCheck>) => onChange({ ...check, ...change })
  const change = (next: LessonCheck['kind']) =>
    set({
      kind: next,
      key: [],
      options: next === 'judge' ? [...JUDGE_OPTIONS] : kind === 'judge' ? ['', '', ''] : options,
    })
  return (
    <View className="l-stack lessons__part">
      <View className="t-h2">检查题</View>
      <View className="t-s">答对就算学完；答错可以再看再答。</View>
      <Segmented options={kinds} value={kind} onChange={change} />
      <BoxField
        name="题目"
        label="检查题"
        value={stem}
        onChange={(text) => set({ stem: text })}
        hint="问最要紧的一点"
        most={200}
      />
      <Field name="选项" note="点左边的字母，标出正确的。">
        <OptionFields
          kind={kind}
          options={options}
          marked={key}
          label="检查题选项"
          onOptions={(next) => set({ options: next })}
          onMarked={(next) => set({ key: next })}
        />
      </Field>
      <BoxField
        name="解析"
        value={explanation}
        onChange={(text) => set({ explanation: text })}
        hint="为什么是这个答案"
        most={300}
      />
      <SourceFields of="检查题" source={source} onChange={(next) => set({ source: next })} />
    </View>
  )
}
