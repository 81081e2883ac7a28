import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { dueToday } from '@/services/handbook/due'
import type { Study } from './study.shared'

/** The handbook: reading, what is due, what went wrong. */
export function HandbookCard({ handbook }: { handbook: Study['handbook'] }) {
  const [due] = useState(dueToday)
  return (
    <View>
      <View className="study__heading t-s">百题手册</View>
      <Card kind="list">
        <ListRow
          icon="book"
          title="看手册、搜题目"
          note={`${handbook.questions} 题、${handbook.documents} 部文件，打开过就能离线看`}
          onClick={() => goTo({ page: 'handbook' })}
        />
        <ListRow
          icon="history"
          tone="ok"
          title={due !== null && due > 0 ? `今天复习 ${due} 题` : '今天复习'}
          note={due === 0 ? '今天没有要复习的，可以学几题新的' : '快要忘的，先看一眼'}
          onClick={() => goTo({ page: 'practise', of: 'due' })}
        />
        <ListRow
          icon="list"
          tone="gold"
          title="错题本"
          note="答错的都在这里，两天都答对就移出"
          onClick={() => goTo({ page: 'practise', of: 'wrong' })}
        />
      </Card>
    </View>
  )
}
