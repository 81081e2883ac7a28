import { keptWords } from './kept-words.shared'
import { Notice } from './notice'

interface KeptNoticeProps {
  what: string
  /** What becomes of it where there is a network. */
  then: string
  held: boolean
}

/** Something that was done waits on this phone, or, when the phone is full, only in memory. */
export const KeptNotice = ({ what, then, held }: KeptNoticeProps) => (
  <Notice tone={held ? 'red' : 'wait'} icon={held ? 'alert' : 'upload'}>
    {keptWords(what, then, held)}
  </Notice>
)
