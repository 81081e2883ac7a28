import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import type { Book } from '../../book/book.shared'

/** What is for today: the questions that are about to be forgotten, some new ones, and those that went wrong. No more than a few minutes of it. */
export function Today({ book }: { book: Book }) {
  const { due, fresh } = book.portion
  const begun = book.histories.size > 0
  return (
    <>
      {due.length > 0 && (
        <Card kind="hero">
          <View className="handbook__lead">快要忘的，先看一眼</View>
          <View className="handbook__main">今天复习 {due.length} 题</View>
          <Button kind="onRed" onClick={() => goTo({ page: 'practise', of: 'due' })}>
            开始复习
          </Button>
        </Card>
      )}
      <Card kind="list">
        {due.length === 0 && begun && (
          <ListRow icon="check" tone="ok" title="今天没有要复习的" note={nextWords(book)} />
        )}
        {fresh.length > 0 && (
          <ListRow
            icon="pencil"
            title={begun ? `学 ${fresh.length} 道新题` : `从 ${fresh.length} 道新题开始`}
            note="答完马上看解析，快忘时再提醒您"
            onClick={() => goTo({ page: 'practise', of: 'new' })}
          />
        )}
        <ListRow
          icon="list"
          tone="gold"
          title="错题本"
          note={book.wrong.length > 0 ? `${book.wrong.length} 题，两天都答对就移出` : '还没有错题'}
          onClick={() => goTo({ page: 'practise', of: 'wrong' })}
        />
      </Card>
    </>
  )
}

/** When the next questions come due. */
function nextWords({ next, today }: Book): string {
  const first = next[0]
  if (first === undefined) return '答过的题，快忘时会出现在这里'
  const days = first - today
  if (days <= 1) return `明天有 ${next.filter((day) => day <= today + 1).length} 题要复习`
  return `${days} 天后再来复习就好`
}
