import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { Button } from '../button/button'
import { Icon } from '../icon/icon'
import type { IconName, IconTone } from '../icon/icon.shared'
import { Clauses } from '../phrases/phrases'
import { Picture } from '../picture/picture'
import { hasPicture, type PictureName } from '../picture/picture.shared'
import './state-view.scss'

interface StateViewProps {
  /** A picture where there is one of this name, else the icon. */
  icon: IconName | PictureName
  /** Of the icon. */
  tone?: IconTone
  title: string
  /** What to do next. */
  hint: string
  action?: string
  onAction?: () => void
  /** Another way out, quieter. */
  other?: string
  onOther?: () => void
}

/** A page or a card that has nothing to show: why, and what to do next. */
export function StateView(props: StateViewProps) {
  const { icon, tone = 'faint', title, hint, action, onAction, other, onOther } = props
  return (
    <View className="state" {...aria({ role: 'status' })}>
      {hasPicture(icon) ? <Picture name={icon} /> : <Icon name={icon} tone={tone} size={48} />}
      <View className="state__title t-h3">{title}</View>
      <View className="t-s">
        <Clauses text={hint} />
      </View>
      {action && onAction && (
        <Button className="state__button" onClick={onAction}>
          {action}
        </Button>
      )}
      {other && onOther && (
        <Button className="state__button" kind="plain" onClick={onOther}>
          {other}
        </Button>
      )}
    </View>
  )
}
