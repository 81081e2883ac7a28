import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'

interface AnswerCardProps {
  count: number
  at: number
  blanks: readonly number[]
  onPick: (place: number) => void
  onSubmit: () => void
  onClose: () => void
}

/** 答题卡: every question at a glance, those without an answer marked. */
export function AnswerCard({ count, at, blanks, onPick, onSubmit, onClose }: AnswerCardProps) {
  const foot = <Button onClick={onSubmit}>交卷</Button>
  const words =
    blanks.length > 0 ? `已答 ${count - blanks.length} 题，还有 ${blanks.length} 题没有答` : `${count} 题都答了`
  return (
    <Sheet title="答题卡" onClose={onClose} foot={foot}>
      <View className="t-s">{words}</View>
      <View className="answer-card">
        {Array.from({ length: count }, (_, place) => place).map((place) => (
          <Place key={place} place={place} here={place === at} blank={blanks.includes(place)} onPick={onPick} />
        ))}
      </View>
    </Sheet>
  )
}

interface PlaceProps {
  place: number
  here: boolean
  blank: boolean
  onPick: (place: number) => void
}

function Place({ place, here, blank, onPick }: PlaceProps) {
  const label = `第 ${place + 1} 题，${blank ? '没有答' : '已答'}`
  return (
    <View
      className={`answer-card__one ${blank ? '' : 'answer-card__one--done'} ${here ? 'answer-card__one--here' : ''}`}
      onClick={() => onPick(place)}
      {...aria({ role: 'button', label })}
    >
      {place + 1}
    </View>
  )
}
