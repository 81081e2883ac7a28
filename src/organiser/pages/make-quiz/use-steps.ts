import { useState } from 'react'
import { goBack, goInstead } from '@/components/page/go'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'
import { keptQuiz } from './kept'
import type { useMake } from './use-make'

/** What can be done with a draft besides writing it: draw, exchange, publish, throw away. Each sends first what was written last. */
export function useSteps(
  orgId: string,
  { flush, at, setMade }: Pick<ReturnType<typeof useMake>, 'flush' | 'at' | 'setMade'>,
) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const act = async (name: string, work: (draftId: string) => Promise<void>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    setProblem(null)
    let done = false
    try {
      if (await flush()) {
        const { draftId } = at.current
        if (draftId !== null) {
          await work(draftId)
          done = true
        }
      } else setProblem('现在没有网，写的都存在手机里。连上网再试一次。')
    } catch (thrown) {
      setProblem(CallError.from(thrown).message)
    }
    setBusy(null)
    return done
  }

  return {
    busy,
    problem,
    clear: () => setProblem(null),
    /** @param questionId null: all are drawn anew */
    exchange: (questionId: string | null) =>
      act(questionId ?? 'all', async (draftId) => {
        const saved = await plan.choose({ draftId, revision: at.current.revision, exchange: questionId })
        at.current = { ...at.current, revision: saved.revision }
        setMade(saved)
      }),
    /** Only makes sure that the server has it. */
    prepare: (name: string) => act(name, async () => {}),
    publish: () =>
      act('publish', async (draftId) => {
        const { row } = await plan.publish({ draftId, revision: at.current.revision })
        goInstead({ page: 'quiz-desk', quizId: row.id })
      }),
    discard: async () => {
      const { draftId } = at.current
      keptQuiz.drop(orgId, draftId)
      if (draftId === null) return goBack()
      if (await act('discard', async (id) => void (await plan.discard(id)))) goBack()
    },
  }
}
