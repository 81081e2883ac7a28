import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { clockText } from '../../when.shared'
import { attendanceOf, type Board, channelNames } from './board.shared'

/** So many of the latest: the others are on the list of names. */
const shownAtMost = 5

/** Who has come, of how many, by which way, and the latest by name. */
export function TallyCard({ board, onNames }: { board: Board; onNames: () => void }) {
  const { arrived, expected, leave, absent, shares } = attendanceOf(board)
  const shown = board.arrivals.slice(0, shownAtMost)
  const spoken = `已到 ${arrived} 人，应到 ${expected} 人，其中现场 ${board.onSite} 人，线上 ${board.remote} 人，代录 ${board.proxy} 人，请假 ${leave} 人，未到 ${absent} 人`
  const open = board.status !== 'closed'
  const missing = absent === 0 ? '其余都到了' : `${open ? '还没到' : '未到'} ${absent} 人`
  const rest =
    leave === 0 && absent === 0 ? '都到了' : [leave > 0 && `请假 ${leave} 人`, missing].filter(Boolean).join(' · ')
  return (
    <Card>
      <View {...aria({ role: 'status', label: spoken })}>
        <View className="l-ends">
          <View>
            <View className="b-tally">
              <Text className="t-num">{arrived}</Text>
              <Text className="b-tally__of"> / {expected}</Text>
            </View>
            <View className="t-s">已到 / 应到</View>
          </View>
          <View className="b-tags">
            <Tag tone="ok">现场 {board.onSite}</Tag>
            {board.remote > 0 && <Tag tone="gold">流动党员线上 {board.remote}</Tag>}
            {board.proxy > 0 && <Tag tone="grey">代录 {board.proxy}</Tag>}
          </View>
        </View>
        <View className="b-bar">
          <Bar
            parts={[
              { fraction: shares.onSite, tone: 'ok' },
              { fraction: shares.remote, tone: 'gold' },
              { fraction: shares.proxy, tone: 'grey' },
            ]}
          />
        </View>
      </View>
      <View className="l-ends">
        <View className="t-s">{rest}</View>
        <Button kind="plain" size="small" label="查看名单" onClick={onNames}>
          查看名单 ›
        </Button>
      </View>
      {shown.length > 0 && (
        <View className="b-arrivals">
          {shown.map((arrival) => (
            <View key={`${arrival.at}:${arrival.name}`} className="b-arrival">
              <Text className="b-arrival__name">{arrival.name}</Text>
              <Text className="t-s">{channelNames[arrival.channel]}</Text>
              <Text className="b-arrival__at">{clockText(arrival.at)}</Text>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
