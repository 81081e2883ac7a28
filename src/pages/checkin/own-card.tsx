import { Button } from '@/components/button/button'
import { goTo } from '@/components/page/go'
import { whenWords } from '@/components/words/when.shared'
import type { ThemeDay } from '@/contracts/themeday'
import { leaveWords, reasonWords } from '@/domain/themeday'
import { Own } from './own'

interface OwnCardProps {
  day: ThemeDay
  now: number
  onRemote: (() => void) | null
  onLeave: (() => void) | null
}

/** What the member's part is when there is nothing to scan: in, waiting, on leave, or over; and what can be done next. */
export function OwnCard({ day, now, onRemote, onLeave }: OwnCardProps) {
  const { checkedInAt, lateScan, leave } = day
  if (day.cancelled && checkedInAt === null) {
    return (
      <Own icon="cross" tone="grey" title="这次活动取消了">
        {`原因：${day.cancelled.reason}。不用到场，也不计应到。`}
      </Own>
    )
  }
  const toRemote = onRemote && <Button onClick={onRemote}>线上参加，写几句心得</Button>
  if (checkedInAt !== null) return <Came day={day} now={now} />
  if (lateScan && lateScan.state !== 'declined') {
    return (
      <Own icon="clock" tone="wait" title="等支部书记确认">
        {`您${whenWords(lateScan.scannedAt, now)} 扫的码，因为没有网络，送到时已经过了十分钟。书记确认您到场以后就计入参与，您不用再做什么。`}
      </Own>
    )
  }
  if (leave) {
    const by = leave.by === 'secretary' ? '书记为您登记' : '已经告诉支部'
    return (
      <Own icon="calendar" tone="gold" title="您请假了">
        {`${reasonWords(leaveWords[leave.reason], leave.note)}，${by}。能来就直接签到，请假自动取消。`}
        {toRemote}
        {onLeave && (
          <Button kind="quiet" onClick={onLeave}>
            修改或取消请假
          </Button>
        )}
      </Own>
    )
  }
  if (onRemote) {
    return (
      <Own icon="upload" tone="gold" title="您可以线上参加">
        {`人在外地也能参加：${whenWords(day.remote?.until ?? now, now)} 以前写几句学习心得，就计入这次主题党日。`}
        {toRemote}
      </Own>
    )
  }
  // who only looks after it has nothing to do here
  if (!day.expected && day.canManage) return null
  if (!day.expected) {
    return (
      <Own icon="person" tone="grey" title="这次不用您参加">
        应到名单里没有您。如有疑问，请联系支部书记。
      </Own>
    )
  }
  if (day.status !== 'closed') return null
  const declined = lateScan ? '书记核对过您晚到的扫码，没有确认您在场。' : ''
  return (
    <Own icon="clock" tone="wait" title="签到已经结束">
      {`${declined}到场了没签上的，请支部书记补录；没能来的，请书记补登请假。七天以内都可以。`}
      <Button kind="quiet" onClick={() => goTo({ page: 'letters', kind: 'correction' })}>
        写给支部，请核对补录
      </Button>
    </Own>
  )
}

const how: Readonly<Record<NonNullable<ThemeDay['channel']>, string>> = {
  self: '现场签到',
  remote: '线上参加',
  proxy: '书记代录',
  import: '书记录入',
}

function Came({ day, now }: { day: ThemeDay; now: number }) {
  const { id, title, checkedInAt, channel, reflection } = day
  return (
    <Own icon="check" tone="ok" title={channel === 'remote' ? '已经线上参加' : '签到成功'}>
      {`您${whenWords(checkedInAt ?? now, now)} ${how[channel ?? 'self']}，已计入参与。${reflection?.state === 'review' ? '心得已交，支部看过以后显示。' : ''}`}
      <Button kind="quiet" onClick={() => goTo({ page: 'reflect', kind: 'themeday', id, title })}>
        {reflection ? '看我写的心得' : '写写这次的心得'}
      </Button>
    </Own>
  )
}
