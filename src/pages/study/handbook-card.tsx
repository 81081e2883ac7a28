import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import type { Study } from './study.shared'

/** The handbook: reading, what is due, what went wrong. */
export function HandbookCard({ handbook }: { handbook: Study['handbook'] }) {
  return (
    <View>
      <View className="study__heading t-s">百题手册</View>
      <Card kind="list">
        <ListRow
          icon="book"
          title="看手册、搜题目"
          note={`${handbook.questions} 题，出自 ${handbook.documents} 部文件；打开过就能离线看`}
          onClick={() => goTo({ page: 'handbook' })}
        />
        <ListRow
          icon="history"
          tone="ok"
          title="今天复习"
          note="快要忘的，先看一眼"
          onClick={() => goTo({ page: 'practise', of: 'due' })}
        />
        <ListRow
          icon="list"
          tone="gold"
          title="错题本"
          note="答错的都在这里，答对两次就移出"
          onClick={() => goTo({ page: 'practise', of: 'wrong' })}
        />
      </Card>
    </View>
  )
}
