import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { sliceOf, sliceWords } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import './slice-tabs.scss'

interface SliceBarProps {
  slice: SliceName
  onSlice: (slice: SliceName) => void
  /** To choose any other slice. */
  onMore: () => void
}

interface OneProps {
  text: string
  label?: string
  on: boolean
  role: 'radio' | 'button'
  onPress: () => void
}

function One({ text, label, on, role, onPress }: OneProps) {
  return (
    <View
      className={`o-slices__one ${on ? 'o-slices__one--on' : ''}`}
      onClick={onPress}
      {...aria({ role, ...(role === 'radio' ? { checked: on } : {}), ...(label ? { label } : {}) })}
    >
      <Text className="o-slices__word">{text}</Text>
    </View>
  )
}

/** Whose participation: of all members, of the mobile members, or of any slice that was chosen. */
export function SliceBar({ slice, onSlice, onMore }: SliceBarProps) {
  const other = slice !== 'all' && slice !== 'mobile'
  const words = sliceWords(sliceOf(slice))
  return (
    <View className="o-slices">
      <View className="o-slices__choice">
        <One text="全体党员" role="radio" on={slice === 'all'} onPress={() => onSlice('all')} />
        <One text="流动党员" role="radio" on={slice === 'mobile'} onPress={() => onSlice('mobile')} />
        <One
          text={`${other ? words : '更多人群'} ▾`}
          label={other ? `现在看的是${words}，更改` : '更多人群'}
          role="button"
          on={other}
          onPress={onMore}
        />
      </View>
    </View>
  )
}
