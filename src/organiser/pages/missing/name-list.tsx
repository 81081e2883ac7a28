import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { formatNumber } from '@/domain/metrics'
import { groupByBranch, type MissingPage } from './missing.shared'

interface NameListProps {
  page: MissingPage
  adding: boolean
  /** Why the next page did not come. */
  fault: string | null
  onMore: () => void
}

/** The names under their branches, for those responsible; others are told who has the list. */
export function NameList({ page, adding, fault, onMore }: NameListProps) {
  if (page.people === null) {
    return (
      <Notice tone="grey" icon="person">
        名单只给负责的支部书记和组织者看，这里只显示人数。
      </Notice>
    )
  }
  const left = page.missing - page.people.length
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">名单</View>
        <Text className="t-xs">用来提醒和帮助，请勿转发</Text>
      </View>
      {groupByBranch(page.people).map((group) => (
        <View key={group.orgName} className="m-group">
          <View className="t-s">{group.orgName}</View>
          <View className="m-names">
            {group.people.map((person) => (
              <View key={person.id} className="m-names__one">
                <Text className="m-names__name">{person.name}</Text>
                {person.mobile && <Tag tone="gold">流动</Tag>}
              </View>
            ))}
          </View>
        </View>
      ))}
      {fault && (
        <View className="m-more">
          <Notice icon="offline">{fault}</Notice>
        </View>
      )}
      {page.next !== null && (
        <View className="m-more">
          <Button kind="plain" busy={adding} onClick={onMore}>
            更多{left > 0 ? `（还有 ${formatNumber(left)} 人）` : ''}
          </Button>
        </View>
      )}
    </Card>
  )
}
