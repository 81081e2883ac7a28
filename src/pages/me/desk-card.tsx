import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { goTab, goTo } from '@/components/page/go'
import type { Desk, Tool } from './desk.shared'
import './desk-card.scss'

const open = ({ target }: Tool): void => (target.page === 'activities' ? goTab('activities') : goTo(target))

/** A title of more than four characters begins with a word of two (发布微党课): it breaks behind that, when it needs two lines. */
const parts = (title: string): string[] => (title.length > 4 ? [title.slice(0, 2), title.slice(2)] : [title])

/** The work that somebody does for an organisation, each kind a tap away: four in a row, two in large text. */
export function DeskCard({ desk, named }: { desk: Desk; named: boolean }) {
  return (
    <Card>
      {named && <View className="t-h3 desk__org">{desk.org.name}</View>}
      {desk.groups.map(({ title, tools }) => (
        <View key={title} className="desk__group">
          <View className="t-s">{title}</View>
          <View className="desk__tools">
            {tools.map((tool) => (
              <View
                key={tool.title}
                className="desk__tool"
                hoverClass="desk__tool--pressed"
                onClick={() => open(tool)}
                {...aria({ role: 'button', label: tool.title })}
              >
                <Icon name={tool.icon} tone={tool.tone} boxed />
                <View className="desk__title">
                  {parts(tool.title).map((part) => (
                    <Text key={part} className="t-whole">
                      {part}
                    </Text>
                  ))}
                </View>
              </View>
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}
