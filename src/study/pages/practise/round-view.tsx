import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goBack } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Picture } from '@/components/picture/picture'
import type { Book } from '../../book/book.shared'
import { type PracticeOf, practiceTitles, roundWords, tomorrowWords } from './practice.shared'
import { QuestionView } from './question-view'
import { type Practice, usePractice } from './use-practice'

interface RoundViewProps {
  of: PracticeOf
  book: Book
  ids: readonly string[]
  onOver: () => void
  onAgain: () => void
  isMore: () => boolean
}

/** A round: one question at a time, and a calm end. */
export function RoundView({ of, book, ids, onOver, onAgain, isMore }: RoundViewProps) {
  const practice = usePractice(book, ids, onOver)
  const { round, item, over } = practice
  if (over || !item) return <End of={of} book={book} practice={practice} more={isMore()} onAgain={onAgain} />
  const count = round.queue.length
  return (
    <Page title={practiceTitles[of]} foot={<Foot practice={practice} />}>
      {!practice.stored && <Notice icon="alert">手机存储已满，刚才的练习没有存下。可以清理一下手机再来。</Notice>}
      <View className="practise__head">
        <View className="t-s practise__place">
          <View className="practise__at">{round.at + 1}</View>
          {` / ${count}`}
        </View>
        <View className="practise__bar">
          <Bar parts={[{ fraction: (round.at + 1) / count }]} />
        </View>
      </View>
      <QuestionView key={round.at} practice={practice} item={item} again={round.at >= ids.length} />
    </Page>
  )
}

function Foot({ practice: { verdict, ready, check, next } }: { practice: Practice }) {
  if (!verdict) {
    return (
      <Button disabled={!ready} onClick={check}>
        看对不对
      </Button>
    )
  }
  if (!verdict.right) return <Button onClick={() => next()}>下一题</Button>
  return (
    <View className="l-cols">
      <Button kind="plain" onClick={() => next('hard')}>
        有点吃力
      </Button>
      <Button onClick={() => next()}>记住了</Button>
    </View>
  )
}

interface EndProps {
  of: PracticeOf
  book: Book
  practice: Practice
  more: boolean
  onAgain: () => void
}

/** The end of a round: how it went, what comes tomorrow, and no reason to stay longer. */
function End({ of, book, practice, more, onAgain }: EndProps) {
  const tomorrow = tomorrowWords(book.next, book.today)
  const foot = (
    <View className="l-cols">
      {more && (
        <Button kind="plain" onClick={onAgain}>
          再练一组
        </Button>
      )}
      <Button onClick={goBack}>好了</Button>
    </View>
  )
  return (
    <Page title={practiceTitles[of]} foot={foot}>
      <Card className="practise__end">
        <Picture name="check" />
        <View className="t-h2 practise__done">{of === 'due' && !more ? '今天复习完了' : '这一组练完了'}</View>
        <View className="t-s">{roundWords(practice.round)}</View>
        {tomorrow && <View className="t-s">{tomorrow}</View>}
      </Card>
    </Page>
  )
}
