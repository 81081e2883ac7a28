import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaitingParcel } from '@/services/outbox/use-waiting'
import { isDirty, type KeptNote, noNote, type ServerNote } from '@/services/writing/note.shared'
import { notes } from '@/services/writing/notes'
import { takePen } from '@/services/writing/pen'

/**
 * The note on a lesson: on the phone at every keystroke, sent when the sheet is closed, the page is left, or the person says so.
 * @param server what the lesson's answer says of it; undefined: not known yet
 */
export function useNote(lessonId: string, title: string, server: ServerNote | null | undefined) {
  const [note, setNote] = useState<KeptNote>(() => notes.read(lessonId) ?? noNote)
  const [sending, setSending] = useState(false)
  const [stored, setStored] = useState(() => notes.isStored(lessonId))
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(
    () =>
      notes.subscribe(() => {
        setNote(notes.read(lessonId) ?? noNote)
        setStored(notes.isStored(lessonId))
      }),
    [lessonId],
  )
  useEffect(() => {
    if (server !== undefined) setNote(notes.open(lessonId, server))
  }, [lessonId, server])
  const parcel = useWaitingParcel(`keepNote:${lessonId}`, sending, (refusal) => setProblem(refusal?.message ?? null))

  const write = (text: string) => {
    const next = { ...(notes.read(lessonId) ?? note), text }
    setProblem(null)
    // what does not fit into storage is in memory, and sent from there
    notes.write(lessonId, next)
  }

  const here = useRef(true)
  const send = useCallback(async () => {
    const kept = notes.read(lessonId)
    if (kept === null || !isDirty(kept) || title === '') return
    setSending(true)
    const text = kept.text.trim()
    const done = await doing.keepNote(title, { lessonId, text, pen: takePen(), base: kept.base })
    setSending(false)
    // who has left the page is told at home
    if (done.state !== 'refused' || !here.current) return
    const key = `keepNote:${lessonId}`
    outbox.dismissOf(key)
    setProblem(done.error.message)
  }, [lessonId, title])

  useDidHide(() => void send())
  useEffect(() => () => void send(), [send])
  useEffect(
    () => () => {
      here.current = false
    },
    [],
  )

  return {
    text: note.text,
    dirty: isDirty(note),
    sending,
    waiting: parcel !== null,
    /** Whatever is not with the server is in the phone's storage. */
    stored: stored || !isDirty(note),
    problem,
    write,
    send,
  }
}
