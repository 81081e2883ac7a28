import { Option } from '../option/option'
import { TextLine } from '../text-line/text-line'

interface ReasonsProps<Reason extends string> {
  words: Readonly<Record<Reason, string>>
  /** null: none is chosen yet. */
  value: Reason | null
  onChoose: (reason: Reason) => void
  note: string
  onNote: (note: string) => void
}

/** One reason among a few, and a word to it. It stands in a stack. */
export function Reasons<Reason extends string>({ words, value, onChoose, note, onNote }: ReasonsProps<Reason>) {
  return (
    <>
      {(Object.entries(words) as [Reason, string][]).map(([reason, text]) => (
        <Option
          key={reason}
          letter={reason === value ? '✓' : ''}
          text={text}
          state={reason === value ? 'on' : 'plain'}
          onClick={() => onChoose(reason)}
        />
      ))}
      <TextLine value={note} onChange={onNote} label="补充说明" hint="补充说明（可以不写）" most={100} />
    </>
  )
}
