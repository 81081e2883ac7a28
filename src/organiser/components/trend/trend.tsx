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

interface TrendProps {
  stops: readonly TrendStop[]
  /** Read out before the numbers. */
  label: string
  /** What a hollow point means. */
  short: string
  /** The period before, and how it is called. */
  past?: { readonly values: readonly number[]; readonly name: string } | null
}

/** A line over weeks, with the period before as a thin one: drawn as an image, with its numbers and dates as text on it. */
export function Trend({ stops, label, short: shortWords, past = null }: TrendProps) {
  const values = stops.map((stop) => stop.value)
  const short = stops.map((stop) => stop.short)
  const before = past?.values.slice(0, values.length) ?? []
  const points = trendPoints(values, before)
  const labelled = labelledPoints(values)
  const told = `${label}：${stops.map((stop) => `${stop.name} 起 ${stop.value}`).join('，')}`
  const spoken = past ? `${told}。${past.name}依次是 ${before.join('，')}` : told
  return (
    <View className="o-trend" {...aria({ role: 'img', label: spoken })}>
      <View className="o-trend__plot">
        <Image className="o-trend__image" src={trendUri(values, short, before)} {...silentImage()} />
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
      {(past || short.includes(true)) && (
        <View className="o-trend__keys t-xs" {...aria({ hidden: true })}>
          {short.includes(true) && (
            <View className="o-trend__key">
              <View className="o-trend__hollow" />
              {shortWords}
            </View>
          )}
          {past && (
            <View className="o-trend__key">
              <View className="o-trend__thin" />
              {past.name}
            </View>
          )}
        </View>
      )}
    </View>
  )
}
