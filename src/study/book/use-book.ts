import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Read, readFailed, readStarted, readSucceeded } from '@/components/page/read.shared'
import { noteDue } from '@/services/handbook/due'
import { fsrsScheduler } from '@/services/handbook/fsrs'
import { loadHandbook, readHandbook } from '@/services/handbook/handbook'
import type { Handbook } from '@/services/handbook/handbook-store.shared'
import { reviewLog } from '@/services/handbook/review-log'
import { readOtherPhones, sendReviews } from '@/services/handbook/sync'
import { CallError } from '@/services/transport/call-error'
import { type Book, makeBook } from './book.shared'

/** How long a phone that is new to this person waits to hear what they practised elsewhere, in ms; then it begins with what it has. */
const MEET_MS = 2_500

const started = (): Read<Handbook> => {
  const kept = readHandbook()
  return readStarted(kept && { at: Date.now(), data: kept })
}

/**
 * The handbook as this phone has it, at once and without a network, then as the server has it; and what was practised, on this phone and on the person's others.
 * `stored`: whether the phone could keep it.
 */
export function useBook() {
  const [read, setRead] = useState(started)
  const [stored, setStored] = useState(true)
  const [reviews, setReviews] = useState(() => reviewLog.read())
  // A phone that is new to this person knows nothing of what they practised until it has asked, or could not.
  const [met, setMet] = useState(() => reviewLog.cursor() !== null)
  const here = useRef(true)

  const refresh = useCallback(() => setReviews(reviewLog.read()), [])
  const load = useCallback(async () => {
    try {
      const loaded = await loadHandbook()
      if (!here.current) return
      setRead(readSucceeded({ at: Date.now(), data: loaded.handbook }))
      setStored(loaded.stored)
    } catch (thrown) {
      if (here.current) setRead((before) => readFailed(before, CallError.from(thrown)))
    }
  }, [])
  const meet = useCallback(async () => {
    sendReviews()
    try {
      await readOtherPhones()
      if (here.current) refresh()
    } catch {
      // What other phones did is asked for again the next time; one's own is here.
    }
    if (here.current) setMet(true)
  }, [refresh])

  useEffect(() => {
    here.current = true
    void load()
    void meet()
    // on a bad network the book that is here is not kept waiting for what is not
    const enough = setTimeout(() => setMet(true), MEET_MS)
    return () => {
      here.current = false
      clearTimeout(enough)
    }
  }, [load, meet])

  const first = useRef(true)
  useDidShow(() => {
    if (!first.current) refresh()
    first.current = false
  })

  const reload = useCallback(() => {
    setRead((before) => ({ ...before, loading: true }))
    void meet()
    return load()
  }, [load, meet])

  const book = useMemo(
    () => (read.data && met ? makeBook(read.data, reviews, fsrsScheduler, Date.now()) : null),
    [read.data, reviews, met],
  )
  useEffect(() => {
    if (book) noteDue({ day: book.today, left: book.portion.due.length, next: book.next })
  }, [book])

  const waiting = read.data !== null && !met
  return { read: { ...(waiting ? readStarted<Handbook>(null) : read), reload }, book, stored, refresh }
}

export type { Book }
