import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Tag } from '@/components/tag/tag'
import type { AnalysedItem } from '@/contracts/analysis'
import { choiceLines, type Detail, percent } from './analysis.shared'

/** Who chose what: a bar for each option, the key named in words; of a gap what is accepted and what is often written. */
export function Choices({ kind, detail, answers }: { kind: AnalysedItem['kind']; detail: Detail; answers: number }) {
  const { accepted, texts } = detail
  return (
    <View className="analysis__well">
      {kind === 'fill' && (
        <>
          <View className="t-s">算对的：{accepted.join('、')}</View>
          {texts.length > 0 && <View className="t-s">常见的错填（5 份以上才列）：</View>}
          {texts.map(({ text, count }) => (
            <View key={text} className="analysis__line">
              <View className="analysis__head">
                <View className="l-grow">{text}</View>
                <View className="analysis__value">{count} 份</View>
              </View>
              <Bar parts={[{ fraction: answers === 0 ? 0 : count / answers, tone: 'grey' }]} />
            </View>
          ))}
        </>
      )}
      {choiceLines(detail, answers).map(({ letter, text, isKey, count, share, rest }) => (
        <View key={letter} className="analysis__line">
          <View className="analysis__head">
            <View className="l-grow">
              {letter && `${letter}. `}
              {text}
              {isKey && (
                <Tag tone="ok" className="analysis__key">
                  ✓ 答案
                </Tag>
              )}
            </View>
            <View className="analysis__value">{percent(share)}</View>
          </View>
          <Bar parts={[{ fraction: share, tone: isKey ? 'ok' : 'grey' }]} />
          <View className="t-xs analysis__foot">
            {count} 份{rest === null ? '' : `，其余题平均得 ${percent(rest)}`}
          </View>
        </View>
      ))}
    </View>
  )
}
