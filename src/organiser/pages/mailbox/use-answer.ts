import { useState } from 'react'
import { me } from '@/services/me'
import { CallError } from '@/services/transport/call-error'
import type { MailRow } from './mailbox.shared'

/** Answering a letter. Somebody else who answered in the meantime is not overwritten: their answer is shown first. */
export function useAnswer(letter: MailRow, onAnswered: () => void, onChanged: () => void) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const answer = async (text: string) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await me.answer(letter.id, text.trim(), letter.reply?.at ?? null)
      onAnswered()
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      if (code === 'CHANGED_MEANWHILE') onChanged()
      setFault(message)
      setBusy(false)
    }
  }
  return { busy, fault, answer }
}
