import { useState } from 'react'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaiting } from '@/services/outbox/use-waiting'
import { remoteDrafts } from '@/services/writing/remote-drafts'

/** Taking part from afar: the text is on the phone at every keystroke, and stays there until the server has taken it. */
export function useRemote(themeDayId: string, title: string, onChanged: () => void) {
  const [text, setText] = useState(() => remoteDrafts.read(themeDayId))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const key = `checkInRemotely:${themeDayId}`
  const arrived = () => {
    remoteDrafts.drop(themeDayId)
    onChanged()
  }
  const waiting = useWaiting(key, busy, (refused) => {
    if (refused) setRefusal(refused.message)
    else arrived()
  })
  return {
    text,
    busy,
    waiting,
    refusal,
    write(next: string) {
      setText(next)
      remoteDrafts.write(themeDayId, next)
    },
    /** Whether the server has it, or it waits on the phone. */
    async send(): Promise<boolean> {
      setBusy(true)
      setRefusal(null)
      const done = await doing.checkInRemotely(`线上参加：${title}`, { themeDayId, text: text.trim() })
      setBusy(false)
      if (done.state === 'delivered') arrived()
      if (done.state !== 'refused') return true
      for (const one of outbox.read().refusals) if (one.key === key) outbox.dismiss(one.id)
      setRefusal(done.error.message)
      return false
    },
  }
}

export type TakingPart = ReturnType<typeof useRemote>
