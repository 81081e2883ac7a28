import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { themeday } from '@/services/themeday'
import { CallError } from '@/services/transport/call-error'
import { type Attendance, type Row, withRows } from './attendance.shared'

interface Further {
  /** The first page to which these belong: a new one begins anew. */
  readonly after: Attendance
  readonly rows: readonly Row[]
  readonly next: number | null
}

/** The names of a theme day, a page of a thousand at a time. Nothing of it is kept on the phone. */
export function useNames(themeDayId: string) {
  const read = useRead<Attendance>({ name: null, load: () => themeday.attendance(themeDayId) })
  const [further, setFurther] = useState<Further | null>(null)
  const [fetching, setFetching] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const list = read.data
  const mine = further !== null && further.after === list ? further : null
  const next = mine ? mine.next : (list?.next ?? null)

  /** Adds the next page, or those who have `name` in theirs wherever they stand in the list. */
  const fetchMore = async (name: string | null) => {
    if (!list || fetching || (name === null && next === null)) return
    setFetching(true)
    setFailure(null)
    try {
      const page = await themeday.attendance(themeDayId, name === null ? { after: next } : { name })
      const rows = withRows(mine?.rows ?? [], page.rows)
      setFurther({ after: list, rows, next: name === null ? page.next : next })
    } catch (thrown) {
      setFailure(CallError.from(thrown).message)
    } finally {
      setFetching(false)
    }
  }
  return {
    read,
    list,
    rows: list ? withRows(list.rows, mine?.rows ?? []) : [],
    hasMore: next !== null,
    fetching,
    failure,
    fetchMore,
  }
}

export type Names = ReturnType<typeof useNames>
