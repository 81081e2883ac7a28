import { useEffect, useRef } from 'react'
import { usePages } from '@/components/page/use-pages'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import type { InputOfKind } from '@/services/outbox/kinds'
import { outbox } from '@/services/outbox/outbox'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { writing } from '@/services/writing/writing'
import { joinPages, noteRows, reflectionRows, type WaitingText } from './writings.shared'

type TextKind = 'keepNote' | 'submitReflection'

/** The caller's notes and reflections, with what still waits on the phone. */
export function useWritings() {
  const notes = useRead({ name: cacheNames.notes, load: () => writing.notes(null) })
  const pages = usePages(notes.data, writing.notes)
  const reflections = useRead({ name: cacheNames.ownReflections, load: writing.ownReflections })
  const { parcels } = useOutboxState()
  const waitingOf = <K extends TextKind>(kind: K): WaitingText<InputOfKind<K>>[] =>
    parcels.flatMap((parcel) => {
      const input = parcel.kind === kind ? (outbox.inputOf(parcel.id) as InputOfKind<K> | null) : null
      return input === null ? [] : [{ title: parcel.title, storedAt: parcel.storedAt, input }]
    })
  // what has left the phone is in the server's lists now
  const waiting = parcels.filter(({ kind }) => kind === 'keepNote' || kind === 'submitReflection').length
  const before = useRef(waiting)
  const reloadNotes = notes.reload
  const reloadReflections = reflections.reload
  useEffect(() => {
    if (waiting < before.current) {
      void reloadNotes()
      void reloadReflections()
    }
    before.current = waiting
  }, [waiting, reloadNotes, reloadReflections])
  return {
    notes,
    reflections,
    /** Older notes than those on the first page. */
    older: pages,
    noteRows: noteRows(joinPages(pages.pages), waitingOf('keepNote')),
    reflectionRows: reflectionRows(reflections.data?.rows ?? [], waitingOf('submitReflection')),
  }
}
