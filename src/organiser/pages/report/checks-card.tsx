import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Tag } from '@/components/tag/tag'
import type { ReportView } from './report.shared'

interface ChecksCardProps {
  view: Pick<ReportView, 'problems' | 'characters'>
  /** Opens a sentence; null: it cannot be changed now. */
  onSentence: ((id: string) => void) | null
}

/** What must be put right, and what is to be looked at, before it goes on. */
export function ChecksCard({ view: { problems, characters }, onSentence }: ChecksCardProps) {
  if (problems.length === 0) return <View className="t-s r-fine">检查通过，全文 {characters} 字</View>
  return (
    <Card kind="list">
      {problems.map(({ level, say, sentence, rule }) => (
        <ListRow
          key={`${rule}.${sentence ?? say}`}
          title={<View className="r-check">{say}</View>}
          end={<Tag tone={level === 'error' ? 'red' : 'wait'}>{level === 'error' ? '必须改' : '请核对'}</Tag>}
          onClick={onSentence && sentence !== undefined ? () => onSentence(sentence) : undefined}
        />
      ))}
    </Card>
  )
}
