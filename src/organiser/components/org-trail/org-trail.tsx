import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { OrgNode } from '@/contracts/stats'
import './org-trail.scss'

/** The way down from the top organisation that the person may see; pressing one leads up to it. The last is where we are. */
export function OrgTrail({ trail, onOrg }: { trail: readonly OrgNode[]; onOrg: (org: OrgNode) => void }) {
  if (trail.length < 2) return null
  return (
    <View className="o-trail">
      {trail.slice(0, -1).map((org) => (
        <View
          key={org.id}
          className="o-trail__step"
          onClick={() => onOrg(org)}
          {...aria({ role: 'link', label: `回到${org.name}` })}
        >
          {org.name}
          <View className="o-trail__mark" {...aria({ hidden: true })}>
            ›
          </View>
        </View>
      ))}
    </View>
  )
}
