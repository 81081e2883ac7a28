import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { roleWords } from '@/components/words/role.shared'
import type { Me } from '@/contracts/identity'
import { desksOf } from './desk.shared'
import { DeskCard } from './desk-card'

/** What someone is responsible for, what that lets them see, and the ways into the work. */
export function RolesCard({ roles }: { roles: Me['roles'] }) {
  const held = roles.filter(({ role }) => role !== 'member')
  if (held.length === 0) return null
  const desks = desksOf(held)
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
      {desks.map((desk) => (
        <DeskCard key={desk.org.id} desk={desk} named={desks.length > 1} />
      ))}
    </>
  )
}
