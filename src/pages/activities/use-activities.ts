import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { OutputOf } from '@/contracts/action'
import type { listThemeDays, ThemeDayCursor, ThemeDayRow } from '@/contracts/themeday'
import { cacheNames } from '@/services/cache/cache'
import { serverTime } from '@/services/server-time'
import { themeday } from '@/services/themeday'
import { CallError } from '@/services/transport/call-error'
import { withPage } from './activities.shared'

type List = OutputOf<typeof listThemeDays>

interface Older {
  /** The first page to which these were added: a new one begins anew. */
  readonly after: List
  readonly rows: readonly ThemeDayRow[]
  readonly next: ThemeDayCursor | null
}

/** The member's theme days, the past page by page. */
export function useActivities() {
  const read = useRead<List>({ name: cacheNames.themeDays, load: () => themeday.list(null).then(serverTime.told) })
  const [older, setOlder] = useState<Older | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const list = read.data
  const mine = older !== null && older.after === list ? older : null
  const next = mine ? mine.next : (list?.next ?? null)

  const more = async () => {
    if (!list || !next || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const page = await themeday.list(next)
      setOlder({ after: list, rows: withPage(mine?.rows ?? [], page.past), next: page.next })
    } catch (thrown) {
      setFailure(CallError.from(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  return {
    read,
    list,
    past: list ? withPage(list.past, mine?.rows ?? []) : [],
    hasMore: next !== null,
    busy,
    failure,
    more,
  }
}
