import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { OutputOf } from '@/contracts/action'
import type { listInbox } from '@/contracts/remind'
import { reminders } from '@/services/remind'
import { CallError } from '@/services/transport/call-error'
import { joinInbox } from './inbox.shared'

type Inbox = OutputOf<typeof listInbox>

/** What one was told. The latest fifty are kept on the phone; what is shown counts as seen. */
export function useInbox() {
  const read = useRead<Inbox>({ name: 'inbox', load: () => reminders.inbox(null) })
  const [older, setOlder] = useState<Inbox | null>(null)
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const first = read.data
  const newest = first?.rows[0]?.sentAt ?? null
  const seen = useRef<number | null>(null)

  useEffect(() => {
    if (newest === null || read.stale || (first?.unread ?? 0) === 0 || seen.current === newest) return
    seen.current = newest
    // nothing is lost if it does not arrive: they stay unread, and are shown as read next time
    reminders.read(newest).catch(() => {
      seen.current = null
    })
  }, [newest, read.stale, first?.unread])

  const shown = first && older ? joinInbox(first, older) : first
  const more = async () => {
    if (adding || !shown?.next) return
    setAdding(true)
    setFault(null)
    try {
      const further = await reminders.inbox(shown.next)
      setOlder((before) => (before ? joinInbox(before, further) : further))
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    } finally {
      setAdding(false)
    }
  }
  return { read, inbox: shown, more: () => void more(), adding, fault }
}
