import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { Reflection, ReflectionAbout } from '@/contracts/writing'
import { cacheNames } from '@/services/cache/cache'
import type { InputOfKind } from '@/services/outbox/kinds'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaitingParcel } from '@/services/outbox/use-waiting'
import { takePen } from '@/services/writing/pen'
import { reflectionDrafts } from '@/services/writing/reflection-drafts'
import { writing } from '@/services/writing/writing'
import { ownReflection, viewOf } from './reflect.shared'

interface Rows {
  rows: Reflection[]
}

/** The text of the reflection that waits in the outbox. */
function waitingText(key: string): string | null {
  const parcel = outbox.read().parcels.find((one) => one.key === key)
  const input = parcel ? (outbox.inputOf(parcel.id) as InputOfKind<'submitReflection'> | null) : null
  return input?.text ?? null
}

/** Writing a reflection: on the phone at every keystroke, handed in through the outbox, with or without a network. */
export function useReflect(about: ReflectionAbout, title: string) {
  const read = useRead<Rows>({ name: cacheNames.ownReflections, load: writing.ownReflections })
  const [draft, setDraft] = useState(() => reflectionDrafts.read(about))
  const [editing, setEditing] = useState(false)
  const [sending, setSending] = useState(false)
  const [stored, setStored] = useState(() => reflectionDrafts.isStored(about))
  const [problem, setProblem] = useState<string | null>(null)
  const known = ownReflection(read.data?.rows, about)
  const refresh = () => {
    setDraft(reflectionDrafts.read(about))
    void read.reload()
  }
  const key = `submitReflection:${about.kind}.${about.id}`
  const parcel = useWaitingParcel(key, sending, (refusal) => {
    setProblem(refusal?.message ?? null)
    if (refusal === null) setEditing(false)
    refresh()
  })
  const waiting = parcel !== null
  const view = viewOf(known, draft, editing)

  const write = (text: string) => {
    // a new draft is built on what the phone knows at its first keystroke
    const next = { text, base: draft?.base ?? known?.writtenAt ?? null }
    setProblem(null)
    setEditing(true)
    setStored(reflectionDrafts.write(about, next))
    setDraft(next)
  }

  const submit = async (text: string, base: number | null) => {
    setSending(true)
    setProblem(null)
    // the draft that is sent is the one that an answer may take away
    reflectionDrafts.write(about, { text, base })
    const done = await doing.submitReflection(title, { about, text: text.trim(), pen: takePen(), base })
    setSending(false)
    if (done.state === 'refused') {
      // told here, and no longer at home
      outbox.dismissOf(key)
      setProblem(done.error.message)
      return refresh()
    }
    if (done.state === 'waiting') return
    setEditing(false)
    refresh()
  }

  /** The version that was handed in from another phone is the one that the person wants. */
  const keepOther = () => {
    reflectionDrafts.drop(about)
    setEditing(false)
    setProblem(null)
    refresh()
  }

  return {
    loading: read.loading && read.data === null && draft === null,
    /** What the branch has is not known: the page can be written on all the same. */
    unsure: read.data === null || read.stale,
    view,
    waiting,
    /** The phone is full: what waits is gone when the app is closed. */
    held: parcel?.held === true,
    /** What waits says the same as what stands in the field. */
    settled: waiting && view.view === 'writing' && waitingText(key) === view.text.trim(),
    sending,
    stored,
    problem,
    write,
    submit,
    keepOther,
    edit: () => setEditing(true),
  }
}
