import { Image, Text, View } from '@tarojs/components'
import { aria, silentImage } from '@/components/aria/aria'
import { formatNumber } from '@/domain/metrics'
import { labelledPoints, trendBox, trendPoints, trendUri } from './trend.shared'
import './trend.scss'

export interface TrendStop {
  /** Under the point: `11.2`. */
  readonly name: string
  readonly value: number
  /** Not a whole week. */
  readonly short: boolean
}

/** A line over weeks: drawn as an image, with its numbers and dates as text on it. `label` is read out before the numbers. */
export function Trend({ stops, label }: { stops: readonly TrendStop[]; label: string }) {
  const values = stops.map((stop) => stop.value)
  const short = stops.map((stop) => stop.short)
  const points = trendPoints(values)
  const labelled = labelledPoints(values)
  const spoken = `${label}：${stops.map((stop) => `${stop.name} 起 ${stop.value}`).join('，')}`
  return (
    <View className="o-trend" {...aria({ role: 'img', label: spoken })}>
      <View className="o-trend__plot">
        <Image className="o-trend__image" src={trendUri(values, short)} {...silentImage()} />
        {labelled.map((index) => {
          const point = points[index]
          if (point === undefined) return null
          const left = `${(point.x / trendBox.width) * 100}%`
          const top = `${(point.y / trendBox.height) * 100}%`
          return (
            <Text key={index} className="o-trend__value" style={{ left, top }}>
              {formatNumber(point.value)}
            </Text>
          )
        })}
      </View>
      <View className="o-trend__names">
        {labelled.map((index) => (
          <Text
            key={index}
            className="o-trend__name"
            style={{ left: `${((points[index]?.x ?? 0) / trendBox.width) * 100}%` }}
          >
            {stops[index]?.name}
          </Text>
        ))}
      </View>
    </View>
  )
}
