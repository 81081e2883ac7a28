import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KeptNotice } from '@/components/notice/kept-notice'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { quietly } from '@/components/page/quietly'
import { CheckInCard } from './check-in-card'
import { LeaveSheet } from './leave-sheet'
import { ProblemCard } from './problem-card'
import { RemoteSheet } from './remote-sheet'
import { ThemeDayView } from './theme-day-view'
import { useCheckIn } from './use-checkin'
import { useLeave } from './use-leave'
import { useRemote } from './use-remote'
import { WaitingCard } from './waiting-card'

export type Asking = 'leave' | 'remote' | null

/** One theme day. What came of checking in stands at the top, and has something to say before anything could be read. */
export function ThemeDayPage({ themeDayId, token }: { themeDayId: string; token: string | null }) {
  const checkIn = useCheckIn(themeDayId, token)
  const { read, day, problem, waiting, unread } = checkIn
  const changed = () => {
    quietly(Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
    void read.reload()
  }
  const leaving = useLeave(themeDayId, day?.title ?? '主题党日', changed)
  const remote = useRemote(themeDayId, day?.title ?? '主题党日', changed)
  const toReflection = () =>
    goTo({ page: 'reflect', kind: 'themeday', id: themeDayId, title: day?.title ?? '主题党日' })
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const over =
    asking === 'leave' ? (
      <LeaveSheet leave={day?.leave ?? null} leaving={leaving} onClose={close} />
    ) : (
      asking === 'remote' && <RemoteSheet remote={remote} onClose={close} />
    )
  const told = waiting || problem !== null || unread
  return (
    <Page title="主题党日" read={told && day === null ? undefined : read} over={over}>
      {waiting && <WaitingCard isScan={checkIn.isScan} held={checkIn.held} />}
      {leaving.waiting && <KeptNotice what="请假的事" then="告诉支部" held={leaving.held} />}
      {remote.waiting && <KeptNotice what="心得" then="交给支部" held={remote.held} />}
      {!asking && leaving.refusal && <Notice tone="red">{leaving.refusal}</Notice>}
      {!asking && remote.refusal && (
        <Notice
          tone={remote.moved ? 'wait' : 'red'}
          action={remote.moved ? '去看看' : '改一改'}
          onAction={remote.moved ? toReflection : () => setAsking('remote')}
        >
          {remote.refusal}
        </Notice>
      )}
      {problem && <ProblemCard problem={problem} onAgain={checkIn.clear} onRefresh={checkIn.refresh} />}
      {unread && !problem && (
        <Notice icon="offline" action="重试" onAction={checkIn.refresh}>
          {waiting
            ? '没有网，看不到这次活动的安排。'
            : '没有网，看不到这次活动的安排。到了现场照样能签到，有网时自动送出。'}
        </Notice>
      )}
      {unread && !problem && !waiting && (
        <CheckInCard sending={checkIn.sending} onToken={checkIn.sendToken} onCode={checkIn.sendCode} />
      )}
      {day && <ThemeDayView day={day} checkIn={checkIn} isWaiting={remote.waiting} onAsk={setAsking} />}
    </Page>
  )
}
