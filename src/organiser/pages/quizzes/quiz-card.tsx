import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { Phrases } from '@/components/phrases/phrases'
import { Tag } from '@/components/tag/tag'
import { quizModeWords } from '@/components/words/kind.shared'
import type { QuizDeskRow } from '@/contracts/plan'
import { Pieces } from '../../components/pieces/pieces'
import { peopleWords, rowNotes, shareOf, stateTag } from '../../components/quiz-words.shared'

/** A published quiz: what it is, until when, and how many have taken part. */
export function QuizCard({ row, orgName, now }: { row: QuizDeskRow; orgName: string; now: number }) {
  const { text, tone } = stateTag(row)
  const share = shareOf(row)
  return (
    <Card
      className="quizzes__card"
      onClick={() => goTo({ page: 'quiz-desk', quizId: row.id })}
      label={`${row.title}，${text}，${peopleWords(row)}`}
    >
      <View className="l-ends">
        <View className="t-h3 l-grow">
          <Phrases title={row.title} />
        </View>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <View className="t-s quizzes__note">
        <Pieces of={[quizModeWords[row.mode], `${row.questions} 题`, ...rowNotes(row, orgName, now)]} />
      </View>
      {share !== null && <Bar parts={[{ fraction: share }]} />}
      <View className="t-s quizzes__people">{peopleWords(row)}</View>
    </Card>
  )
}
