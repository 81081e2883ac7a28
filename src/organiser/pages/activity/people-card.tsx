import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { formatNumber } from '@/domain/metrics'
import { byBranch, type Participants } from './activity.shared'

interface PeopleCardProps {
  page: Participants
  adding: boolean
  fault: string | null
  onMore: () => void
  onPerson: (personId: string) => void
}

/** The names under their branches; each opens to the record. */
export function PeopleCard({ page, adding, fault, onMore, onPerson }: PeopleCardProps) {
  const rows = page.rows ?? []
  const left = page.people - rows.length
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">名单</View>
        <Text className="t-xs">点名字看记录，请勿转发</Text>
      </View>
      {byBranch(rows).map(({ orgName, people }) => (
        <View key={orgName} className="a-group">
          {orgName !== page.org.name && <View className="t-s">{orgName}</View>}
          <View className="a-names">
            {people.map(({ id, name, mobile }) => (
              <View
                key={id}
                className="a-names__one"
                hoverClass="a-names__one--pressed"
                onClick={() => onPerson(id)}
                {...aria({ role: 'button', label: `${name}${mobile ? '，流动党员' : ''}，看记录` })}
              >
                <Text className="a-names__name">{name}</Text>
                {mobile && <Tag tone="gold">流动</Tag>}
              </View>
            ))}
          </View>
        </View>
      ))}
      {fault && (
        <View className="a-more">
          <Notice icon="offline">{fault}</Notice>
        </View>
      )}
      {page.next !== null && (
        <View className="a-more">
          <Button kind="plain" busy={adding} onClick={onMore}>
            更多{left > 0 ? `（还有 ${formatNumber(left)} 人）` : ''}
          </Button>
        </View>
      )}
    </Card>
  )
}
