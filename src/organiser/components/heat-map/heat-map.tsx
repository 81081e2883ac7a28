import { Image, Text, View } from '@tarojs/components'
import { aria, silentImage } from '@/components/aria/aria'
import { formatPercent } from '@/domain/metrics'
import { inColumn } from '../../figure-words'
import { type HeatRow, heatUri, meanRate, monthNumber, rowWords } from './heat-map.shared'
import './heat-map.scss'

interface HeatMapProps {
  months: readonly string[]
  /** The organisation that the others make up: drawn first, apart from them. */
  whole: HeatRow
  rows: readonly HeatRow[]
  /** Pressing a row opens its months one by one: a cell is too small for a finger. */
  onRow: (row: HeatRow) => void
}

/** Organisations over the months: the name above its strip, so that a long name has the width. Each strip is one drawing: a page stays small. */
export function HeatMap({ months, whole, rows, onRow }: HeatMapProps) {
  return (
    <View>
      <Strip row={whole} months={months} onRow={onRow} total />
      <Months months={months} />
      {rows.map((row) => (
        <Strip key={row.org.id} row={row} months={months} onRow={onRow} />
      ))}
      {/* a long list ends far from its head */}
      {rows.length > 3 && <Months months={months} />}
      <View
        className="o-heat__legend t-xs"
        {...aria({ role: 'img', label: '颜色越深比率越高，虚线框是没有数据，浅色带点是零' })}
      >
        <Text>低</Text>
        <Image className="o-heat__scale" src={heatUri(scale)} {...silentImage()} />
        <Text>高</Text>
        <Image className="o-heat__one" src={heatUri([[0, 1]])} {...silentImage()} />
        <Text>零</Text>
        <Image className="o-heat__one" src={heatUri([null])} {...silentImage()} />
        <Text>无数据</Text>
      </View>
    </View>
  )
}

interface StripProps {
  row: HeatRow
  months: readonly string[]
  onRow: (row: HeatRow) => void
  /** Of the whole organisation. */
  total?: boolean
}

function Strip({ row, months, onRow, total = false }: StripProps) {
  const { org, cells } = row
  const mean = meanRate(cells)
  const text = mean === null ? '无数据' : formatPercent(mean)
  return (
    <View
      className="o-heat__row"
      hoverClass="o-heat__row--pressed"
      onClick={() => onRow(row)}
      {...aria({ role: 'button', label: `${org.name}，十二个月合计 ${text}，${rowWords(row, months)}，逐月看` })}
    >
      <View className="o-heat__head">
        <View className={`o-heat__name ${total ? 'o-heat__name--total' : ''}`}>{org.name}</View>
        <Text className={`o-heat__mean ${mean === null ? 'o-heat__mean--none' : ''}`}>
          {total && mean !== null && <Text className="o-heat__word">合计 </Text>}
          {inColumn(text)}
        </Text>
      </View>
      <View className="o-heat__cells">
        <Image className="o-heat__image" src={heatUri(cells)} {...silentImage()} />
      </View>
    </View>
  )
}

function Months({ months }: { months: readonly string[] }) {
  return (
    <View className="o-heat__months" {...aria({ hidden: true })}>
      {months.map((month) => (
        <Text key={month} className="o-heat__month">
          {monthNumber(month)}
        </Text>
      ))}
    </View>
  )
}

const scale: [number, number][] = [1, 3, 5, 7, 9].map((tenths) => [tenths, 10])
