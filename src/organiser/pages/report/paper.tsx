import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { ReportBlock, ReportDocument } from '@/contracts/report'
import { dayText } from '../../components/period/period.shared'
import { type Piece, placed, sentencesOf } from './report.shared'
import './paper.scss'

interface PaperProps {
  document: ReportDocument
  /** Pressing a figure opens it. */
  onFigure: (code: string) => void
}

function PieceOf({ piece, onFigure }: { piece: Piece; onFigure: PaperProps['onFigure'] }) {
  if (piece.type === 'words' || (piece.type === 'missing' && piece.code === null)) return <Text>{piece.text}</Text>
  const code = piece.code ?? ''
  const shape = piece.type === 'figure' ? 'paper__figure' : 'paper__lacking'
  return (
    <Text className={shape} onClick={() => onFigure(code)} {...aria({ role: 'link', label: `${piece.text}，看说明` })}>
      {piece.text}
    </Text>
  )
}

function Paragraph({
  block,
  onFigure,
}: {
  block: ReportBlock & { type: 'paragraph' }
  onFigure: PaperProps['onFigure']
}) {
  const sentences = sentencesOf(block.runs)
  const lacking = sentences.length > 0 && sentences.every((sentence) => sentence.missing)
  return (
    <View className={`paper__paragraph ${lacking ? 'paper__paragraph--lacking' : ''}`}>
      {sentences.map((sentence) => (
        <Text key={sentence.pieces[0]?.at} className={sentence.missing ? 'paper__sentence--lacking' : ''}>
          {sentence.pieces.map((piece) => (
            <PieceOf key={piece.at} piece={piece} onFigure={onFigure} />
          ))}
        </Text>
      ))}
    </View>
  )
}

/** The report as on paper; every figure in it is a door. */
export function Paper({ document, onFigure }: PaperProps) {
  return (
    <View className="paper">
      <View className="paper__title" {...aria({ role: 'heading' })}>
        {document.title}
      </View>
      {placed(document.blocks).map(({ at, block }) =>
        block.type === 'heading' ? (
          <View key={at} className={`paper__heading paper__heading--${block.level}`} {...aria({ role: 'heading' })}>
            {block.text}
          </View>
        ) : (
          <Paragraph key={at} block={block} onFigure={onFigure} />
        ),
      )}
      <View className="paper__signature">
        <View>{document.signature}</View>
        <View>{dayText(document.day, '')}</View>
      </View>
    </View>
  )
}
