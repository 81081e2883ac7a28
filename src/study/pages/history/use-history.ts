import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { CallError } from '@/services/transport/call-error'
import { type HistoryPage, joinPages } from './history.shared'

/** The caller's attempts, latest first: the first page also without a network, older ones on a tap. */
export function useHistory() {
  const read = useRead<HistoryPage>({ name: cacheNames.history, load: () => learn.attempts(null) })
  const [older, setOlder] = useState<HistoryPage[]>([])
  const [loading, setLoading] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const pages = read.data ? [read.data, ...older] : []
  const next = pages[pages.length - 1]?.next ?? null

  const more = async () => {
    if (next === null || loading) return
    setLoading(true)
    setError(null)
    try {
      const page = await learn.attempts(next)
      setOlder((before) => [...before, page])
    } catch (thrown) {
      setError(CallError.from(thrown))
    }
    setLoading(false)
  }
  return { read, rows: joinPages(pages), hasMore: next !== null, loading, error, more }
}
