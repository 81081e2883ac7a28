import { useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { CallError } from '@/services/transport/call-error'
import { writing } from '@/services/writing/writing'
import { addRows, type ReflectionPage, type ReflectionRow } from './reflections.shared'

/** The reflections of a branch, and what its secretary does with them. Nothing of it is kept on the phone. */
export function useReflections(orgId: string) {
  const [further, setFurther] = useState<Pick<ReflectionPage, 'rows' | 'next'> | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const first = useRef<ReflectionPage | null>(null)
  /** How many further pages are shown. */
  const pages = useRef(0)
  const read = useRead({
    name: null,
    async load() {
      first.current = await writing.reflections({ orgId, before: null })
      return first.current
    },
  })
  /** All pages that are shown, anew: the reader stays where they are. */
  const reload = async () => {
    await read.reload()
    let rows: ReflectionRow[] = []
    let next = first.current?.next ?? null
    for (let page = 0; page < pages.current && next !== null; page += 1) {
      const answer: ReflectionPage = await writing.reflections({ orgId, before: next })
      rows = addRows(rows, answer.rows)
      next = answer.next
    }
    setFurther(pages.current > 0 ? { rows, next } : null)
  }

  const more = async () => {
    const next = (further ?? read.data)?.next ?? null
    if (next === null || busy !== null) return
    setBusy('more')
    setProblem(null)
    try {
      const page = await writing.reflections({ orgId, before: next })
      pages.current += 1
      setFurther({ next: page.next, rows: addRows(further?.rows ?? [], page.rows) })
    } catch (thrown) {
      setProblem(CallError.from(thrown).message)
    }
    setBusy(null)
  }

  /** @param reason null: it is taken as it is. Resolves to whether it was done. */
  const judge = async ({ id, writtenAt, state }: ReflectionRow, reason: string | null): Promise<boolean> => {
    setBusy(id)
    setProblem(null)
    let done = false
    try {
      const verdict = reason === null ? { show: true as const } : { show: false as const, reason }
      await writing.judge({ id, writtenAt, was: state, verdict })
      done = true
    } catch (thrown) {
      setProblem(CallError.from(thrown).message)
    }
    // also after a refusal: somebody else was faster, or the writer has written anew
    await reload().catch((thrown) => setProblem(CallError.from(thrown).message))
    setBusy(null)
    return done
  }

  return {
    read: { ...read, reload },
    rows: addRows(read.data?.rows ?? [], further?.rows ?? []),
    hasMore: ((further ?? read.data)?.next ?? null) !== null,
    busy,
    problem,
    more,
    judge,
  }
}
