import { useCallback, useEffect, useRef, useState } from 'react'
import { type Read, readFailed, readStarted } from '@/components/page/read.shared'
import { newKey } from '@/services/new-key'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'
import { type Kept, keptQuiz } from './kept'
import { type Bank, type Content, newContent, type Saved } from './make.shared'

/** So long nothing more is changed before it is sent, ms. */
const QUIET_MS = 1200

interface Opened {
  readonly bank: Bank
  readonly state: 'draft' | 'publishing' | 'published'
}

/** What became of the last change: on the server; on its way; on this phone until there is a network; refused, with why. */
export type Saving = { state: 'saved' | 'saving' | 'kept' } | { state: 'refused'; message: string }

/** A quiz that is being made: what is written is on the phone at once, and on the server a moment later. */
export function useMake(orgId: string, fromDraft: string | null) {
  const [read, setRead] = useState<Read<Opened>>(() => readStarted<Opened>(null))
  const [content, setContent] = useState<Content>(() => newContent(Date.now()))
  const [made, setMade] = useState<Pick<Saved, 'chosen' | 'short'>>({ chosen: [], short: [] })
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const at = useRef<Omit<Kept, 'content'>>({ key: newKey(), draftId: fromDraft, revision: 0 })
  const latest = useRef(content)
  const sent = useRef<Content | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const reload = useCallback(async () => {
    setRead((before) => ({ ...before, loading: true }))
    try {
      const [bank, draft] = await Promise.all([plan.bank(orgId), fromDraft === null ? null : plan.draft(fromDraft)])
      const kept = keptQuiz.read(orgId, fromDraft)
      if (draft) {
        const { settings, parts, own } = draft
        sent.current = { settings, parts, own }
        setMade(draft)
      }
      at.current = kept ?? { key: at.current.key, draftId: fromDraft, revision: draft?.revision ?? 0 }
      // what this phone has and the server has not comes first; of two phones the slower one is told when it is sent
      const shown = kept?.content ?? sent.current ?? latest.current
      latest.current = shown
      setContent(shown)
      if (kept) setSaving({ state: 'kept' })
      const data = { bank, state: draft?.state ?? 'draft' }
      setRead({ data, at: Date.now(), loading: false, stale: false, error: null })
    } catch (thrown) {
      setRead((before) => readFailed(before, CallError.from(thrown)))
    }
  }, [orgId, fromDraft])
  useEffect(() => void reload(), [reload])

  /** Sends what is newest, one call after the other; whether the server has it then. */
  const flush = useCallback((): Promise<boolean> => {
    const step = async (): Promise<boolean> => {
      const now = latest.current
      if (sent.current === now) return true
      setSaving({ state: 'saving' })
      const { key, draftId, revision } = at.current
      try {
        const saved = await plan.saveDraft(draftId === null ? { key, orgId, ...now } : { draftId, revision, ...now })
        sent.current = now
        keptQuiz.drop(orgId, draftId)
        at.current = { key, draftId: saved.draftId, revision: saved.revision }
        setMade(saved)
        // changed again while it was on its way
        if (latest.current !== now) keptQuiz.write(orgId, { ...at.current, content: latest.current })
        setSaving({ state: latest.current === now ? 'saved' : 'saving' })
        return true
      } catch (thrown) {
        const failure = CallError.from(thrown)
        setSaving(failure.retry ? { state: 'kept' } : { state: 'refused', message: failure.message })
        return false
      }
    }
    const result = line.current.then(step, step)
    line.current = result
    return result
  }, [orgId])

  const change = useCallback(
    (next: (before: Content) => Content) => {
      const now = next(latest.current)
      latest.current = now
      setContent(now)
      keptQuiz.write(orgId, { ...at.current, content: now })
      setSaving({ state: 'saving' })
    },
    [orgId],
  )
  // every change starts the waiting anew
  useEffect(() => {
    if (sent.current === latest.current || read.data === null || (sent.current === null && !isBegun(content))) return
    const timer = setTimeout(() => void flush(), QUIET_MS)
    return () => clearTimeout(timer)
  }, [content, flush, read.data])

  return { read: { ...read, reload }, content, change, made, setMade, saving, flush, at }
}

/** Whether anything was done by the maker: a page that was only opened leaves no draft. */
export const isBegun = ({ settings, own }: Content): boolean => settings.title.trim() !== '' || own.length > 0
