import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Tag } from '@/components/tag/tag'
import { supplyOf } from '@/domain/quiz/making'
import { type Bank, type Content, partWords, questionsOf, supplyWords } from './make.shared'

interface RuleCardProps {
  bank: Bank
  parts: Content['parts']
  onEdit: (index: number) => void
  onAdd: () => void
}

/** The rule, line by line, with whether the handbook has enough. */
export function RuleCard({ bank, parts, onEdit, onAdd }: RuleCardProps) {
  const supply = supplyOf(questionsOf(bank), parts)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Card kind="list">
      <View className="l-ends make__head">
        <View className="t-h2">从手册选题</View>
        <View className="t-s">共 {total} 道</View>
      </View>
      {parts.map((part, index) => {
        const line = supply[index]
        const { text, enough } = supplyWords(line ?? { fitting: 0, short: part.count, shared: false })
        return (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of the rule has no identity but its place
            key={index}
            title={partWords(part, bank.chapters)}
            note={<View className={enough ? '' : 't-red'}>{text}</View>}
            end={<Tag tone={enough ? 'grey' : 'red'}>{part.count} 道</Tag>}
            onClick={() => onEdit(index)}
            label={`${partWords(part, bank.chapters)}，${part.count} 道，${text}，修改`}
          />
        )
      })}
      <View className="make__foot">
        <Button kind="quiet" disabled={parts.length >= 12} onClick={onAdd}>
          加一条规则
        </Button>
      </View>
    </Card>
  )
}

interface ChosenCardProps {
  bank: Bank
  chosen: readonly { questionId: string }[]
  busy: string | null
  onExchange: (questionId: string | null) => void
}

/** What was chosen, folded in; one can be exchanged, or all drawn anew. */
export function ChosenCard({ bank, chosen, busy, onExchange }: ChosenCardProps) {
  const [open, setOpen] = useState(false)
  const stems = new Map(bank.chapters.flatMap(({ questions }) => questions.map(({ id, stem }) => [id, stem] as const)))
  const recent = new Set(bank.recent)
  const again = chosen.filter(({ questionId }) => recent.has(questionId)).length
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <View className="t-h2">选出的题</View>
        <View className="t-s">{chosen.length} 道</View>
      </View>
      {again > 0 && <View className="t-s">其中 {again} 道上次考过，手册里没有更多合适的题了。</View>}
      {open &&
        chosen.map(({ questionId }, index) => (
          <View key={questionId} className="make__chosen">
            <View className="l-grow t-p">
              {index + 1}. {stems.get(questionId) ?? '这道题已从手册里撤下'}
            </View>
            <Button
              kind="quiet"
              size="small"
              busy={busy === questionId}
              label={`换掉第 ${index + 1} 题`}
              onClick={() => onExchange(questionId)}
            >
              换
            </Button>
          </View>
        ))}
      <View className="l-cols">
        <Button kind="plain" onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开看看'}
        </Button>
        <Button kind="quiet" busy={busy === 'all'} onClick={() => onExchange(null)}>
          重新抽
        </Button>
      </View>
    </Card>
  )
}
