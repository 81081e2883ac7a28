import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../aria/aria'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon.shared'
import './notice.scss'

interface NoticeProps {
  tone?: 'wait' | 'ok' | 'red' | 'grey'
  icon?: IconName
  /** A word to press at the end, with what it does. */
  action?: string
  onAction?: () => void
}

/** A sentence that the person should know now, and what to do about it. */
export function Notice({ tone = 'wait', icon, action, onAction, children }: PropsWithChildren<NoticeProps>) {
  return (
    <View className={`notice notice--${tone}`} {...aria({ role: 'status' })}>
      {icon && (
        <View className="notice__icon">
          <Icon name={icon} tone={tone} size={20} />
        </View>
      )}
      <View className="notice__words">{children}</View>
      {action && onAction && (
        <View className="notice__action" onClick={onAction} {...aria({ role: 'button' })}>
          {action}
        </View>
      )}
    </View>
  )
}
