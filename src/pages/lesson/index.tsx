import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Block } from './block'
import { CheckCard } from './check-card'
import { DoneCard } from './done-card'
import { LessonFoot } from './lesson-foot'
import { LessonHead } from './lesson-head'
import { NoteSheet } from './note-sheet'
import { useLesson } from './use-lesson'
import { useNote } from './use-note'
import { usePlace } from './use-place'
import './index.scss'

/** A micro-lesson: its blocks one after the other, and one question at the end. */
export default function LessonPage() {
  const { lessonId = '' } = useRouter<{ lessonId: string }>().params
  const { read, lesson, chosen, check, waiting, choose, answer } = useLesson(lessonId)
  const { place, resumedAt, go } = usePlace(lessonId, lesson?.blocks.length ?? null)
  const note = useNote(lessonId, lesson?.title ?? '', lesson?.note)
  const [writing, setWriting] = useState(false)

  const right = check.phase === 'right' ? check.answer : null
  const completedAt = right?.completedAt ?? lesson?.completedAt ?? null
  const completed = completedAt !== null
  const { at, reached } = place
  const block = lesson?.blocks[at]
  const foot = lesson && (
    <LessonFoot
      at={at}
      blocks={lesson.blocks.length}
      completed={completed}
      mayCheck={reached >= lesson.blocks.length}
      chosen={chosen.length}
      check={check}
      onGo={go}
      onAnswer={() => void answer()}
    />
  )
  return (
    <Page
      title="微党课"
      read={read}
      foot={foot}
      over={writing && <NoteSheet note={note} onClose={() => setWriting(false)} />}
    >
      {lesson && (
        <>
          <LessonHead lesson={lesson} at={at} completed={completed} onNote={() => setWriting(true)} />
          {note.problem && !writing && (
            <Notice tone="red" action="看笔记" onAction={() => setWriting(true)}>
              笔记没有存上：{note.problem}
            </Notice>
          )}
          {note.waiting && !note.stored && !writing && (
            <Notice tone="red" icon="alert">
              手机存储满了，笔记还没存下。请先别关小程序，连上网就保存。
            </Notice>
          )}
          {resumedAt !== null && resumedAt === at && (
            <Notice tone="grey" action="从头看" onAction={() => go(0)}>
              上次看到这里，接着看
            </Notice>
          )}
          {block && <Block key={at} lessonId={lessonId} at={at} block={block} />}
          {!block && completedAt === null && (
            <CheckCard lesson={lesson} chosen={chosen} check={check} waiting={waiting} onChoose={choose} onRead={go} />
          )}
          {!block && completedAt !== null && (
            <DoneCard lesson={lesson} completedAt={completedAt} why={right ?? undefined} />
          )}
        </>
      )}
    </Page>
  )
}
