import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { type Book, type BookChapter, countsWords } from '../../book/book.shared'
import { MasteryBar } from '../../book/mastery-bar'
import { Results } from './results'
import { SearchBox } from './search-box'
import { Today } from './today'
import { useSearch } from './use-search'

/** The contents: the search, what is for today, and the chapters with how far one is. */
export function Contents({ book }: { book: Book }) {
  const items = useMemo(() => [...book.items.values()], [book.items])
  const { terms, found, search } = useSearch(items)
  return (
    <>
      <SearchBox onChange={search} />
      {terms.length > 0 ? (
        <Results book={book} terms={terms} found={found} />
      ) : (
        <>
          <Today book={book} />
          <Standing book={book} />
          <View className="t-s handbook__heading">分章，共 {book.chapters.length} 部文件</View>
          <Card kind="list">
            {book.chapters.map((chapter) => (
              <ChapterRow key={chapter.id} chapter={chapter} />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

/** How far one is with the whole book; what counts as mastered is told on a tap. */
function Standing({ book }: { book: Book }) {
  const [told, setTold] = useState(false)
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">全书 {book.order.length} 题</View>
        <View className="handbook__what t-s" onClick={() => setTold(!told)} {...aria({ role: 'button' })}>
          怎样算掌握？
        </View>
      </View>
      <View className="handbook__bar">
        <MasteryBar counts={book.counts} size="thick" />
      </View>
      <View className="handbook__legend t-s">
        <Legend tone="ok" text={`掌握 ${book.counts.mastered}`} />
        <Legend tone="gold" text={`在学 ${book.counts.learning}`} />
        <Legend tone="new" text={`没练过 ${book.counts.new}`} />
      </View>
      {told && (
        <View className="t-s handbook__told" {...aria({ role: 'status' })}>
          同一道题，隔了一星期以上还能有把握地答对，就算掌握；答错一次，就回到在学。只有您自己看得到，不计分、不排名。
        </View>
      )}
    </Card>
  )
}

const Legend = ({ tone, text }: { tone: 'ok' | 'gold' | 'new'; text: string }) => (
  <View className="handbook__key">
    <View className={`handbook__dot handbook__dot--${tone}`} />
    {text}
  </View>
)

function ChapterRow({ chapter }: { chapter: BookChapter }) {
  const { id, title, items, counts } = chapter
  return (
    <View
      className="chapter-row"
      hoverClass="row--pressed"
      onClick={() => goTo({ page: 'handbook', chapter: id })}
      {...aria({ role: 'button', label: `${title}，${items.length} 题，${countsWords(counts)}` })}
    >
      <View className="l-ends">
        <View className="t-h3 chapter-row__title">{title}</View>
        <View className="t-s">{items.length} 题</View>
      </View>
      <View className="chapter-row__bar">
        <MasteryBar counts={counts} />
      </View>
      <View className="t-xs">{countsWords(counts)}</View>
    </View>
  )
}
