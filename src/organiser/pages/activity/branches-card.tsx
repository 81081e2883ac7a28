import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { formatNumber } from '@/domain/metrics'
import type { Participants } from './activity.shared'

/** So many branches before one asks for the rest. */
const AT_FIRST = 6

interface BranchesCardProps {
  page: Participants
  /** Opens the list of one branch. */
  onBranch: (orgId: string) => void
}

/** In which branches they are, drawn; each opens to its own people. */
export function BranchesCard({ page, onBranch }: BranchesCardProps) {
  const [all, setAll] = useState(false)
  const { branches } = page
  if (branches.length < 2) return null
  const most = Math.max(...branches.map(({ people }) => people), 1)
  return (
    <Card>
      <View className="t-h3">在哪些支部</View>
      {(all ? branches : branches.slice(0, AT_FIRST)).map(({ org, people }) => (
        <View
          key={org.id}
          className="a-branch"
          hoverClass="a-branch--pressed"
          onClick={() => onBranch(org.id)}
          {...aria({ role: 'button', label: `${org.name}，${people} 人，看这个支部` })}
        >
          <View className="a-branch__line">
            <View className="a-branch__name">{org.name}</View>
            <View className="a-branch__count">{formatNumber(people)} 人</View>
          </View>
          <Bar parts={[{ fraction: people / most, tone: 'ok' }]} />
        </View>
      ))}
      {!all && branches.length > AT_FIRST && (
        <View className="a-more">
          <Button kind="plain" size="small" onClick={() => setAll(true)}>
            列出全部 {branches.length} 个支部
          </Button>
        </View>
      )}
    </Card>
  )
}
