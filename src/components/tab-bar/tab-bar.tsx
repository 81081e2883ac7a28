import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon.shared'
import { goTab } from '../page/go'
import './tab-bar.scss'

const tabs = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'study', text: '学习', icon: 'pages' },
  { name: 'activities', text: '活动', icon: 'calendar' },
  { name: 'me', text: '我的', icon: 'person' },
] as const satisfies readonly { name: string; text: string; icon: IconName }[]

export type TabName = (typeof tabs)[number]['name']

/**
 * The four tabs. Our own, because WeChat's bar neither grows with large text nor can be drawn without bitmaps: each tab is a page of the
 * main package that takes the place of all others.
 */
export function TabBar({ at }: { at: TabName }) {
  return (
    <View className="tabs" {...aria({ role: 'tablist' })}>
      {tabs.map(({ name, text, icon }) => (
        <View
          key={name}
          className={`tabs__one ${name === at ? 'tabs__one--on' : ''}`}
          onClick={name === at ? undefined : () => goTab(name)}
          {...aria({ role: 'tab', label: text, selected: name === at })}
        >
          <Icon name={icon} tone={name === at ? 'red' : 'grey'} />
          {text}
        </View>
      ))}
    </View>
  )
}
