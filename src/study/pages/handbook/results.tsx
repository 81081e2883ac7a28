import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { StateView } from '@/components/state-view/state-view'
import { sourceWords } from '@/components/words/kind.shared'
import type { HandbookItem } from '@/contracts/handbook'
import type { Book } from '../../book/book.shared'
import { Marked } from './marked'
import { whereFound } from './results.shared'

const PAGE = 20

interface ResultsProps {
  book: Book
  terms: readonly string[]
  /** Ids, best first. */
  found: readonly string[]
}

/** What the search found, with the words marked. */
export function Results({ book, terms, found }: ResultsProps) {
  const [shown, setShown] = useState(PAGE)
  if (found.length === 0) {
    return <StateView icon="search" title="没有找到" hint="换个说法，或者少打几个字试试，比如“预备期”“党费”。" />
  }
  return (
    <>
      <View className="t-s handbook__heading" {...aria({ role: 'status' })}>
        找到 {found.length} 题
      </View>
      <Card kind="list">
        {found.slice(0, shown).map((id) => {
          const item = book.items.get(id)
          return item && <ResultRow key={id} item={item} terms={terms} />
        })}
      </Card>
      {found.length > shown && (
        <Button kind="plain" onClick={() => setShown(shown + PAGE)}>
          再看 {Math.min(PAGE, found.length - shown)} 题
        </Button>
      )}
    </>
  )
}

function ResultRow({ item, terms }: { item: HandbookItem; terms: readonly string[] }) {
  const where = whereFound(item, terms)
  return (
    <View
      className="result-row"
      hoverClass="row--pressed"
      onClick={() => goTo({ page: 'handbook', question: item.id })}
      {...aria({ role: 'button', label: item.stem })}
    >
      <View className="t-h3 result-row__stem">
        <Marked text={item.stem} terms={terms} />
      </View>
      {where && (
        <View className="t-s">
          {where.name}：<Marked text={where.text} terms={terms} />
        </View>
      )}
      <View className="t-xs result-row__source">
        <Marked text={sourceWords(item.source)} terms={terms} />
      </View>
    </View>
  )
}
