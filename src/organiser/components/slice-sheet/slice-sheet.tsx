import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import type { Category } from '@/contracts/identity'
import type { AgeBand, Slice } from '@/contracts/stats'
import { ageNames, categoryNames, sliceWords } from '@/domain/metrics'
import './slice-sheet.scss'

/** A category that may be chosen, with how many branches it has. */
export interface CategoryChoice {
  readonly category: Category
  readonly organisations: number
}

interface SliceSheetProps {
  slice: Slice
  /** Those with enough branches to be shown by themselves; none: the organisation is all of one. */
  categories: readonly CategoryChoice[]
  onChoose: (slice: Slice) => void
  onClose: () => void
}

interface ChipProps {
  text: string
  on: boolean
  /** Several may be on together, or one of a row. */
  role: 'checkbox' | 'radio'
  onPress: () => void
}

function Chip({ text, on, role, onPress }: ChipProps) {
  return (
    <View className={`o-chip ${on ? 'o-chip--on' : ''}`} onClick={onPress} {...aria({ role, checked: on })}>
      {text}
    </View>
  )
}

/** Whose participation: standing, age and category together; what is not chosen does not restrict. */
export function SliceSheet({ slice, categories, onChoose, onClose }: SliceSheetProps) {
  const [own, setOwn] = useState<Slice>(slice)
  const without = (key: keyof Slice): Slice => {
    const { [key]: _, ...rest } = own
    return rest
  }
  return (
    <Sheet
      title="看哪些党员"
      onClose={onClose}
      foot={<Button onClick={() => onChoose(own)}>看{sliceWords(own)}</Button>}
    >
      <View className="o-slice__group">
        <View className="t-h3">身份</View>
        <View className="o-slice__chips">
          <Chip
            text="流动党员"
            role="checkbox"
            on={own.mobile === true}
            onPress={() => setOwn(own.mobile ? without('mobile') : { ...own, mobile: true })}
          />
          <Chip
            text="预备党员"
            role="checkbox"
            on={own.probationary === true}
            onPress={() => setOwn(own.probationary ? without('probationary') : { ...own, probationary: true })}
          />
        </View>
      </View>
      <View className="o-slice__group">
        <View className="t-h3">年龄</View>
        <View className="o-slice__chips">
          <Chip text="不限" role="radio" on={own.age === undefined} onPress={() => setOwn(without('age'))} />
          {(Object.keys(ageNames) as AgeBand[]).map((age) => (
            <Chip
              key={age}
              text={ageNames[age]}
              role="radio"
              on={own.age === age}
              onPress={() => setOwn({ ...own, age })}
            />
          ))}
        </View>
      </View>
      {(categories.length > 1 || own.category !== undefined) && (
        <View className="o-slice__group">
          <View className="t-h3">支部类别</View>
          <View className="o-slice__chips">
            <Chip
              text="不限"
              role="radio"
              on={own.category === undefined}
              onPress={() => setOwn(without('category'))}
            />
            {categories.map(({ category, organisations }) => (
              <Chip
                key={category}
                text={`${categoryNames[category]}（${organisations}）`}
                role="radio"
                on={own.category === category}
                onPress={() => setOwn({ ...own, category })}
              />
            ))}
          </View>
          <View className="t-xs">括号内为支部数，不足五个支部的类别不单列。</View>
        </View>
      )}
      {Object.keys(own).length > 0 && (
        <Button kind="plain" size="small" onClick={() => setOwn({})}>
          全部清除
        </Button>
      )}
    </Sheet>
  )
}
