import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { formatNumber } from '@/domain/metrics'
import { groupByBranch, type MissingPage, type MissingPerson } from './missing.shared'

interface NameListProps {
  page: MissingPage
  adding: boolean
  /** Why the next page did not come. */
  fault: string | null
  onMore: () => void
  /** Who is chosen to be reminded; null: nobody can be. */
  chosen: ReadonlySet<string> | null
  onChoose: (personId: string) => void
}

/** The names under their branches, for those responsible; others are told who has the list. */
export function NameList({ page, adding, fault, onMore, chosen, onChoose }: NameListProps) {
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
        <Text className="t-xs">{chosen === null ? '用来提醒和帮助，请勿转发' : '点名字选人，请勿转发'}</Text>
      </View>
      {groupByBranch(page.people).map((group) => (
        <View key={group.orgName} className="m-group">
          {group.orgName !== page.org.name && <View className="t-s">{group.orgName}</View>}
          <View className="m-names">
            {group.people.map((person) => (
              <OneName
                key={person.id}
                person={person}
                on={chosen === null ? null : chosen.has(person.id)}
                onPress={() => onChoose(person.id)}
              />
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

interface OneNameProps {
  person: MissingPerson
  /** Whether the person is chosen; null: nobody can be. */
  on: boolean | null
  onPress: () => void
}

function OneName({ person: { name, mobile }, on, onPress }: OneNameProps) {
  const press =
    on === null
      ? {}
      : {
          onClick: onPress,
          ...aria({ role: 'checkbox' as const, checked: on, label: `${name}${mobile ? '，流动党员' : ''}` }),
        }
  return (
    <View
      className={`m-names__one ${on === null ? '' : 'm-names__one--press'} ${on ? 'm-names__one--on' : ''}`}
      {...press}
    >
      {on !== null && (
        <View className="m-names__box" {...aria({ hidden: true })}>
          {on ? '✓' : ''}
        </View>
      )}
      <View className="m-names__who">
        <Text className="m-names__name">{name}</Text>
        {mobile && <Tag tone="gold">流动</Tag>}
      </View>
    </View>
  )
}
