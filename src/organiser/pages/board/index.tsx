import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { clockText } from '../../when.shared'
import { canOpen, canReopen } from './board.shared'
import { CloseSheet } from './close-sheet'
import { CodeCard } from './code-card'
import { FullCode } from './full-code'
import { NextCard } from './next-card'
import { TallyCard } from './tally-card'
import { useAwake } from './use-awake'
import { useBoard } from './use-board'
import { useTicks } from './use-ticks'
import './index.scss'

/** 主题党日签到: the secretary's phone. It shows the code of the moment and who has come; place and photo are not asked for. */
export default function BoardPage() {
  const { params } = useRouter()
  const themeDayId = params.themeDayId ?? ''
  const state = useBoard(themeDayId)
  const { board, busy, away, refusal } = state
  const [asking, setAsking] = useState(false)
  const [full, setFull] = useState(false)
  const isOpen = board?.status === 'open'
  const now = state.serverNow()
  const mayReopen = board !== null && canReopen(board, now)
  useTicks(isOpen || mayReopen)
  useAwake(isOpen)

  const end = async () => {
    await state.close()
    setAsking(false)
  }
  const toNames = () => goTo({ page: 'attendance', themeDayId })
  const foot =
    board && canOpen(board, now) ? (
      <Button busy={busy} onClick={() => void state.open()}>
        打开签到
      </Button>
    ) : (
      isOpen && (
        <View className="l-cols">
          <Button kind="quiet" onClick={toNames}>
            代录
          </Button>
          <Button onClick={() => setAsking(true)}>结束签到</Button>
        </View>
      )
    )
  const over =
    board &&
    isOpen &&
    (full ? (
      <FullCode board={board} now={now} away={away} onClose={() => setFull(false)} />
    ) : (
      asking && <CloseSheet board={board} busy={busy} onEnd={() => void end()} onClose={() => setAsking(false)} />
    ))

  return (
    <Page title="主题党日签到" read={state.read} foot={foot} over={over}>
      {board && (
        <>
          {away && <Notice icon="offline">网络断了，正在重连。已经签到的不会丢，下面是断网前的情况。</Notice>}
          <Fault words={refusal} />
          {mayReopen && (
            <Notice tone="grey" icon="clock" action="撤销结束" onAction={() => void state.reopen()}>
              {`签到刚刚结束。点错了的话，${clockText(board.reopenUntil ?? now)} 以前可以撤销，接着签到。`}
            </Notice>
          )}
          {board.lateScans > 0 && (
            <Notice icon="clock" action="去核对" onAction={toNames}>
              {`${board.lateScans} 人的扫码送到得晚，等您确认到没到场`}
            </Notice>
          )}
          <CodeCard board={board} now={now} away={away} onFull={() => setFull(true)} />
          {!isOpen && <NextCard board={board} now={now} busy={busy} onOpen={() => void state.open()} />}
          {board.frozen && <TallyCard board={board} onNames={toNames} />}
        </>
      )}
    </Page>
  )
}
