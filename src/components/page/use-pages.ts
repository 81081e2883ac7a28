import { useState } from 'react'
import { CallError } from '@/services/transport/call-error'

interface PageOf<Cursor> {
  /** Where the next page begins; null (or, in what an older version kept, nothing): this is the last. */
  readonly next?: Cursor | null
}

/**
 * A list that comes in pages: the first one as it was read, older ones on a tap.
 * @param first null: not read yet
 * @param load the page that begins at a cursor
 */
export function usePages<Cursor, P extends PageOf<Cursor>>(first: P | null, load: (next: Cursor) => Promise<P>) {
  const [kept, setKept] = useState<{ from: Cursor | null; pages: readonly P[] }>({ from: null, pages: [] })
  const [loading, setLoading] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const begin = first?.next ?? null
  // The first page was read anew and ends elsewhere: what was read after the old one would leave a gap.
  const older = kept.from === begin ? kept.pages : []
  const pages = first ? [first, ...older] : []
  const next = pages[pages.length - 1]?.next ?? null

  const more = async () => {
    if (next === null || loading) return
    setLoading(true)
    setError(null)
    try {
      const page = await load(next)
      setKept({ from: begin, pages: [...older, page] })
    } catch (thrown) {
      setError(CallError.from(thrown))
    }
    setLoading(false)
  }
  return { pages, hasMore: next !== null, loading, error, more }
}
