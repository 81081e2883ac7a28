import { useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'
import { type QuizPage, withPage } from './quizzes.shared'

/** The quizzes of an organisation, page by page. The first page is kept on the phone. */
export function useQuizzes(orgId: string) {
  const [further, setFurther] = useState<QuizPage | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const turn = useRef(0)
  const read = useRead({
    name: `quizzes:${orgId}`,
    load: async () => {
      turn.current += 1
      const page = await plan.quizzes({ orgId, before: null })
      setFurther(null)
      return page
    },
  })
  const page = further ?? read.data

  const more = async () => {
    if (!page?.next || busy) return
    const mine = turn.current
    setBusy(true)
    setProblem(null)
    try {
      const next = await plan.quizzes({ orgId, before: page.next })
      if (mine === turn.current) setFurther(withPage(page, next))
    } catch (thrown) {
      setProblem(CallError.from(thrown).message)
    }
    setBusy(false)
  }
  return { read, page, more, busy, problem }
}
