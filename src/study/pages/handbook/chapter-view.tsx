import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import { questionKindWords } from '@/components/words/kind.shared'
import { isInWrongBook, masteryOf } from '@/domain/handbook'
import { type Book, type BookChapter, countsWords } from '../../book/book.shared'
import { MasteryBar } from '../../book/mastery-bar'

const PAGE = 40

/** A chapter: the questions of one document, to be read or practised. */
export function ChapterView({ book, chapter }: { book: Book; chapter: BookChapter }) {
  const [shown, setShown] = useState(PAGE)
  const { id, title, items, counts } = chapter
  return (
    <>
      <Card>
        <View className="t-h2">{title}</View>
        <View className="handbook__bar">
          <MasteryBar counts={counts} size="thick" />
        </View>
        <View className="t-s">
          {items.length} 题：{countsWords(counts)}
        </View>
        <Button className="chapter__practise" onClick={() => goTo({ page: 'practise', of: 'chapter', chapter: id })}>
          练这一章
        </Button>
      </Card>
      <Card kind="list">
        {items.slice(0, shown).map((item, index) => (
          <ListRow
            key={item.id}
            title={`${index + 1}. ${item.stem.replace(/_{2,}/g, ' ＿＿ ')}`}
            note={questionKindWords[item.kind].name}
            end={<Standing book={book} id={item.id} />}
            onClick={() => goTo({ page: 'handbook', question: item.id })}
          />
        ))}
      </Card>
      {items.length > shown && (
        <Button kind="plain" onClick={() => setShown(shown + PAGE)}>
          再看 {Math.min(PAGE, items.length - shown)} 题
        </Button>
      )}
    </>
  )
}

/** Where one stands with a question, in a word. */
export function Standing({ book, id }: { book: Book; id: string }) {
  const history = book.histories.get(id)
  if (isInWrongBook(history)) return <Tag tone="red">错题</Tag>
  const mastery = masteryOf(history)
  if (mastery === 'new') return <Tag tone="grey">没练过</Tag>
  return mastery === 'mastered' ? <Tag tone="ok">掌握</Tag> : <Tag tone="gold">在学</Tag>
}
