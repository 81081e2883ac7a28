import { useEffect, useMemo, useRef, useState } from 'react'
import type { HandbookItem } from '@/contracts/handbook'
import { searchable, searchItems, termsOf } from '@/domain/handbook'

/** After the last key, in ms: what is typed by an input method comes in pieces. */
const WAIT_MS = 200

/** What was searched for, and the ids of what was found, best first. */
export function useSearch(items: readonly HandbookItem[]) {
  const [query, setQuery] = useState('')
  const ready = useMemo(() => items.map(searchable), [items])
  const terms = useMemo(() => termsOf(query), [query])
  const found = useMemo(() => searchItems(ready, terms), [ready, terms])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = () => {
    if (timer.current) clearTimeout(timer.current)
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  const search = (typed: string) => {
    stop()
    if (typed === '') setQuery('')
    else timer.current = setTimeout(() => setQuery(typed), WAIT_MS)
  }
  return { terms, found, search }
}
