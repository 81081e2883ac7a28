import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Sheet } from '@/components/sheet/sheet'
import { formatNumber } from '@/domain/metrics'
import { cellWords, type Heat, type HeatRow } from '../../components/heat-map/heat-map.shared'
import { inColumn } from '../../figure-words'

interface HeatSheetProps {
  row: HeatRow
  heat: Heat
  /** null: it is the organisation that is open. */
  onOrg: (() => void) | null
  /** A month, 'YYYY-MM'. */
  onMonth: (month: string) => void
  onClose: () => void
}

const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** An organisation's months one by one, the latest first, each with what was divided; one with data opens its figure. */
export function HeatSheet({ row, heat, onOrg, onMonth, onClose }: HeatSheetProps) {
  const months = heat.months.map((month, i) => ({ month, one: row.cells[i] ?? null })).reverse()
  return (
    <Sheet title={row.org.name} onClose={onClose}>
      {onOrg && (
        <View className="o-sheet__links o-months-link">
          <View className="o-sheet__link" onClick={onOrg} {...aria({ role: 'link' })}>
            看这个组织 ›
          </View>
        </View>
      )}
      {months.map(({ month, one }) => (
        <View
          key={month}
          className="o-month"
          {...(one
            ? {
                onClick: () => onMonth(month),
                ...aria({
                  role: 'button',
                  label: `${monthWords(month)}，${cellWords(one)}，${one[0]} 除以 ${one[1]}，看说明`,
                }),
              }
            : {})}
        >
          <View className="o-month__name">{monthWords(month)}</View>
          {one && <View className="o-month__ratio">{`${formatNumber(one[0])} ÷ ${formatNumber(one[1])}`}</View>}
          <View className={`o-month__rate ${one ? '' : 'o-month__rate--none'}`}>{inColumn(cellWords(one))}</View>
        </View>
      ))}
      <View className="t-xs o-gap-note">没有安排、没有开展、当时还没有成立的月份写“无数据”，不当作零。</View>
    </Sheet>
  )
}
