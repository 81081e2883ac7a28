import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria/aria'
import { Icon } from '../icon/icon'
import type { IconName, IconTone } from '../icon/icon.shared'
import { Phrases } from '../phrases/phrases'
import './list-row.scss'

interface ListRowProps {
  title: ReactNode
  note?: ReactNode
  icon?: IconName
  tone?: IconTone
  /** At the end of the row: a tag, a number. */
  end?: ReactNode
  /** Makes the row a button. */
  onClick?: () => void
  /** What a screen reader says for the whole row. */
  label?: string
}

/** A row of a list card, at least 56 px high. A row that can be pressed ends in a chevron unless something else stands there. */
export function ListRow({ title, note, icon, tone = 'red', end, onClick, label }: ListRowProps) {
  const press = onClick ? { onClick, hoverClass: 'row--pressed', ...aria({ role: 'button', label }) } : {}
  return (
    <View className={`row ${onClick ? 'row--press' : ''}`} {...press}>
      {icon && (
        <View className="row__icon">
          <Icon name={icon} tone={tone} boxed />
        </View>
      )}
      <View className="row__words">
        <View className="t-h3">{typeof title === 'string' ? <Phrases title={title} /> : title}</View>
        {note !== undefined && <View className="t-s row__note">{note}</View>}
      </View>
      {end !== undefined && <View className="row__end">{end}</View>}
      {onClick && end === undefined && (
        <View className="row__chevron" {...aria({ hidden: true })}>
          ›
        </View>
      )}
    </View>
  )
}
