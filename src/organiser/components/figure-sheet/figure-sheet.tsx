import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Sheet } from '@/components/sheet/sheet'
import { Tag } from '@/components/tag/tag'
import type { Figure } from '@/contracts/stats'
import { type FigureWords, figureWords, whyNoValue } from '../../figure-words'
import { ratioText } from './figure-sheet.shared'
import './figure-sheet.scss'

/** A figure that was opened, and where it stands. */
export interface OpenFigure {
  readonly figure: Figure
  readonly orgName: string
  /** The days, in words, and whose participation it is about. */
  readonly scope: string
  /** `数据截至 …` */
  readonly asOf: string
  /** What is said of it, when the registry does not know it (台账). */
  readonly words?: FigureWords
}

export interface FigureLink {
  readonly text: string
  readonly onOpen: () => void
}

interface FigureSheetProps {
  open: OpenFigure
  /** Where the records behind the figure are. */
  links?: readonly FigureLink[]
  onClose: () => void
}

/** What a figure means: its value, its name, its definition, what was divided, and up to when it is complete. */
export function FigureSheet({ open, links = [], onClose }: FigureSheetProps) {
  const { figure, orgName, scope, asOf } = open
  const words = open.words ?? figureWords(figure)
  const ratio = ratioText(figure, words.text)
  const why = whyNoValue(figure.state)
  return (
    <Sheet title={words.name} onClose={onClose}>
      <View className="o-sheet__value">
        {figure.value === null ? (
          <Tag tone="wait" size="large">
            {words.text}
          </Tag>
        ) : (
          <>
            <Text className="t-num">{words.text}</Text>
            {words.unit !== '%' && <Text className="o-sheet__unit">{words.unit}</Text>}
          </>
        )}
      </View>
      {ratio && <View className="o-sheet__ratio">{ratio}</View>}
      <View className="o-sheet__definition">{words.definition}</View>
      {why && <View className="o-sheet__definition o-sheet__why">{why}</View>}
      <View className="o-sheet__facts t-s">
        <View>{`${orgName}\u00a0· ${scope}`}</View>
        <View>{asOf}</View>
        <View>
          指标 <Text className="o-sheet__code">{figure.code}</Text>
        </View>
      </View>
      {links.length > 0 && (
        <View className="o-sheet__links">
          {links.map((link) => (
            <View key={link.text} className="o-sheet__link" onClick={link.onOpen} {...aria({ role: 'link' })}>
              {link.text} ›
            </View>
          ))}
        </View>
      )}
    </Sheet>
  )
}
