import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { Figure } from '@/contracts/stats'
import { changeOf, metric } from '@/domain/metrics'
import type { SliceName } from '@/services/stats'
import { BigFigure } from '../../components/big-figure/big-figure'
import { dotted } from '../../components/period/period.shared'
import { SliceBar } from '../../components/slice-tabs/slice-bar'
import { Trend } from '../../components/trend/trend'
import { figureWords, shortRate } from '../../figure-words'
import type { KindView } from '../../kinds'
import { figureOf, type Overview, trendStops, trendWords } from './figures.shared'

interface FiguresSummaryProps {
  overview: Overview
  view: KindView
  periodWords: string
  /** The period before, in words. */
  before: string
  slice: SliceName
  onSlice: (slice: SliceName) => void
  onMore: () => void
  onFigure: (figure: Figure) => void
}

/** 人数 and 人次 side by side, the rate, each against the period before, and how it went over the weeks or months. */
export function FiguresSummary(props: FiguresSummaryProps) {
  const { overview, view, periodWords, before, slice, onSlice, onMore, onFigure } = props
  const codes = [view.people, view.times, view.rate]
  const labels = ['参与人数', '参与人次', shortRate(metric(view.rate).name)]
  const bigs = codes.map((code, i) => {
    const figure = figureOf(overview.figures, code)
    const past = overview.before?.figures.find((one) => one.code === code)
    return { figure, label: labels[i] ?? figureWords(figure).name, change: changeOf(figure, past, metric(code).kind) }
  })
  const compared = bigs.some(({ change }) => change !== null)
  return (
    <Card>
      <SliceBar slice={slice} onSlice={onSlice} onMore={onMore} />
      <View className="o-bigs">
        {bigs.map(({ figure, label, change }) => (
          <BigFigure
            key={figure.code}
            figure={figure}
            label={label}
            accent={figure.code === view.rate}
            change={change && { change, of: before }}
            onOpen={onFigure}
          />
        ))}
      </View>
      <View className="t-xs o-against">
        {periodWords}
        {compared ? `\u00a0· ▲▼ 与${before}比` : ''}
      </View>
      <SummaryTrend overview={overview} view={view} before={compared ? before : null} />
    </Card>
  )
}

/** @param before null: there is nothing to compare with */
function SummaryTrend({ overview, view, before }: { overview: Overview; view: KindView; before: string | null }) {
  const { trendUnit } = overview
  const words = trendWords[trendUnit]
  const name = (day: string) => (trendUnit === 'week' ? dotted(day) : `${Number(day.slice(5, 7))}月`)
  const stops = trendStops(overview, view.kind).map((stop) => ({
    name: name(stop.from),
    value: stop.people,
    short: stop.short,
  }))
  if (stops.length < 2) return null
  const past = before === null ? [] : (overview.before?.trend ?? []).map((stop) => stop[view.kind].people)
  const none = stops.every((stop) => stop.value === 0) && past.every((people) => people === 0)
  return (
    <View className="o-trend-box">
      <View className="l-ends">
        <Text className="t-s">{words.label}</Text>
        {!none && <Text className="t-xs">{words.note}</Text>}
      </View>
      {none ? (
        <View className="o-trend-none t-s">{words.none}</View>
      ) : (
        <Trend
          stops={stops}
          label={words.label}
          short={words.short}
          past={past.length > 1 ? { values: past, name: before ?? '' } : null}
        />
      )}
    </View>
  )
}
