import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { type IconName, type IconTone, iconUrl } from './icon.shared'
import './icon.scss'

interface IconProps {
  name: IconName
  tone?: IconTone
  /** In px; grows with large text. */
  size?: 20 | 24 | 48
  /** A wash of its colour behind it, as in lists. */
  boxed?: boolean
}

/** A line icon. It only decorates: the words beside it say the same. */
export function Icon({ name, tone = 'grey', size = 24, boxed = false }: IconProps) {
  const image = (
    <View
      className={`icon icon--${size}`}
      style={{ backgroundImage: iconUrl(name, tone) }}
      {...aria({ hidden: true })}
    />
  )
  return boxed ? <View className={`icon-box icon-box--${tone}`}>{image}</View> : image
}
