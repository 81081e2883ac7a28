import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { questionKindWords, sourceWords } from '@/components/words/kind.shared'
import type { AnalysedItem, Analysis } from '@/contracts/analysis'
import { Pieces } from '../../components/pieces/pieces'
import { discriminationWords, orNone } from './analysis.shared'
import { Choices } from './choices'
import { CorrectSheet } from './correct-sheet'

interface ItemSheetProps {
  item: AnalysedItem
  analysis: Analysis
  onClose: () => void
  /** Another key holds now. */
  onCorrected: () => void
}

/** One question: how it went, who chose what, and its numbers with what they mean. */
export function ItemSheet({ item, analysis, onClose, onCorrected }: ItemSheetProps) {
  const [correcting, setCorrecting] = useState(false)
  const { quiz, mayCorrect } = analysis
  if (correcting) return <CorrectSheet item={item} quiz={quiz} onClose={onClose} onCorrected={onCorrected} />
  const { number, kind, stem, source, answers, facility, discrimination, efficiency, guess, detail } = item
  const numbers = [
    { name: '得分率', value: orNone(facility), means: guess === null ? '平均得到的分' : `随便选能得 ${orNone(guess)}` },
    { name: '区分度', value: orNone(discrimination), means: discriminationWords(discrimination) },
    { name: '区分效率', value: orNone(efficiency), means: '占最多能区分的' },
    { name: '实际权重', value: orNone(item.effectiveWeight), means: `应占 ${orNone(item.intendedWeight)}` },
  ]
  return (
    <Sheet
      title={`第 ${number} 题 · ${questionKindWords[kind].name}`}
      onClose={onClose}
      foot={
        mayCorrect && detail ? (
          <Button kind="quiet" onClick={() => setCorrecting(true)}>
            更正答案
          </Button>
        ) : undefined
      }
    >
      <View className="l-stack">
        <View className="t-p">{stem}</View>
        <View className="t-s">
          <Pieces of={[sourceWords(source), `${answers} 次作答`]} />
        </View>
        {detail?.full && <View className="t-s t-gold">这道题已改为全员得分。</View>}
        {detail && <Choices kind={kind} detail={detail} answers={answers} />}
        <View className="analysis__numbers">
          {numbers.map(({ name, value, means }) => (
            <View key={name}>
              <View className="t-s">{name}</View>
              <View className="analysis__figure">{value}</View>
              <View className="t-xs">{means}</View>
            </View>
          ))}
        </View>
        <View className="t-xs">
          区分度：这题的得分和其余题得分的相关，50% 以上很好，20% 以下很弱，负数说明会的人反而答错。不到 30 次作答不给。
        </View>
      </View>
    </Sheet>
  )
}
