import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goHome, goInstead, goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import type { Result } from '@/contracts/quiz'
import { Question } from './question'
import { correctedLines, regradedWords, unreleasedWords } from './result.shared'
import { Score } from './score'
import { useResult } from './use-result'

/** A graded attempt: the marks, and of each question why. */
export function Graded({ attemptId, timeUp }: { attemptId: string; timeUp: boolean }) {
  const view = useResult(attemptId)
  const { read, result, now, questions, more, missed, onlyMissed } = view
  const unreleased = result && unreleasedWords(result, now)
  const regraded = result && regradedWords(result, now)
  const foot = result && (
    <View className="l-cols">
      {missed > 0 && missed < result.items.length && (
        <Button kind="quiet" onClick={view.switchFilter}>
          {onlyMissed ? '看全部' : '只看错题'}
        </Button>
      )}
      <Next result={result} />
    </View>
  )
  return (
    <Page title="答题结果" read={read} foot={foot}>
      {result && (
        <>
          {timeUp && <Notice icon="clock">时间到了，答过的已经替您交卷。</Notice>}
          <Score result={result} now={now} />
          {regraded && (
            <Notice icon="alert">
              {regraded}
              {correctedLines(result).map((line) => (
                <View key={line}>{line}</View>
              ))}
            </Notice>
          )}
          {unreleased && (
            <Notice tone="grey" icon="clock">
              {unreleased}
            </Notice>
          )}
          {onlyMissed && <View className="t-h3">没有全对的 {missed} 题</View>}
          {questions.map((question) => (
            <Question key={question.item.questionId} {...question} />
          ))}
          {more > 0 && (
            <Button kind="plain" onClick={view.showMore}>
              再看 {more} 题
            </Button>
          )}
          {result.lessons.length > 0 && (
            <Card kind="list">
              {result.lessons.map(({ id, title }) => (
                <ListRow
                  key={id}
                  icon="book"
                  tone="gold"
                  title={title}
                  note="微党课，讲的正是没答对的内容"
                  onClick={() => goTo({ page: 'lesson', lessonId: id })}
                />
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}

/** The one thing to do next: once more, learn what was missed, or home. */
function Next({ result }: { result: Result }) {
  const { attemptsLeft, score, maxScore, quizId, lessons, mode } = result
  const [lesson] = lessons
  if (attemptsLeft > 0 && score < maxScore && mode !== 'daily') {
    return <Button onClick={() => goInstead({ page: 'quiz', quizId })}>再答一次</Button>
  }
  if (lesson) return <Button onClick={() => goTo({ page: 'lesson', lessonId: lesson.id })}>学相关微党课</Button>
  return <Button onClick={goHome}>回首页</Button>
}
