import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { goBack, goInstead } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import type { Book } from '../../book/book.shared'
import { useBook } from '../../book/use-book'
import { type PracticeOf, practiceTitles, roundOf } from './practice.shared'
import { RoundView } from './round-view'
import './index.scss'

const kinds: readonly string[] = Object.keys(practiceTitles)
const isKind = (of: string | undefined): of is PracticeOf => of !== undefined && kinds.includes(of)

/** Practising with the handbook: what is due, what went wrong, a chapter or new questions. Study, not a quiz: it makes no mark. */
export default function PractisePage() {
  const { of: asked, chapter } = useRouter<{ of?: string; chapter?: string }>().params
  const of = isKind(asked) ? asked : 'due'
  const { read, book, refresh } = useBook()
  if (!book) return <Page title={practiceTitles[of]} read={read} />
  return <Rounds of={of} chapterId={chapter} book={book} refresh={refresh} />
}

interface RoundsProps {
  of: PracticeOf
  chapterId: string | undefined
  book: Book
  refresh: () => void
}

/** One round after the other: each is put together when it begins, and does not change under one's hands. */
function Rounds({ of, chapterId, book, refresh }: RoundsProps) {
  const [turn, setTurn] = useState(0)
  const begun = useRef<{ turn: number; ids: string[] } | null>(null)
  if (begun.current?.turn !== turn || begun.current.ids.length === 0) {
    begun.current = { turn, ids: roundOf(book, of, chapterId) }
  }
  const { ids } = begun.current
  if (ids.length === 0) return <Nothing of={of} book={book} />
  return (
    <RoundView
      key={turn}
      of={of}
      book={book}
      ids={ids}
      onOver={refresh}
      onAgain={() => setTurn(turn + 1)}
      isMore={() => roundOf(book, of, chapterId).length > 0}
    />
  )
}

const nothing: Readonly<Record<PracticeOf, { title: string; hint: string }>> = {
  due: { title: '今天没有要复习的', hint: '答过的题快忘时，会出现在这里。想多学一点，可以看看新题。' },
  wrong: { title: '错题本是空的', hint: '练习时答错的题会放进来，两天都答对就移出去。' },
  chapter: { title: '没有找到这一章', hint: '它可能已经换掉了，可以回到手册里另选一章。' },
  new: { title: '今天的新题学完了', hint: '一天几道就够，贪多记不住。想接着练，可以在手册里选一章。' },
}

function Nothing({ of, book }: { of: PracticeOf; book: Book }) {
  const fresh = of === 'due' && book.portion.fresh.length > 0
  return (
    <Page title={practiceTitles[of]}>
      <StateView
        icon={of === 'chapter' ? 'search' : 'check'}
        {...nothing[of]}
        action={fresh ? `学 ${book.portion.fresh.length} 道新题` : '看手册'}
        onAction={() => goInstead(fresh ? { page: 'practise', of: 'new' } : { page: 'handbook' })}
        other="返回"
        onOther={goBack}
      />
    </Page>
  )
}
