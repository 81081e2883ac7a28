import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { Figure } from '@/contracts/stats'
import type { SliceName } from '@/services/stats'
import { BigFigure } from '../../components/big-figure/big-figure'
import { dotted } from '../../components/period/period.shared'
import { SliceTabs } from '../../components/slice-tabs/slice-tabs'
import { Trend } from '../../components/trend/trend'
import { figureWords, shortRate } from '../../figure-words'
import type { KindView } from '../../kinds'
import { figureOf, type Overview, trendStops, trendWords } from './figures.shared'

interface FiguresSummaryProps {
  overview: Overview
  view: KindView
  periodWords: string
  slice: SliceName
  onSlice: (slice: SliceName) => void
  onFigure: (figure: Figure) => void
}

/** 人数 and 人次 side by side, the rate, and how it went over the weeks or months. */
export function FiguresSummary({ overview, view, periodWords, slice, onSlice, onFigure }: FiguresSummaryProps) {
  const figure = (code: string) => figureOf(overview.figures, code)
  const words = trendWords[overview.trendUnit]
  const name = (day: string) => (overview.trendUnit === 'week' ? dotted(day) : `${Number(day.slice(5, 7))}月`)
  const stops = trendStops(overview, view.kind).map((stop) => ({
    name: name(stop.from),
    value: stop.people,
    short: stop.short,
  }))
  const none = stops.every((stop) => stop.value === 0)
  return (
    <Card>
      <SliceTabs slice={slice} onSlice={onSlice} note={periodWords} />
      <View className="o-bigs">
        <BigFigure figure={figure(view.people)} label="参与人数" onOpen={onFigure} />
        <BigFigure figure={figure(view.times)} label="参与人次" onOpen={onFigure} />
        <BigFigure
          figure={figure(view.rate)}
          label={shortRate(figureWords(figure(view.rate)).name)}
          accent
          onOpen={onFigure}
        />
      </View>
      {stops.length > 1 && (
        <View className="o-trend-box">
          <View className="l-ends t-xs">
            <Text>{words.note}</Text>
            {!none && stops.some((stop) => stop.short) && <Text>{words.short}</Text>}
          </View>
          {none ? <View className="o-trend-none t-s">{words.none}</View> : <Trend stops={stops} label={words.label} />}
        </View>
      )}
    </Card>
  )
}
