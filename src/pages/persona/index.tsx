import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { IconName, IconTone } from '@/components/icon/icon.shared'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goBack, goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { usePersona } from './use-persona'

const desks: readonly string[] = ['organiser', 'inspector', 'administrator']

function iconOf(personaId: string): { icon: IconName; tone: IconTone } {
  if (desks.some((desk) => personaId.startsWith(desk))) return { icon: 'chart', tone: 'gold' }
  return personaId === 'secretary' ? { icon: 'calendar', tone: 'red' } : { icon: 'person', tone: 'ok' }
}

/** The door of the preview in a browser: in WeChat there is none, WeChat says who the user is. */
export default function PersonaPage() {
  const { read, personas, current, entering, error, enter } = usePersona()
  return (
    <Page title="初心学堂 · 本机预览" read={read} onBack={current === null ? null : goBack}>
      <View>
        <View className="t-h1">以谁的身份看看？</View>
        <View className="t-s">
          这是在您自己电脑上运行的预览，人名和组织都是编出来的。在微信里不用选，微信会告诉系统您是谁。
        </View>
      </View>
      {error && <Notice tone="red">{error.message}</Notice>}
      {personas.length > 0 ? (
        <Card kind="list">
          {personas.map(({ id, title, description }) => (
            <ListRow
              key={id}
              {...iconOf(id)}
              title={title}
              note={description}
              end={
                id === entering ? (
                  <Tag tone="grey">正在进入</Tag>
                ) : id === current ? (
                  <Tag tone="ok">现在</Tag>
                ) : undefined
              }
              onClick={() => void enter(id)}
            />
          ))}
        </Card>
      ) : (
        <StateView
          icon="empty"
          title="还没有可选的身份"
          hint="示例县还没有建好。请看运行窗口里的提示，建好后再打开这一页。"
        />
      )}
      <Card kind="list">
        <ListRow
          icon="list"
          tone="grey"
          title="组件和样式"
          note="页面用的全部组件，给开发的人看"
          onClick={() => goTo({ page: 'components' })}
        />
      </Card>
    </Page>
  )
}
