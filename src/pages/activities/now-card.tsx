import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { Phrases } from '@/components/phrases/phrases'
import { clockWords, whenWords } from '@/components/words/when.shared'
import type { ThemeDayRow } from '@/contracts/themeday'
import { partTag } from './activities.shared'

const words = ({ mine, status }: ThemeDayRow): string => {
  if (mine !== 'due') return '看看'
  if (status === 'closed') return '线上参加'
  return status === 'open' ? '去签到' : '看安排'
}

/** What is on today: the one thing of this page. */
export function NowCard({ row, now, onScan }: { row: ThemeDayRow; now: number; onScan: (() => void) | null }) {
  const { id, title, place, startsAt, endsAt, status, mine, canManage } = row
  const tag = partTag(row)
  return (
    <Card kind="hero">
      <View className="acts__kicker">
        {status === 'open' ? '正在签到' : '今天的主题党日'}
        {tag && mine !== 'due' ? ` · ${tag.text}` : ''}
      </View>
      <View className="t-h2 acts__title">
        <Phrases title={title} />
      </View>
      <View className="acts__facts">{`${whenWords(startsAt, now)} — ${clockWords(endsAt)}，${place}`}</View>
      <View className="l-stack">
        {canManage && (
          <Button kind="onRed" onClick={() => goTo({ page: 'board', themeDayId: id })}>
            主持签到（书记用）
          </Button>
        )}
        {onScan && (
          <Button kind="onRed" onClick={onScan}>
            扫一扫签到
          </Button>
        )}
        <Button kind="onRed" onClick={() => goTo({ page: 'checkin', themeDayId: id })}>
          {onScan ? '输入数字码' : words(row)}
        </Button>
      </View>
    </Card>
  )
}
