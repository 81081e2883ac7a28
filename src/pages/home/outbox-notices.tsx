import { Notice } from '@/components/notice/notice'
import { outbox } from '@/services/outbox/outbox'
import type { OutboxState } from '@/services/outbox/outbox.shared'
import { heldWords, waitingWords } from './waiting-words.shared'

/** What waits on this phone, and what the server would not take. */
export function OutboxNotices({ state }: { state: OutboxState }) {
  const waiting = waitingWords(state)
  const held = heldWords(state)
  return (
    <>
      {held && (
        <Notice tone="red" icon="alert" action="现在送" onAction={() => void outbox.flush(true)}>
          {held}
        </Notice>
      )}
      {waiting && (
        <Notice icon="upload" action="现在送" onAction={() => void outbox.flush(true)}>
          {waiting}
        </Notice>
      )}
      {state.refusals.map((refusal) => (
        <Notice key={refusal.id} tone="red" action="知道了" onAction={() => outbox.dismiss(refusal.id)}>
          {refusal.title}：{refusal.message}
        </Notice>
      ))}
    </>
  )
}
