import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Tag } from '@/components/tag/tag'
import { MOST_OWN, type OwnQuestion } from '@/contracts/plan'
import { problemOf } from '@/domain/quiz/making'
import { kindNames, ownProblemWords } from './make.shared'

interface OwnCardProps {
  own: readonly OwnQuestion[]
  onEdit: (question: OwnQuestion) => void
  onAdd: () => void
}

/** The questions that the maker wrote; they stay in this quiz. */
export function OwnCard({ own, onEdit, onAdd }: OwnCardProps) {
  return (
    <Card kind="list">
      <View className="l-ends make__head">
        <View className="t-h2">自己写的题</View>
        <View className="t-s">{own.length > 0 ? `${own.length} 道` : '可以不写'}</View>
      </View>
      {own.map((question) => {
        const problem = problemOf(question)
        return (
          <ListRow
            key={question.id}
            title={question.stem || '还没有写题目'}
            note={<View className={problem ? 't-red' : ''}>{problem ? ownProblemWords[problem] : '写好了'}</View>}
            end={<Tag tone="grey">{kindNames[question.kind]}</Tag>}
            onClick={() => onEdit(question)}
          />
        )
      })}
      <View className="make__foot">
        <Button kind="quiet" disabled={own.length >= MOST_OWN} onClick={onAdd}>
          写一道
        </Button>
      </View>
    </Card>
  )
}
