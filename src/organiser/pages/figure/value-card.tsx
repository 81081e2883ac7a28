import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { formatFigure, formatNumber } from '@/domain/metrics'
import { whyNoValue } from '../../figure-words'
import type { Explained } from './figure.shared'

/** The number itself, what it means, and what was divided. */
export function ValueCard({ explained }: { explained: Explained }) {
  const { figure, name, unit, definition, parts, formula, kind } = explained
  const text = formatFigure(figure, { kind })
  const why = explained.source === 'none' ? null : whyNoValue(figure.state)
  const { numerator, denominator } = figure
  return (
    <Card>
      <View className="t-h3">{name}</View>
      <View className="f-value">
        {figure.value === null ? (
          <Tag tone="wait" size="large">
            {text}
          </Tag>
        ) : (
          <>
            <Text className="t-num">{text}</Text>
            {unit !== '%' && <Text className="f-unit">{unit}</Text>}
          </>
        )}
      </View>
      <View className="t-p">{definition}</View>
      {why && <View className="f-why t-s">{why}</View>}
      {parts && formula && numerator !== undefined && denominator !== undefined && (
        <View className="f-formula">
          <View className="f-part">
            <Text className="f-part__name">{parts.numerator}</Text>
            <Text className="f-part__number">{formatNumber(numerator)}</Text>
          </View>
          <View className="f-part">
            <Text className="f-part__name">÷ {parts.denominator}</Text>
            <Text className="f-part__number">{formatNumber(denominator)}</Text>
          </View>
          <View className="f-part f-part--result">
            <Text className="f-part__name">= {name}</Text>
            <Text className="f-part__number">{text}</Text>
          </View>
        </View>
      )}
    </Card>
  )
}
