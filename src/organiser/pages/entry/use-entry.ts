import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { newKey } from '@/services/new-key'
import { register } from '@/services/register'
import { figureDrafts } from '@/services/register-drafts'
import { CallError } from '@/services/transport/call-error'
import { type EntryView, type Form, firstForm, isJump, sentForm } from './entry.shared'

/**
 * An entry, the form for it and the verdict on it. What is typed is on the phone at every keystroke; it is dropped when the server has it. A call whose answer was
 * lost is sent again under its key.
 */
export function useEntry() {
  const { orgId = '', code = '', period = '' } = useRouter<{ orgId?: string; code?: string; period?: string }>().params
  const read = useRead({
    name: `entry:${code}.${orgId}.${period}`,
    load: () => register.entry({ orgId, code, period }),
  })
  const [draft, setDraft] = useState(() => figureDrafts.read(code, orgId, period))
  const [filling, setFilling] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)

  const view = read.data
  const form: Form | null = draft ?? (view && firstForm(view))

  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFault(null)
    try {
      await work()
      return true
    } catch (thrown) {
      const { code: why, message } = CallError.from(thrown)
      setFault(message)
      // somebody else was faster: what they did is shown, what was typed stays
      if (why === 'CHANGED_MEANWHILE') void read.reload()
      if (why === 'TENFOLD') setAsking(true)
      return false
    } finally {
      setBusy(false)
    }
  }

  const keep = (next: EntryDraft) => {
    setDraft(next)
    figureDrafts.write(code, orgId, period, next)
  }

  const send = async (jumpSeen: boolean) => {
    if (!view || !form) return
    if (!jumpSeen && isJump(view, form)) return setAsking(true)
    setAsking(false)
    const key = draft?.key ?? newKey()
    keep({ ...form, key })
    const done = await act(() => register.submit(sentForm(view, form, key, jumpSeen)))
    if (!done) return
    figureDrafts.drop(code, orgId, period)
    setDraft(null)
    setFilling(false)
    await read.reload()
  }

  return {
    read,
    view,
    form,
    busy,
    fault,
    asking,
    /** The form is shown: begun before, asked for, or nothing was sent yet. */
    filling: filling || draft !== null,
    fill: () => setFilling(true),
    /** Throws away what was typed, and shows what there is. */
    discard: () => {
      figureDrafts.drop(code, orgId, period)
      setDraft(null)
      setFilling(false)
      setFault(null)
    },
    /** Every change is another submission. */
    change: (change: Partial<Form>) => form && keep({ ...form, ...change, key: null }),
    send,
    lookAgain: () => setAsking(false),
    judge: async (n: number, words: string | null) => {
      const verdict = words === null ? ({ accept: true } as const) : ({ accept: false, words } as const)
      const done = await act(() => register.judge({ orgId, code, period, n, verdict }))
      if (done) await read.reload()
      return done
    },
  }
}

type EntryDraft = Form & { key: string | null }
export type EntryState = ReturnType<typeof useEntry>
export type { EntryView }
