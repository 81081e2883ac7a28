import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { me } from '@/services/me'
import { CallError } from '@/services/transport/call-error'
import { joinMonths, type RecordPage } from './record.shared'

/** The record, newest months first; older ones are added below. */
export function useRecord() {
  const read = useRead({ name: 'record', load: () => me.record(null), onShow: false })
  const [older, setOlder] = useState<RecordPage | null>(null)
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const page = read.data && older ? joinMonths(read.data, older) : read.data

  const more = async () => {
    if (!page?.next || adding) return
    setAdding(true)
    setFault(null)
    try {
      const further = await me.record(page.next)
      setOlder((before) => (before ? joinMonths(before, further) : further))
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setAdding(false)
  }
  return { read, page, more, adding, fault }
}
