import { useState } from 'react'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaitingParcel } from '@/services/outbox/use-waiting'
import { remoteDrafts } from '@/services/writing/remote-drafts'

/** Taking part from afar: the text is on the phone at every keystroke, and stays there until the server has taken it. */
export function useRemote(themeDayId: string, title: string, onChanged: () => void) {
  const [text, setText] = useState(() => remoteDrafts.read(themeDayId))
  const [stored, setStored] = useState(true)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const key = `checkInRemotely:${themeDayId}`
  /** The participation counts, but another reflection of theirs stands: this text is a draft of it now (services/outbox/settle.ts). */
  const [moved, setMoved] = useState(false)
  const refuse = ({ code, message }: { code: string; message: string }) => {
    setRefusal(message)
    setMoved(code === 'CHANGED_MEANWHILE')
    if (code === 'CHANGED_MEANWHILE') arrived()
  }
  const arrived = () => {
    remoteDrafts.drop(themeDayId)
    onChanged()
  }
  const parcel = useWaitingParcel(key, busy, (refused) => {
    if (refused) refuse(refused)
    else arrived()
  })
  return {
    text,
    /** What is being written is in the phone's storage; false: only in memory, because it is full. */
    stored,
    busy,
    waiting: parcel !== null,
    /** What waits is only in memory: the storage is full. */
    held: parcel?.held === true,
    refusal,
    moved,
    write(next: string) {
      setText(next)
      setStored(remoteDrafts.write(themeDayId, next))
    },
    /** Whether the server has it, or it waits on the phone. */
    async send(): Promise<boolean> {
      setBusy(true)
      setRefusal(null)
      const done = await doing.checkInRemotely(`线上参加：${title}`, { themeDayId, text: text.trim() })
      setBusy(false)
      if (done.state === 'delivered') arrived()
      if (done.state !== 'refused') return true
      outbox.dismissOf(key)
      refuse(done.error)
      // nothing is left to write here
      return done.error.code === 'CHANGED_MEANWHILE'
    },
  }
}

export type TakingPart = ReturnType<typeof useRemote>
