import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { StateView } from '@/components/state-view/state-view'
import { RECORDING_MS } from '@/domain/themeday'
import { whenText } from '../../when.shared'
import { type Board, canOpen } from './board.shared'

interface NextCardProps {
  board: Board
  now: number
  busy: boolean
  onOpen: () => void
}

/** What there is to do when no code is shown: open the check-in, or after its end enter who was there and read what was written. */
export function NextCard({ board, now, busy, onOpen }: NextCardProps) {
  const { status, frozen, expected, themeDayId, orgId, endsAt } = board
  const canRecord = now < endsAt + RECORDING_MS
  if (status === 'planned') {
    const roster = `打开时定下应到名单，现在是 ${expected} 人；党员扫码或报数字码签到，不收位置和照片。`
    return (
      <Card>
        <StateView
          icon="calendar"
          title={canOpen(board, now) ? '签到还没有打开' : `${whenText(board.opensFrom, now)} 起可以打开签到`}
          hint={canOpen(board, now) ? `人到齐了再打开。${roster}` : roster}
        />
      </Card>
    )
  }
  if (board.cancelled) {
    return (
      <Card>
        <StateView
          icon="cross"
          title="这次活动取消了"
          hint="党员那里显示已取消。要恢复或另排一次，请到“我的—安排主题党日”里办。"
        />
      </Card>
    )
  }
  if (!frozen) {
    return (
      <Card className="l-stack">
        <StateView
          icon="clock"
          title="这次没有打开过签到"
          hint={
            canRecord
              ? '如果活动开过，可以按当天的名册补建应到名单，再把到场的人补录进去。'
              : '已经超过七天，不能再补建名单。如果活动开过，请向上级党组织说明。'
          }
        />
        {canRecord && (
          <Button busy={busy} onClick={onOpen}>
            补建应到名单
          </Button>
        )}
      </Card>
    )
  }
  return (
    <Card className="l-stack">
      <View className="t-h2">签到已经结束，接下来</View>
      <View className="t-s">
        {canRecord
          ? `到场没签上的，${whenText(endsAt + RECORDING_MS, now)} 以前可以补录；请假的可以补登。`
          : '补录的时间已经过了。确有差错，请在名单里更正。'}
      </View>
      <Button onClick={() => goTo({ page: 'attendance', themeDayId })}>
        {canRecord ? '补录和核对名单' : '看名单'}
      </Button>
      <Button kind="quiet" onClick={() => goTo({ page: 'reflections', orgId })}>
        看党员写的心得
      </Button>
    </Card>
  )
}
