import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { type Explained, partRows } from './figure.shared'

/** So many organisations at once: a county has a hundred. */
const AT_ONCE = 20

interface PartsCardProps {
  explained: Explained
  onOrg: (orgId: string) => void
}

/** Which organisations make it up, drawn; and how the parts make the whole. */
export function PartsCard({ explained, onOrg }: PartsCardProps) {
  const [shown, setShown] = useState(AT_ONCE)
  const rows = partRows(explained)
  if (rows.length === 0) return null
  const left = rows.length - shown
  return (
    <Card>
      <View className="t-h3">由哪些组织合成</View>
      {explained.fold && <View className="t-s f-line">{explained.fold}</View>}
      {rows.slice(0, shown).map(({ id, name, divided, text, width }) => (
        <View
          key={id}
          className={`f-org ${id === '' ? '' : 'f-org--press'}`}
          {...(id === ''
            ? {}
            : {
                onClick: () => onOrg(id),
                hoverClass: 'f-org--pressed',
                ...aria({ role: 'button', label: [name, divided, text].filter((part) => part !== '').join('，') }),
              })}
        >
          <View className="f-org__line">
            <View className="f-org__name">
              {name}
              {divided !== '' && <Text className="f-org__divided">（{divided}）</Text>}
            </View>
            <View className={`f-org__text ${width === null ? 'f-org__text--none' : ''}`}>{text}</View>
          </View>
          {width === null ? (
            <View className="f-org__track f-org__track--none" />
          ) : (
            <View className="f-org__track">
              <View className="f-org__fill" style={{ width: `${width}%` }} />
            </View>
          )}
        </View>
      ))}
      {left > 0 && (
        <View className="f-more">
          <Button kind="plain" size="small" onClick={() => setShown(shown + AT_ONCE)}>
            还有 {left} 个，接着看
          </Button>
        </View>
      )}
      {explained.left > 0 && (
        <View className="t-s f-line">还有 {explained.left} 个组织没有列出，请从下级组织进去看。</View>
      )}
    </Card>
  )
}
