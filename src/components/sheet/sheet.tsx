import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria } from '../aria/aria'
import { Icon } from '../icon/icon'
import './sheet.scss'

interface SheetProps {
  title: ReactNode
  onClose: () => void
  /** Buttons that stay in sight below what scrolls. */
  foot?: ReactNode
}

/** A card that comes up from the bottom over the page. Render it to open it. */
export function Sheet({ title, onClose, foot, children }: PropsWithChildren<SheetProps>) {
  return (
    <View className="sheet" {...aria({ role: 'dialog' })}>
      <View className="sheet__shade" onClick={onClose} catchMove />
      <View className="sheet__card">
        <View className="sheet__head">
          <View className="t-h2 l-grow">{title}</View>
          <View className="sheet__close" onClick={onClose} {...aria({ role: 'button', label: '关闭' })}>
            <Icon name="cross" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  )
}
