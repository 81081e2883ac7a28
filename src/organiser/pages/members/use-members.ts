import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Read, readFailed, readStarted } from '@/components/page/read.shared'
import { organise } from '@/services/organise'
import { CallError } from '@/services/transport/call-error'
import { joinMembers, type Member, type MembersPage } from './members.shared'

/** So long nothing more is typed before it is looked for, in ms. */
const TYPING_MS = 400

/** The members of an organisation, page by page, by name. Nothing of it is kept on the phone: names belong to those who may see them now. */
export function useMembers() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const [name, setName] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [read, setRead] = useState<Read<MembersPage>>(() => readStarted<MembersPage>(null))
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const turn = useRef(0)

  useEffect(() => {
    const wanted = name.trim() || null
    const timer = setTimeout(() => setAsked(wanted), wanted === null ? 0 : TYPING_MS)
    return () => clearTimeout(timer)
  }, [name])

  const reload = useCallback(async () => {
    const mine = ++turn.current
    setRead((before) => ({ ...before, loading: true }))
    setFault(null)
    try {
      const data = await organise.members({ orgId, name: asked, after: null })
      if (mine === turn.current) setRead({ data, at: Date.now(), loading: false, stale: false, error: null })
    } catch (thrown) {
      if (mine === turn.current) setRead((before) => readFailed(before, CallError.from(thrown)))
    }
  }, [orgId, asked])
  useEffect(() => void reload(), [reload])

  const more = async () => {
    const shown = read.data
    if (shown?.next == null || adding) return
    const mine = turn.current
    setAdding(true)
    setFault(null)
    try {
      const further = await organise.members({ orgId, name: asked, after: shown.next })
      if (mine === turn.current) setRead((before) => ({ ...before, data: joinMembers(shown, further) }))
    } catch (thrown) {
      if (mine === turn.current) setFault(CallError.from(thrown).message)
    } finally {
      setAdding(false)
    }
  }

  /** Something of a member was changed here: shown at once, without asking for everyone again. */
  const changed = (id: string, change: Partial<Member>) =>
    setRead((before) =>
      before.data === null
        ? before
        : {
            ...before,
            data: {
              ...before.data,
              rows: before.data.rows.map((row) => (row.id === id ? { ...row, ...change } : row)),
            },
          },
    )

  return {
    read: { ...read, reload },
    page: read.data,
    name,
    setName,
    searching: asked !== null,
    more,
    adding,
    fault,
    changed,
  }
}
