import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { whenWords } from '@/components/words/when.shared'
import type { ThemeDay } from '@/contracts/themeday'
import { CheckInCard } from './check-in-card'
import { canAskLeave, canCheckIn, canTakePart, stageOf, themeDayIn, tokenIn } from './checkin.shared'
import { DayCard } from './day-card'
import { LeaveSheet } from './leave-sheet'
import { OwnCard } from './own-card'
import { ProblemCard } from './problem-card'
import { RemoteSheet } from './remote-sheet'
import { type CheckIn, useCheckIn } from './use-checkin'
import { useLeave } from './use-leave'
import { useRemote } from './use-remote'
import './index.scss'

type Asking = 'leave' | 'remote' | null

/** A theme day: what it is about, and taking part in it. Opened with `token`, it checks in at once. */
export default function CheckInPage() {
  const params = useRouter<{ themeDayId?: string; token?: string }>().params
  const token = params.token ? tokenIn(params.token) : null
  const themeDayId = params.themeDayId ?? (token ? themeDayIn(token) : '')
  const checkIn = useCheckIn(themeDayId, token)
  const { read, day, problem, waiting } = checkIn
  // what came of it stands at the top
  const changed = () => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    void read.reload()
  }
  const leaving = useLeave(themeDayId, day?.title ?? '主题党日', changed)
  const remote = useRemote(themeDayId, day?.title ?? '主题党日', changed)
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const over =
    asking === 'leave' ? (
      <LeaveSheet leave={day?.leave ?? null} leaving={leaving} onClose={close} />
    ) : (
      asking === 'remote' && <RemoteSheet remote={remote} onClose={close} />
    )
  // a scan that waits on the phone, or a theme day of others, has something to say before anything could be read
  const told = waiting || problem !== null
  return (
    <Page title="主题党日" read={told ? undefined : read} over={over}>
      {waiting && (
        <Notice icon="upload">
          {checkIn.isScan
            ? '签到已存在手机里，联网后自动送出。扫码的时间已经记下，您可以放心走开。'
            : '签到已存在手机里，联网后自动送出。数字码几分钟后就换，请尽快联网，或请书记代录。'}
        </Notice>
      )}
      {leaving.waiting && <Notice icon="upload">请假的事已存在手机里，联网后自动告诉支部。</Notice>}
      {remote.waiting && <Notice icon="upload">心得已存在手机里，联网后自动交给支部。</Notice>}
      {!asking && leaving.refusal && <Notice tone="red">{leaving.refusal}</Notice>}
      {!asking && remote.refusal && (
        <Notice tone="red" action="改一改" onAction={() => setAsking('remote')}>
          {remote.refusal}
        </Notice>
      )}
      {problem && <ProblemCard problem={problem} onAgain={checkIn.clear} onRefresh={checkIn.refresh} />}
      {day && <Day day={day} checkIn={checkIn} isWaiting={remote.waiting} onAsk={setAsking} />}
    </Page>
  )
}

interface DayProps {
  day: ThemeDay
  checkIn: CheckIn
  /** Taking part from afar is under way. */
  isWaiting: boolean
  onAsk: (asking: Asking) => void
}

function Day({ day, checkIn, isWaiting, onAsk }: DayProps) {
  const now = Date.now()
  const stage = stageOf(day)
  const { problem, waiting, sending } = checkIn
  const mayTakePart = canTakePart(day, now) && !isWaiting
  const mayLeave = canAskLeave(day)
  return (
    <>
      {!problem && (
        <OwnCard
          day={day}
          now={now}
          onRemote={mayTakePart ? () => onAsk('remote') : null}
          onLeave={mayLeave ? () => onAsk('leave') : null}
        />
      )}
      {canCheckIn(day) && !problem && !waiting && (
        <CheckInCard sending={sending} onScanned={checkIn.sendScanned} onCode={checkIn.sendCode} />
      )}
      <DayCard day={day} stage={stage} />
      {stage === 'before' && day.expected && !problem && (
        <Notice tone="grey" icon="clock" action="刷新" onAction={checkIn.refresh}>
          {day.remote
            ? `支部书记打开签到后，在外地的您可以线上参加，${whenWords(day.remote.until, now)} 截止。`
            : '支部书记打开签到后，在这里扫码或输入数字码。'}
        </Notice>
      )}
      <View className="l-stack">
        {mayLeave && !waiting && stage !== 'leave' && stage !== 'late' && (
          <Button kind="plain" onClick={() => onAsk('leave')}>
            来不了，请假
          </Button>
        )}
        {day.canManage && (
          <Button kind="quiet" onClick={() => goTo({ page: 'board', themeDayId: day.id })}>
            主持签到（书记用）
          </Button>
        )}
      </View>
    </>
  )
}
