import { Own } from './own'
import { waitingWords } from './waiting.shared'

/** A check-in that is on the phone and not yet with the server: whether one can walk off, and if not, what to do. */
export function WaitingCard({ isScan, held }: { isScan: boolean; held: boolean }) {
  const { title, words } = waitingWords(isScan, held)
  return (
    <Own icon={held ? 'alert' : 'upload'} tone="wait" title={title}>
      {words}
    </Own>
  )
}
