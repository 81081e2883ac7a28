import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { clockText } from '../../when.shared'
import { attendanceOf, type Board, channelNames } from './board.shared'

/** So many of the latest before one asks for the rest. */
const atFirst = 5

/** Who has come, of how many, by which way, and the latest by name. */
export function TallyCard({ board }: { board: Board }) {
  const [all, setAll] = useState(false)
  const { arrived, expected, absent, shares } = attendanceOf(board)
  const shown = all ? board.arrivals : board.arrivals.slice(0, atFirst)
  const spoken = `已到 ${arrived} 人，应到 ${expected} 人，其中现场 ${board.onSite} 人，线上 ${board.remote} 人，代录 ${board.proxy} 人`
  const left = board.status === 'closed' ? '没到' : '还没到'
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
        <View className="t-s">{absent === 0 && expected > 0 ? '都到了' : `${left} ${absent} 人`}</View>
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
      {board.arrivals.length > atFirst && (
        <Button kind="plain" size="small" onClick={() => setAll(!all)}>
          {all ? '收起' : `查看最近签到的 ${board.arrivals.length} 人`}
        </Button>
      )}
    </Card>
  )
}
