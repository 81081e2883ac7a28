import { useRouter } from '@tarojs/taro'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { useBook } from '../../book/use-book'
import { ChapterView } from './chapter-view'
import { Contents } from './contents'
import { ItemPage } from './item-page'
import './index.scss'

/** 百题手册: its contents and the search, a chapter, or a question with its answer. */
export default function HandbookPage() {
  const { chapter: chapterId, question } = useRouter<{ chapter?: string; question?: string }>().params
  const { read, book, stored } = useBook()
  if (book && question) return <ItemPage book={book} first={question} />
  const chapter = chapterId ? book?.chapters.find(({ id }) => id === chapterId) : undefined
  return (
    <Page title={chapter ? '手册 · 分章' : '百题手册'} read={read}>
      {!stored && <Notice icon="alert">手机存储快满了，手册没有存下，没网时可能打不开。可以清理一下手机再来。</Notice>}
      {book && book.order.length === 0 && (
        <StateView icon="book" title="手册还没有题目" hint="题目放进来后，会出现在这里。" />
      )}
      {book &&
        book.order.length > 0 &&
        (chapter ? <ChapterView book={book} chapter={chapter} /> : <Contents book={book} />)}
    </Page>
  )
}
