import { View } from '@tarojs/components'
import { Segmented } from '@/components/segmented/segmented'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import type { LessonCheck } from '@/contracts/plan-lessons'
import { JUDGE_OPTIONS } from '@/domain/quiz/making'
import { Field } from '../../components/form/field'
import { OptionFields } from '../../components/form/option-fields'

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
      <TextBox value={stem} onChange={(text) => set({ stem: text })} label="检查题" hint="题目" most={200} />
      <OptionFields
        kind={kind}
        options={options}
        marked={key}
        label="检查题选项"
        onOptions={(next) => set({ options: next })}
        onMarked={(next) => set({ key: next })}
      />
      <View className="t-s">点左边的字母，标出正确的。</View>
      <TextBox
        value={explanation}
        onChange={(text) => set({ explanation: text })}
        label="解析"
        hint="解析"
        most={300}
      />
      <Field name="依据">
        <View className="l-stack">
          <TextLine
            value={source.document}
            onChange={(document) => set({ source: { ...source, document } })}
            label="检查题依据的文件"
            hint="文件名"
            most={60}
          />
          <TextLine
            value={source.article}
            onChange={(article) => set({ source: { ...source, article } })}
            label="检查题依据的条款"
            hint="第几条、第几节"
            most={40}
          />
        </View>
      </Field>
    </View>
  )
}
