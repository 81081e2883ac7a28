import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { type Place, placeLabel } from './quiz.shared'

interface AnswerCardProps {
  places: readonly Place[]
  onPick: (place: number) => void
  onSubmit: () => void
  onClose: () => void
}

/** 答题卡: every question at a glance, in words and shapes: which have an answer, which are marked, which one is on the screen. */
export function AnswerCard({ places, onPick, onSubmit, onClose }: AnswerCardProps) {
  const foot = <Button onClick={onSubmit}>交卷</Button>
  const blanks = places.filter(({ done }) => !done).length
  const marked = places.filter((place) => place.marked).length
  const count = places.length
  const words = blanks > 0 ? `已答 ${count - blanks} 题，还有 ${blanks} 题没有答` : `${count} 题都答了`
  return (
    <Sheet title="答题卡" onClose={onClose} foot={foot}>
      <View className="t-s">{marked > 0 ? `${words}，★ 标记了 ${marked} 题` : words}</View>
      <View className="answer-card">
        {places.map((place) => (
          <One key={place.place} place={place} onPick={onPick} />
        ))}
      </View>
    </Sheet>
  )
}

function One({ place, onPick }: { place: Place; onPick: (place: number) => void }) {
  const { done, marked, here } = place
  return (
    <View
      className={`answer-card__one ${done ? 'answer-card__one--done' : ''} ${here ? 'answer-card__one--here' : ''}`}
      onClick={() => onPick(place.place)}
      {...aria({ role: 'button', label: placeLabel(place) })}
    >
      <View className="answer-card__number">
        {place.place + 1}
        {marked && <View className="answer-card__star">★</View>}
      </View>
      <View className="answer-card__state">{here ? '在这题' : done ? '已答' : '未答'}</View>
    </View>
  )
}
