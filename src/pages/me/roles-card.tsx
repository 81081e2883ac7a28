import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTab, goTo } from '@/components/page/go'
import { roleWords } from '@/components/words/role.shared'
import type { Me } from '@/contracts/identity'
import { deskEntries } from './me.shared'

/** What someone is responsible for, what that lets them see, and the ways into the work. */
export function RolesCard({ roles }: { roles: Me['roles'] }) {
  const held = roles.filter(({ role }) => role !== 'member')
  if (held.length === 0) return null
  const desks = deskEntries(held)
  return (
    <>
      <Card>
        <View className="t-h3">我的职责</View>
        {held.map(({ role, org }) => (
          <View key={`${role}.${org.id}`} className="me__role">
            <View className="t-p">
              {roleWords[role].name} · {org.name}
            </View>
            <View className="t-s">{roleWords[role].may}</View>
          </View>
        ))}
      </Card>
      {desks.map(({ org, themeDays, members, letters }) => (
        <Card key={org.id} kind="list">
          {themeDays && (
            <ListRow
              icon="calendar"
              title="主持主题党日"
              note="打开签到、补录、请假"
              onClick={() => goTab('activities')}
            />
          )}
          {members && (
            <ListRow
              icon="people"
              tone="ok"
              title="党员名册"
              note={org.name}
              onClick={() => goTo({ page: 'members', orgId: org.id })}
            />
          )}
          {letters && (
            <ListRow
              icon="pencil"
              tone="gold"
              title="心得"
              note="先看等您看的"
              onClick={() => goTo({ page: 'reflections', orgId: org.id })}
            />
          )}
          {letters && (
            <ListRow
              icon="report"
              tone="gold"
              title="建议和投诉信箱"
              note={org.name}
              onClick={() => goTo({ page: 'mailbox', orgId: org.id })}
            />
          )}
          <ListRow
            icon="chart"
            title="参与统计"
            note={org.name}
            onClick={() => goTo({ page: 'figures', orgId: org.id })}
          />
        </Card>
      ))}
    </>
  )
}
