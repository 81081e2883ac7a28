import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import type { RulePart } from '@/contracts/plan'
import { fits } from '@/domain/quiz/making'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { PickField } from '../../components/form/pick-field'
import { StepField } from '../../components/form/stepper'
import { type Bank, difficultyWords, kindNames, questionsOf, tagWords } from './make.shared'

interface PartSheetProps {
  bank: Bank
  part: RulePart
  onDone: (part: RulePart) => void
  /** Of one that is there already. */
  onRemove?: () => void
  onClose: () => void
}

const ANY = '-'
const any = { value: ANY, text: '不限' }
const kinds = [any, ...Object.entries(kindNames).map(([value, text]) => ({ value, text }))]
const difficulties = [any, ...Object.entries(difficultyWords).map(([value, text]) => ({ value, text }))]

/** One line of the rule: from which document, about what, of which kind, how hard, and how many. */
export function PartSheet({ bank, part: before, onDone, onRemove, onClose }: PartSheetProps) {
  const [part, setPart] = useState(before)
  const set = (change: Partial<RulePart>) => setPart((old) => ({ ...old, ...change }))
  const questions = questionsOf(bank)
  const tags = [...new Set(questions.flatMap((question) => question.tags))].sort()
  const fitting = questions.filter((question) => fits(question, part)).length
  const foot = (
    <View className={onRemove ? 'l-cols' : ''}>
      {onRemove && (
        <Button kind="plain" onClick={onRemove}>
          去掉这条
        </Button>
      )}
      <Button onClick={() => onDone(part)}>好了</Button>
    </View>
  )
  return (
    <Sheet title="选题规则" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Field name="从哪个文件">
          <PickField
            label="文件"
            options={[
              { value: ANY, text: '整本手册' },
              ...bank.chapters.map(({ id, title }) => ({ value: id, text: title })),
            ]}
            value={part.chapter ?? ANY}
            onChange={(value) => set({ chapter: value === ANY ? null : value })}
          />
        </Field>
        <Field name="关于什么">
          <PickField
            label="内容"
            options={[any, ...tags.map((tag) => ({ value: tag, text: tagWords(tag) }))]}
            value={part.tag ?? ANY}
            onChange={(value) => set({ tag: value === ANY ? null : value })}
          />
        </Field>
        <Field name="题型">
          <Chips
            options={kinds}
            value={[part.kind ?? ANY]}
            onPress={(value) => set({ kind: value === ANY ? null : (value as NonNullable<RulePart['kind']>) })}
          />
        </Field>
        <Field name="难度">
          <Chips
            options={difficulties}
            value={[String(part.difficulty ?? ANY)]}
            onPress={(value) => set({ difficulty: value === ANY ? null : (Number(value) as 1 | 2 | 3) })}
          />
        </Field>
        <StepField
          name="选几道"
          note={`手册里有 ${fitting} 道这样的题。`}
          value={part.count}
          least={1}
          most={100}
          unit=" 道"
          onChange={(count) => set({ count })}
        />
      </View>
    </Sheet>
  )
}
