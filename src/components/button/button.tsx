import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../aria/aria'
import './button.scss'

interface ButtonProps {
  /** `primary`: the one thing to do. `onRed`: the same, on the red card. */
  kind?: 'primary' | 'quiet' | 'plain' | 'onRed'
  /** `small`: 44 px high and as wide as its words, inside a row. */
  size?: 'normal' | 'small'
  disabled?: boolean
  /** Shown as busy, and not pressed twice. */
  busy?: boolean
  /** For a screen reader, when the words on it are not enough. */
  label?: string
  className?: string
  onClick: () => void
}

/** A button of at least 52 px; its words wrap rather than being cut off. */
export function Button(props: PropsWithChildren<ButtonProps>) {
  const {
    kind = 'primary',
    size = 'normal',
    disabled = false,
    busy = false,
    label,
    className = '',
    onClick,
    children,
  } = props
  const off = disabled || busy
  return (
    <View
      className={`button button--${kind} button--${size} ${disabled ? 'button--disabled' : ''} ${className}`}
      hoverClass={off ? 'none' : 'button--pressed'}
      onClick={off ? undefined : onClick}
      {...aria({ role: 'button', label, disabled: off })}
    >
      {busy && <View className="button__busy" {...aria({ hidden: true })} />}
      {children}
    </View>
  )
}
