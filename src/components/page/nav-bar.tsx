import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { goBack } from './go'
import './nav-bar.scss'

/** The bar that WeChat draws on a phone, for the preview in a browser. */
export function NavBar({ title, onBack = goBack }: { title: string; onBack?: (() => void) | null }) {
  return (
    <View className="nav-bar">
      {onBack !== null && (
        <View className="nav-bar__back" onClick={onBack} {...aria({ role: 'button', label: '返回' })}>
          ‹
        </View>
      )}
      <View className="nav-bar__title">{title}</View>
    </View>
  )
}
