import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { HandbookCard } from './handbook-card'
import { LessonList } from './lesson-list'
import { QuizList } from './quiz-list'
import { firstTrack, type Study } from './study.shared'
import './index.scss'

/** 学习: quizzes, the handbook, lessons by track, and what one has answered and written. */
export default function StudyPage() {
  const read = useRead<Study>({ name: cacheNames.study, load: learn.study })
  const study = read.data
  return (
    <Page title="学习" read={read} tab="study">
      {study && <StudyView study={study} at={read.at ?? Date.now()} />}
    </Page>
  )
}

/** @param at when the phone got it, by its own clock */
function StudyView({ study, at }: { study: Study; at: number }) {
  const [track, setTrack] = useState(() => firstTrack(study.lessons))
  const now = study.now + Math.max(0, Date.now() - at)
  return (
    <>
      <QuizList study={study} now={now} />
      <HandbookCard handbook={study.handbook} />
      <LessonList lessons={study.lessons} track={track} onTrack={setTrack} />
      <View>
        <View className="study__heading t-s">我的</View>
        <Card kind="list">
          <ListRow
            icon="history"
            tone="ok"
            title="我的答题"
            note="成绩和解析"
            onClick={() => goTo({ page: 'history' })}
          />
          <ListRow
            icon="pencil"
            tone="gold"
            title="笔记和心得"
            note="学习笔记只有您自己看得到"
            onClick={() => goTo({ page: 'writings' })}
          />
        </Card>
      </View>
    </>
  )
}
