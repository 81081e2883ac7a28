import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { whenWords } from '@/components/words/when.shared'
import type { ThemeDay } from '@/contracts/themeday'
import { serverTime } from '@/services/server-time'
import { CheckInCard } from './check-in-card'
import { canAskLeave, canCheckIn, canTakePart, type Stage, stageOf } from './checkin.shared'
import { DayCard } from './day-card'
import { OwnCard } from './own-card'
import type { CheckIn } from './use-checkin'

interface ThemeDayViewProps {
  day: ThemeDay
  checkIn: CheckIn
  /** Taking part from afar is under way. */
  isWaiting: boolean
  onAsk: (asking: 'leave' | 'remote') => void
}

/** A theme day that could be read: how it stands for the member, what they can do, and what it is about. */
export function ThemeDayView({ day, checkIn, isWaiting, onAsk }: ThemeDayViewProps) {
  const now = serverTime.now() ?? Date.now()
  const stage = stageOf(day)
  const { problem, waiting, sending } = checkIn
  const mayTakePart = canTakePart(day, now) && !isWaiting
  const mayLeave = canAskLeave(day)
  const mayCheckIn = canCheckIn(day, now) && !problem && !waiting
  return (
    <>
      {!problem && !waiting && (
        <OwnCard
          day={day}
          now={now}
          onRemote={mayTakePart ? () => onAsk('remote') : null}
          onLeave={mayLeave ? () => onAsk('leave') : null}
        />
      )}
      {mayCheckIn && (
        <CheckInCard
          sending={sending}
          hint={hintOf(day, stage)}
          onToken={checkIn.sendToken}
          onCode={checkIn.sendCode}
        />
      )}
      <DayCard day={day} stage={stage} now={now} waiting={waiting || isWaiting} />
      {stage === 'before' && day.expected && !problem && !waiting && (
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

/** What there is to know before scanning. */
function hintOf({ status }: ThemeDay, stage: Stage): string | undefined {
  if (stage === 'late') return '还在现场的话，再扫一次现在的码，马上就算签到。'
  return status === 'planned' ? '书记亮出签到码以后再扫。没有网也能扫，扫的时间会记下。' : undefined
}
