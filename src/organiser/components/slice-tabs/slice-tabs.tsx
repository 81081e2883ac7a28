import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { SliceName } from '@/services/stats'
import './slice-tabs.scss'

const slices: readonly { readonly value: SliceName; readonly text: string }[] = [
  { value: 'all', text: '全体党员' },
  { value: 'mobile', text: '流动党员' },
]

interface SliceTabsProps {
  slice: SliceName
  onSlice: (slice: SliceName) => void
  /** At the other end of the line. */
  note?: string
}

/** Whose participation: of all members, or of the mobile members only. */
export function SliceTabs({ slice, onSlice, note }: SliceTabsProps) {
  return (
    <View className="o-slices">
      <View className="o-slices__choice">
        {slices.map(({ value, text }) => (
          <View
            key={value}
            className={`o-slices__one ${value === slice ? 'o-slices__one--on' : ''}`}
            onClick={() => onSlice(value)}
            {...aria({ role: 'radio', checked: value === slice })}
          >
            <Text className="o-slices__word">{text}</Text>
          </View>
        ))}
      </View>
      {note && <Text className="t-xs">{note}</Text>}
    </View>
  )
}
