import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Sheet } from '@/components/sheet/sheet'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { trackWords } from '@/components/words/kind.shared'
import { Pieces } from '../../components/pieces/pieces'
import { LessonSheet } from './lesson-sheet'
import { lessonNotes, lessonTags } from './lessons-desk.shared'
import { useLessons } from './use-lessons'
import './index.scss'

/** 微党课: what this organisation has published, what waits on the shelf, and writing a new one. */
export default function LessonsDeskPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const { read, form, busy, problem, said, clear, write, publish, move } = useLessons(orgId)
  const [over, setOver] = useState<string | null>(null)
  const desk = read.data
  const close = () => {
    clear()
    setOver(null)
  }
  const row = desk?.lessons.find(({ id }) => id === over)
  const act = (...step: Parameters<typeof move>) => void move(...step).then(() => setOver(null))
  const sheet = row ? (
    <Sheet title={row.title} onClose={close}>
      <View className="l-stack">
        <View className="t-p">{lessonNotes(row, desk?.now ?? 0).join('，')}。</View>
        {row.state !== 'published' && (
          <Button busy={busy === row.id} onClick={() => act(row, { type: 'now' }, '已发布，党员可以学了。')}>
            现在发布
          </Button>
        )}
        {row.canWithdraw && (
          <Button
            kind="plain"
            busy={busy === row.id}
            onClick={() => act(row, { type: 'shelf' }, '已收回，党员看不到了。')}
          >
            收回，先不发布
          </Button>
        )}
        {row.state === 'published' && (
          <View className="t-s">
            {row.canWithdraw ? '还没有人学完，可以收回。' : '已经有人学完，不能收回了。确有差错，请另发一门更正的课。'}
          </View>
        )}
      </View>
    </Sheet>
  ) : over === 'new' ? (
    <LessonSheet
      {...{ form, problem }}
      busy={busy === 'publish'}
      onWrite={write}
      onPublish={(lesson) => void publish(lesson).then((done) => done && setOver(null))}
      onClose={close}
    />
  ) : undefined
  return (
    <Page title="发布微党课" read={read} over={sheet} foot={<Button onClick={() => setOver('new')}>写一门课</Button>}>
      {desk && (
        <>
          <View className="t-h1" {...aria({ role: 'heading' })}>
            {desk.orgName}
          </View>
          {said && (
            <Notice tone="ok" icon="check" action={said.undo ? '收回' : undefined} onAction={said.undo}>
              {said.text}
            </Notice>
          )}
          <Fault words={sheet ? null : problem} />
          {desk.lessons.length === 0 && (
            <Card>
              <StateView icon="empty" title="还没有发过课" hint="写几段话、配一道检查题，就是一门微党课。" />
            </Card>
          )}
          {desk.lessons.length > 0 && (
            <Card kind="list">
              {desk.lessons.map((lesson) => (
                <ListRow
                  key={lesson.id}
                  title={lesson.title}
                  note={<Pieces of={[trackWords[lesson.track], ...lessonNotes(lesson, desk.now)]} />}
                  end={
                    lesson.state === 'published' ? undefined : (
                      <Tag tone={lessonTags[lesson.state].tone}>{lessonTags[lesson.state].text}</Tag>
                    )
                  }
                  onClick={() => setOver(lesson.id)}
                />
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
