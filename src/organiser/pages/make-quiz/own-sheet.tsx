import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import type { OwnQuestion } from '@/contracts/plan'
import { problemOf } from '@/domain/quiz/making'
import { AskSheet } from '../../components/form/ask-sheet'
import { Field } from '../../components/form/field'
import { OptionFields } from '../../components/form/option-fields'
import { withoutBlanks } from '../../components/form/options.shared'
import { SourceFields } from '../../components/form/source-fields'
import { BoxField, LineField } from '../../components/form/text-fields'
import { kindNames, ownProblemWords } from './make.shared'
import { asKind, isBlank, padded } from './own.shared'

interface OwnSheetProps {
  question: OwnQuestion
  /** At every keystroke, without the options that are empty. */
  onWrite: (question: OwnQuestion) => void
  onRemove: () => void
  onClose: () => void
}

const kinds = (Object.keys(kindNames) as OwnQuestion['kind'][]).map((value) => ({ value, text: kindNames[value] }))

/** A question that the maker writes: stem, options with the right ones marked, explanation and where it comes from. */
export function OwnSheet({ question: before, onWrite, onRemove, onClose }: OwnSheetProps) {
  const [question, setQuestion] = useState(() => padded(before))
  const [asking, setAsking] = useState(false)
  const write = (next: OwnQuestion) => {
    setQuestion(next)
    onWrite(withoutBlanks(next))
  }
  const set = (change: Partial<OwnQuestion>) => write({ ...question, ...change })
  const { kind, stem, options, key, accepted, explanation, source } = question
  const problem = problemOf(withoutBlanks(question))
  if (asking)
    return (
      <AskSheet title="删除这道题？" yes="删除" no="先不删" onYes={onRemove} onClose={() => setAsking(false)}>
        <View className="t-p">删除以后找不回来。</View>
      </AskSheet>
    )
  const foot = (
    <View>
      <View className="t-s make__lacks" {...aria({ role: 'status' })}>
        {problem === null ? '这道题写好了。' : `${ownProblemWords[problem]}。`}
      </View>
      <View className="l-cols">
        <Button kind="plain" onClick={() => (isBlank(question) ? onRemove() : setAsking(true))}>
          删除
        </Button>
        <Button onClick={onClose}>{problem === null ? '好了' : '先存着'}</Button>
      </View>
    </View>
  )
  return (
    <Sheet title="自己写一道" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Segmented options={kinds} value={kind} onChange={(next) => write(asKind(question, next))} />
        <BoxField
          name="题目"
          value={stem}
          onChange={(text) => set({ stem: text })}
          hint={kind === 'fill' ? '空的地方写四条下划线 ____' : '一句话问清楚'}
          most={200}
        />
        {kind === 'fill' && (
          <LineField
            name="空里的答案"
            value={accepted[0] ?? ''}
            onChange={(text) => set({ accepted: [text] })}
            hint="写最规范的一种"
            most={40}
          />
        )}
        {options.length > 0 && (
          <Field name="选项" note="点左边的字母，标出正确的。">
            <OptionFields
              kind={kind}
              options={options}
              marked={key}
              label="选项"
              onOptions={(next) => set({ options: next })}
              onMarked={(next) => set({ key: next })}
            />
          </Field>
        )}
        <BoxField
          name="解析"
          value={explanation}
          onChange={(text) => set({ explanation: text })}
          hint="为什么是这个答案"
          most={300}
        />
        <SourceFields
          of=""
          source={source}
          onChange={(next) => set({ source: next })}
          note="党员看结果时会看到，必须写。"
        />
      </View>
    </Sheet>
  )
}
