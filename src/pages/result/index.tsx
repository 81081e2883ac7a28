import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goHome, goInstead } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import type { Result } from '@/contracts/quiz'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { Question } from './question'
import { countsWords } from './result.shared'
import { useResult } from './use-result'
import { Waiting } from './waiting'
import './index.scss'

/** The result of an attempt, or that it still waits to be sent. */
export default function ResultPage() {
  const { attemptId = '' } = useRouter<{ attemptId: string }>().params
  const outbox = useOutboxState()
  const parcel = outbox.parcels.find(({ key }) => key === `submitPaper:${attemptId}`)
  return parcel ? <Waiting parcel={parcel} /> : <Graded attemptId={attemptId} />
}

function Graded({ attemptId }: { attemptId: string }) {
  const { read, result, questions, missed, onlyMissed, switchFilter } = useResult(attemptId)
  const foot = result && (
    <View className="l-cols">
      {missed > 0 && missed < result.items.length && (
        <Button kind="quiet" onClick={switchFilter}>
          {onlyMissed ? '看全部' : '只看错题'}
        </Button>
      )}
      {result.attemptsLeft > 0 && result.score < result.maxScore ? (
        <Button onClick={() => goInstead({ page: 'quiz', quizId: result.quizId })}>再答一次</Button>
      ) : (
        <Button onClick={goHome}>回首页</Button>
      )}
    </View>
  )
  return (
    <Page title="答题结果" read={read} foot={foot}>
      {result && <Score result={result} />}
      {onlyMissed && <View className="t-h3">没有全对的 {missed} 题</View>}
      {questions.map((question) => (
        <Question key={question.item.questionId} {...question} />
      ))}
    </Page>
  )
}

function Score({ result }: { result: Result }) {
  const { title, number, score, passed, passMark, counts, attemptsLeft } = result
  return (
    <Card className="result__top">
      <View className="t-s">
        <Text className="t-whole">{title}，</Text>
        <Text className="t-whole">第 {number} 次</Text>
      </View>
      <View className="result__score">
        {score}
        <View className="result__unit">分</View>
      </View>
      <Tag tone={passed ? 'ok' : 'wait'}>{passed ? '已通过，已计入参与' : `不到 ${passMark} 分，已计入参与`}</Tag>
      <View className="t-s result__counts">{countsWords(counts)}</View>
      {attemptsLeft > 0 && <View className="t-xs">还可再答 {attemptsLeft} 次</View>}
    </Card>
  )
}
