import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { formatNumber } from '@/domain/metrics'
import { branchBars, type MissingPage } from './missing.shared'

/** So many branches before one asks for the rest. */
const atFirst = 6

interface BranchBarsProps {
  branches: MissingPage['branches']
  /** Opens the list of one branch. */
  onBranch: (orgId: string) => void
}

/** The branches with someone missing, each drawn by its share; each opens to its own list. */
export function BranchBars({ branches, onBranch }: BranchBarsProps) {
  const [all, setAll] = useState(false)
  if (branches.length < 2) return null
  const bars = branchBars(branches)
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">哪些支部还有人没参加</View>
        <Text className="t-xs">未参加 / 党员数</Text>
      </View>
      {(all ? bars : bars.slice(0, atFirst)).map(({ id, name, missing, members, share }) => (
        <View
          key={id}
          className="m-branch"
          hoverClass="m-branch--pressed"
          onClick={() => onBranch(id)}
          {...aria({ role: 'button', label: `${name}，${members} 人中 ${missing} 人未参加，看这个支部` })}
        >
          <View className="m-branch__line">
            <View className="m-branch__name">{name}</View>
            <Text className="m-branch__count">
              {formatNumber(missing)} / {formatNumber(members)}
            </Text>
          </View>
          <Bar parts={[{ fraction: share, tone: 'soft' }]} />
        </View>
      ))}
      {!all && bars.length > atFirst && (
        <View className="m-branch__all">
          <Button kind="plain" size="small" onClick={() => setAll(true)}>
            列出全部 {bars.length} 个支部
          </Button>
        </View>
      )}
    </Card>
  )
}
