import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goBack, goInstead } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import { quizModeWords } from '@/components/words/kind.shared'
import { Facts } from './facts'
import type { useQuizPage } from './use-quiz-page'
import { useStart } from './use-start'

interface StartProps {
  quizId: string
  /** What became of an earlier paper. */
  note: string | null
  page: ReturnType<typeof useQuizPage>
}

/** What a quiz is about, before a paper of it is dealt. */
export function Start({ quizId, note, page }: StartProps) {
  const { read, row, facts, closed, underWay } = useStart(quizId, page.resume)
  const { asking, error, noRoom, begin, takeAlong } = page
  const lastAttempt = closed?.attemptId
  const foot = !row ? undefined : closed ? (
    <View className="l-cols">
      <Button kind="plain" onClick={goBack}>
        返回
      </Button>
      {lastAttempt && (
        <Button onClick={() => goInstead({ page: 'result', attemptId: lastAttempt })}>看上次的结果</Button>
      )}
    </View>
  ) : (
    <View className="l-stack">
      <Button busy={asking === 'begin' || asking === 'resume'} disabled={asking === 'along'} onClick={begin}>
        {asking === 'resume' ? '正在接着打开' : '开始答题'}
      </Button>
      <Button
        kind="quiet"
        busy={asking === 'along'}
        disabled={asking === 'begin' || asking === 'resume'}
        onClick={takeAlong}
      >
        先下载，没网时再答
      </Button>
    </View>
  )
  return (
    <Page title={row?.title ?? '答题'} read={{ ...read, stale: read.stale && error === null }} foot={foot}>
      {note && <Notice tone="grey">{note}</Notice>}
      {noRoom && <Notice tone="red">{noRoom}</Notice>}
      {error && (
        <Notice tone={error.code === 'OFFLINE' ? 'wait' : 'red'} icon={error.code === 'OFFLINE' ? 'offline' : 'alert'}>
          {error.code === 'OFFLINE' ? '现在连不上网，领不到题。连上网再点一次；出门前可以先下载好。' : error.message}
        </Notice>
      )}
      {underWay && (
        <Notice tone="grey" icon="clock">
          {underWay}
        </Notice>
      )}
      {row && (
        <Card>
          <Tag>{quizModeWords[row.mode]}</Tag>
          <View className="t-h1 start__title">{row.title}</View>
          <Facts facts={facts} />
        </Card>
      )}
      {closed ? (
        <Notice tone="grey">
          {closed.title}。{closed.hint}
        </Notice>
      ) : (
        row && (
          <View className="t-s start__hint">
            答过的每一题都先存在手机里。中途退出、没电、没网都不要紧，再打开接着答
            {row.minutes > 0 ? '，时间照常计' : ''}。
          </View>
        )
      )}
    </Page>
  )
}
