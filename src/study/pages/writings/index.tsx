import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import { StateView } from '@/components/state-view/state-view'
import { stateWords } from '../../writing-words.shared'
import { useWritings } from './use-writings'
import { WritingCard } from './writing-card'
import './index.scss'

type Kind = 'notes' | 'reflections'
const kinds = [
  { value: 'notes', text: '学习笔记' },
  { value: 'reflections', text: '心得体会' },
] as const

const waitingState = { name: '待上传', tone: 'wait' } as const

/** 笔记和心得: what one has written oneself, latest first. */
export default function WritingsPage() {
  const [kind, setKind] = useState<Kind>('notes')
  const { notes, older, reflections, noteRows, reflectionRows } = useWritings()
  const read = kind === 'notes' ? notes : reflections
  const rows = kind === 'notes' ? noteRows : reflectionRows
  // what waits on the phone is shown although the server's answer is not there
  const shell = rows.length > 0 && read.data === null ? undefined : read
  return (
    <Page title="笔记和心得" read={shell}>
      <Segmented options={kinds} value={kind} onChange={setKind} />
      {kind === 'notes' &&
        noteRows.map((row) => (
          <WritingCard
            key={row.lessonId}
            title={row.title}
            text={row.text}
            at={row.updatedAt}
            state={row.waiting ? waitingState : undefined}
            onOpen={() => goTo({ page: 'lesson', lessonId: row.lessonId })}
          />
        ))}
      {kind === 'notes' && older.error && <Notice icon="offline">{older.error.message}</Notice>}
      {kind === 'notes' && older.hasMore && (
        <Button kind="plain" busy={older.loading} onClick={() => void older.more()}>
          {older.loading ? '正在打开' : '看更早的'}
        </Button>
      )}
      {kind === 'reflections' &&
        reflectionRows.map(({ about, title, text, writtenAt, state }) => (
          <WritingCard
            key={`${about.kind}.${about.id}`}
            title={title}
            text={text}
            at={writtenAt}
            state={state === 'waiting' ? waitingState : stateWords[state]}
            onOpen={() => goTo({ page: 'reflect', kind: about.kind, id: about.id, title })}
          />
        ))}
      {rows.length === 0 && (
        <Card>
          {kind === 'notes' ? (
            <StateView
              icon="empty"
              title="还没有笔记"
              hint="学微党课时点右上角的“笔记”，想到什么记什么，只有您自己看得到。"
            />
          ) : (
            <StateView icon="empty" title="还没有心得" hint="学完微党课或参加主题党日后，可以写几句体会交给支部。" />
          )}
        </Card>
      )}
    </Page>
  )
}
