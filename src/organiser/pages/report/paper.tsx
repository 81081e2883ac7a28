import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Wholes } from '@/components/phrases/phrases'
import type { ReportDocument } from '@/contracts/report'
import { dayText } from '../../components/period/period.shared'
import {
  type Paragraph as Block,
  isLacking,
  type Piece,
  piecesOf,
  placed,
  type ReportSentence,
  textOf,
  titleParts,
} from './report.shared'
import './paper.scss'

interface PaperProps {
  document: ReportDocument
  /** Pressing a figure opens it. */
  onFigure: (code: string, orgId?: string) => void
  /** Pressing a sentence's words; null: it cannot be changed. */
  onSentence: ((id: string) => void) | null
}

interface PieceProps {
  piece: Piece
  onFigure: PaperProps['onFigure']
  /** The sentence around it is a button, in which a reader finds no further ones: the list of figures below the paper opens them too. */
  inButton: boolean
}

function PieceOf({ piece, onFigure, inButton }: PieceProps) {
  const { type, text } = piece
  if (type === 'untraced') return <Text className="paper__untraced">{text}</Text>
  if (type === 'words' || (type === 'missing' && piece.code === null)) return <Text>{text}</Text>
  const shape = type === 'figure' ? 'paper__figure' : 'paper__lacking'
  return (
    <Text
      className={shape}
      onClick={(event) => {
        event.stopPropagation()
        onFigure(piece.code ?? '', type === 'figure' ? piece.orgId : undefined)
      }}
      {...(inButton ? {} : aria({ role: 'link', label: `${text}，看说明` }))}
    >
      {text}
    </Text>
  )
}

function Sentence({
  sentence,
  onFigure,
  onSentence,
}: { sentence: ReportSentence } & Pick<PaperProps, 'onFigure' | 'onSentence'>) {
  const { id, manual } = sentence
  const shape = [
    isLacking(sentence) ? 'paper__sentence--lacking' : '',
    manual ? 'paper__sentence--manual' : '',
    manual?.conflict ? 'paper__sentence--conflict' : '',
  ]
  const press = onSentence
    ? {
        onClick: () => onSentence(id),
        ...aria({ role: 'button', label: `${textOf(sentence)}${manual ? '，手写' : ''}，改这一句` }),
      }
    : {}
  return (
    <Text className={shape.join(' ')} {...press}>
      {manual && <Text className="paper__mark">手写</Text>}
      {piecesOf(sentence).map((piece) => (
        <PieceOf key={piece.at} piece={piece} onFigure={onFigure} inButton={onSentence !== null} />
      ))}
    </Text>
  )
}

function Paragraph({ block, ...rest }: { block: Block } & Pick<PaperProps, 'onFigure' | 'onSentence'>) {
  const lacking = block.sentences.every(isLacking)
  return (
    <View className={`paper__paragraph ${lacking ? 'paper__paragraph--lacking' : ''}`}>
      {block.number && <Text>{block.number}</Text>}
      {block.sentences.map((sentence) => (
        <Sentence key={sentence.id} sentence={sentence} {...rest} />
      ))}
    </View>
  )
}

/** The report as on paper; every figure in it is a door, and of a draft every sentence too. */
export function Paper({ document, ...rest }: PaperProps) {
  return (
    <View className="paper">
      <View className="paper__title" {...aria({ role: 'heading' })}>
        <Wholes parts={titleParts(document)} />
      </View>
      {placed(document.blocks).map(({ at, block }) =>
        block.type === 'heading' ? (
          <View key={at} className={`paper__heading paper__heading--${block.level}`} {...aria({ role: 'heading' })}>
            {block.text}
          </View>
        ) : (
          <Paragraph key={at} block={block} {...rest} />
        ),
      )}
      <View className="paper__signature">
        <View>{document.signature}</View>
        <View>{dayText(document.day, '').replace(/ /g, '')}</View>
      </View>
    </View>
  )
}
