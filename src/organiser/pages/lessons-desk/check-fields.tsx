import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Segmented } from '@/components/segmented/segmented'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import { optionLetter } from '@/components/words/kind.shared'
import type { LessonCheck } from '@/contracts/plan-lessons'
import { JUDGE_OPTIONS } from '@/domain/quiz/making'
import { Field } from '../../components/form/field'

const kinds = [
  { value: 'single', text: '单选' },
  { value: 'multiple', text: '多选' },
  { value: 'judge', text: '判断' },
] as const

/** The check question: answering it rightly completes the lesson. */
export function CheckFields({ check, onChange }: { check: LessonCheck; onChange: (check: LessonCheck) => void }) {
  const { kind, stem, options, key, explanation, source } = check
  const set = (change: Partial<LessonCheck>) => onChange({ ...check, ...change })
  const mark = (index: number) => {
    const several = key.includes(index) ? key.filter((one) => one !== index) : [...key, index].sort((a, b) => a - b)
    set({ key: kind === 'multiple' ? several : [index] })
  }
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
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no identity but its place
        <View key={index} className="lessons__option">
          <View
            className={`lessons__letter ${key.includes(index) ? 'lessons__letter--on' : ''}`}
            onClick={() => mark(index)}
            {...aria({
              role: kind === 'multiple' ? 'checkbox' : 'radio',
              checked: key.includes(index),
              label: `${optionLetter(index)} 是正确的`,
            })}
          >
            {optionLetter(index)}
          </View>
          <View className="l-grow">
            {kind === 'judge' ? (
              <View className="t-p">{option}</View>
            ) : (
              <TextLine
                value={option}
                onChange={(text) => set({ options: options.map((old, at) => (at === index ? text : old)) })}
                label={`检查题选项 ${optionLetter(index)}`}
                hint={index < 2 ? '写一个选项' : '可以不写'}
                most={80}
              />
            )}
          </View>
        </View>
      ))}
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
