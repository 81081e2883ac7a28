import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import type { OwnQuestion } from '@/contracts/plan'
import { JUDGE_OPTIONS, problemOf } from '@/domain/quiz/making'
import { Field } from '../../components/form/field'
import { OptionFields } from '../../components/form/option-fields'
import { kindNames, ownProblemWords } from './make.shared'

interface OwnSheetProps {
  question: OwnQuestion
  onDone: (question: OwnQuestion) => void
  onRemove: () => void
  onClose: () => void
}

const kinds = (Object.keys(kindNames) as OwnQuestion['kind'][]).map((value) => ({ value, text: kindNames[value] }))

/** Options, keys and texts that a question of another kind begins with. */
function asKind(question: OwnQuestion, kind: OwnQuestion['kind']): OwnQuestion {
  const clean = { ...question, kind, key: [], accepted: [] }
  if (kind === 'fill') return { ...clean, options: [], accepted: [''] }
  if (kind === 'judge') return { ...clean, options: [...JUDGE_OPTIONS] }
  const keeps = question.kind === 'single' || question.kind === 'multiple'
  return { ...clean, options: keeps ? question.options : ['', '', '', ''] }
}

/** A question that the maker writes: stem, options with the right ones marked, explanation and where it comes from. */
export function OwnSheet({ question: before, onDone, onRemove, onClose }: OwnSheetProps) {
  const [question, setQuestion] = useState(before)
  const set = (change: Partial<OwnQuestion>) => setQuestion((old) => ({ ...old, ...change }))
  const { kind, stem, options, key, accepted, explanation, source } = question
  const done = { ...question, options: options.filter((option, index) => option.trim() !== '' || key.includes(index)) }
  const problem = problemOf(kind === 'single' || kind === 'multiple' ? withoutBlanks(question) : done)
  const foot = (
    <View>
      <View className="t-s make__lacks" {...aria({ role: 'status' })}>
        {problem === null ? '这道题写好了' : ownProblemWords[problem]}
      </View>
      <View className="l-cols">
        <Button kind="plain" onClick={onRemove}>
          删除
        </Button>
        <Button onClick={() => onDone(withoutBlanks(question))}>{problem === null ? '好了' : '先存着'}</Button>
      </View>
    </View>
  )
  return (
    <Sheet title="自己写一道" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Segmented options={kinds} value={kind} onChange={(next) => setQuestion(asKind(question, next))} />
        <TextBox
          value={stem}
          onChange={(text) => set({ stem: text })}
          label="题目"
          hint={kind === 'fill' ? '题目，空的地方写 ____' : '题目'}
          most={200}
        />
        {kind === 'fill' && (
          <TextLine
            value={accepted[0] ?? ''}
            onChange={(text) => set({ accepted: [text] })}
            label="空里的答案"
            hint="空里的答案"
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
        <TextBox
          value={explanation}
          onChange={(text) => set({ explanation: text })}
          label="解析"
          hint="解析：为什么是这个答案"
          most={300}
        />
        <Field name="依据" note="党员看结果时会看到，必须写。">
          <View className="l-stack">
            <TextLine
              value={source.document}
              onChange={(document) => set({ source: { ...source, document } })}
              label="依据的文件"
              hint="文件名"
              most={60}
            />
            <TextLine
              value={source.article}
              onChange={(article) => set({ source: { ...source, article } })}
              label="依据的条款"
              hint="第几条、第几节"
              most={40}
            />
          </View>
        </Field>
      </View>
    </Sheet>
  )
}

/** Options that were left empty go, and the marks move with those that stay. */
function withoutBlanks(question: OwnQuestion): OwnQuestion {
  const kept = question.options.flatMap((option, index) => (option.trim() === '' ? [] : [index]))
  return {
    ...question,
    options: kept.map((index) => question.options[index] ?? ''),
    key: question.key.flatMap((index) => (kept.includes(index) ? [kept.indexOf(index)] : [])),
  }
}
