import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { roleWords } from '@/components/words/role.shared'
import type { Me } from '@/contracts/identity'
import { desksOf } from './desk.shared'
import { DeskCard } from './desk-card'

/** The ways into the work of whoever holds an office: before everything else, for that is what they came for. */
export function DeskCards({ roles, homeId }: { roles: Me['roles']; homeId: string }) {
  const desks = desksOf(roles)
  return (
    <>
      {desks.map((desk) => (
        <DeskCard key={desk.org.id} desk={desk} named={desks.length > 1 || desk.org.id !== homeId} />
      ))}
    </>
  )
}

/** What someone is responsible for, and what that lets them see. */
export function RolesCard({ roles }: { roles: Me['roles'] }) {
  const held = roles.filter(({ role }) => role !== 'member')
  if (held.length === 0) return null
  return (
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
  )
}
