import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { Button } from '@/components/button/button'
import { goInstead } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import type { Book } from '../../book/book.shared'
import { ItemCard } from './item-card'

/** One question to read, and the way to its neighbours in the chapter. */
export function ItemPage({ book, first }: { book: Book; first: string }) {
  const [id, setId] = useState(first)
  const chapter = useMemo(() => book.chapters.find(({ items }) => items.some((one) => one.id === id)), [book, id])
  const item = book.items.get(id)
  if (!item || !chapter) {
    return (
      <Page title="百题手册">
        <StateView
          icon="search"
          title="手册里没有这道题"
          hint="它可能已经换掉了，可以回到手册里再找一找。"
          action="看手册"
          onAction={() => goInstead({ page: 'handbook' })}
        />
      </Page>
    )
  }
  const at = chapter.items.findIndex((one) => one.id === id)
  const go = (step: number) => {
    const next = chapter.items[at + step]
    if (next) setId(next.id)
  }
  const foot = (
    <View className="l-cols">
      <Button kind="plain" disabled={at === 0} onClick={() => go(-1)}>
        上一题
      </Button>
      <Button kind="plain" disabled={at === chapter.items.length - 1} onClick={() => go(1)}>
        下一题
      </Button>
    </View>
  )
  return (
    <Page title="百题手册" foot={foot}>
      <View className="t-s handbook__heading">
        {chapter.title} · 第 {at + 1} 题，共 {chapter.items.length} 题
      </View>
      <ItemCard key={id} book={book} item={item} />
    </Page>
  )
}
