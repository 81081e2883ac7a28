import { useState } from 'react'
import { goInstead } from '@/components/page/go'
import { useRead } from '@/components/page/use-read'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'

/** A published quiz, and what its maker does with it. Nothing is kept on the phone: it has the keys. */
export function useDesk(quizId: string) {
  const read = useRead({ name: null, load: () => plan.quiz(quizId) })
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const act = async (name: string, work: () => Promise<unknown>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    setProblem(null)
    let done = false
    try {
      await work()
      done = true
    } catch (thrown) {
      setProblem(CallError.from(thrown).message)
    }
    // also after a refusal: somebody else was faster
    await read.reload()
    setBusy(null)
    return done
  }

  return {
    read,
    busy,
    problem,
    close: () => act('close', () => plan.close(quizId)),
    reopen: () => act('reopen', () => plan.reopen(quizId)),
    extend: (closesAt: number, was: number) => act('extend', () => plan.extend({ quizId, closesAt, was })),
    /** It is a draft again: on to where it is changed. */
    withdraw: async (orgId: string) => {
      if (busy !== null) return
      setBusy('withdraw')
      setProblem(null)
      try {
        const { draftId } = await plan.withdraw(quizId)
        goInstead(draftId === null ? { page: 'quizzes', orgId } : { page: 'make-quiz', orgId, draftId })
      } catch (thrown) {
        setProblem(CallError.from(thrown).message)
        await read.reload()
      }
      setBusy(null)
    },
  }
}
