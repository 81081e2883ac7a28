import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Phrases } from '@/components/phrases/phrases'
import { Tag } from '@/components/tag/tag'
import { partialRuleWords } from '@/components/words/kind.shared'
import { clockWords, untilWords, whenWords } from '@/components/words/when.shared'
import { dayOf } from '@/domain/time/day'
import { Pieces } from '../../components/pieces/pieces'
import { PreviewSheet } from '../../components/quiz-preview/preview-sheet'
import { peopleWords, shareOf, stateTag } from '../../components/quiz-words.shared'
import { dealtWords, howWords } from './desk.shared'
import { CloseSheet, ExtendSheet } from './desk-sheets'
import { QuestionsCard } from './questions-card'
import { useDesk } from './use-desk'
import './index.scss'

const releases = { atOnce: '交卷就能看', afterClose: '截止以后看', never: '不公布' } as const

/** A published quiz: how many have taken part, and what can be done with it. */
export default function QuizDeskPage() {
  const { quizId = '' } = useRouter<{ quizId?: string }>().params
  const { read, busy, problem, close, reopen, extend, withdraw } = useDesk(quizId)
  const [over, setOver] = useState<'close' | 'extend' | 'preview' | null>(null)
  const desk = read.data
  const shut = () => setOver(null)
  const sheet = desk && over && (
    <>
      {over === 'close' && (
        <CloseSheet desk={desk} busy={busy === 'close'} onClose={shut} onDone={() => void close().then(shut)} />
      )}
      {over === 'extend' && (
        <ExtendSheet
          desk={desk}
          busy={busy === 'extend'}
          onClose={shut}
          onDone={(closesAt) => void extend(closesAt, desk.row.closesAt).then(shut)}
        />
      )}
      {over === 'preview' && <PreviewSheet of={{ type: 'quiz', quizId }} onClose={shut} />}
    </>
  )
  if (!desk) return <Page title="这次答题" read={read} />
  const { row, now } = desk
  const state = stateTag(row)
  const share = shareOf(row)
  const period = { from: dayOf(row.opensAt), to: dayOf(Math.min(now, row.closesAt)) }
  return (
    <Page title="这次答题" read={read} over={sheet}>
      <Card>
        <View className="l-ends">
          <View className="t-h2 l-grow">
            <Phrases title={row.title} />
          </View>
          <Tag tone={state.tone}>{state.text}</Tag>
        </View>
        <View className="t-s">
          <Pieces of={[row.orgName, `${whenWords(row.opensAt, now)} 开始`, `${untilWords(row.closesAt, now)} 截止`]} />
        </View>
        <View className="t-h3 desk__people">{peopleWords(row)}</View>
        {share !== null && <Bar parts={[{ fraction: share }]} size="thick" />}
      </Card>
      {desk.reopenUntil !== null && (
        <Notice action="撤销" onAction={() => void reopen()}>
          已提前截止，{clockWords(desk.reopenUntil)} 前可以撤销
        </Notice>
      )}
      {desk.canWithdraw && (
        <Notice
          tone="ok"
          icon="check"
          action={busy === 'withdraw' ? '正在收回…' : '收回来改'}
          onAction={() => void withdraw(row.orgId)}
        >
          已发布，还没有人开始答
        </Notice>
      )}
      <Fault words={problem} />
      <Card kind="list">
        {row.people !== null && row.state !== 'notOpen' && (
          <ListRow
            icon="people"
            title="谁参加了，谁还没有"
            note="到名单里看，也可以提醒"
            onClick={() => goTo({ page: 'activity', kind: 'quiz', id: row.id, orgId: row.orgId, ...period })}
          />
        )}
        <ListRow
          icon="quiz"
          title="试题分析"
          note="哪道题难，哪道题可能有问题"
          onClick={() => goTo({ page: 'analysis', quizId, orgId: row.orgId })}
        />
        <ListRow icon="pages" title="看一份答卷" note="和党员看到的一样" onClick={() => setOver('preview')} />
      </Card>
      <Card className="l-stack">
        <View className="t-h2">怎么答的</View>
        <View className="t-p">
          {dealtWords(row)}；{howWords(desk)}。
        </View>
        <View className="t-s">
          每题 {desk.pointsEach} 分，{desk.passMark} 分及格；多选{partialRuleWords[desk.partial]}；答案
          {releases[desk.release]}。
        </View>
      </Card>
      <QuestionsCard questions={desk.questions} />
      {desk.canExtend && (
        <Button kind="quiet" onClick={() => setOver('extend')}>
          {row.state === 'closed' ? '延长，让没答的接着答' : '延长截止时间'}
        </Button>
      )}
      {desk.canClose && (
        <Button kind="plain" onClick={() => setOver('close')}>
          提前截止
        </Button>
      )}
    </Page>
  )
}
