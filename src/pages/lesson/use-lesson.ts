import { useState } from 'react'
import { chooseOption } from '@/components/option/option.shared'
import { useRead } from '@/components/page/use-read'
import type { OutputOf } from '@/contracts/action'
import type { completeLesson } from '@/contracts/lesson'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaitingParcel } from '@/services/outbox/use-waiting'
import { serverTime } from '@/services/server-time'

export type Completed = Extract<OutputOf<typeof completeLesson>, { correct: true }>

/** Where the check question stands. `wrong` and `refused` may be tried again at once. */
export type CheckState =
  | { phase: 'choosing' }
  | { phase: 'sending' }
  /** `helps`: the place of the block that says it; null when none does more than others. */
  | { phase: 'wrong'; helps: number | null }
  | { phase: 'right'; answer: Completed }
  | { phase: 'refused'; message: string }

/** A lesson and its check question. */
export function useLesson(lessonId: string) {
  const read = useRead({ name: cacheNames.lesson(lessonId), load: () => learn.lesson(lessonId), onShow: false })
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [check, setCheck] = useState<CheckState>({ phase: 'choosing' })
  const lesson = read.data
  const key = `completeLesson:${lessonId}`
  const waiting = useWaitingParcel(key, check.phase === 'sending', (refusal) => {
    if (refusal === null) void read.reload()
    else if (refusal.code === 'ANSWER_WRONG') setCheck({ phase: 'wrong', helps: null })
    else setCheck({ phase: 'refused', message: refusal.message })
  })

  const answer = async () => {
    if (lesson === null || chosen.length === 0 || check.phase === 'sending') return
    setCheck({ phase: 'sending' })
    const at = serverTime.now()
    const answeredAt = at === null ? {} : { answeredAt: Math.round(at) }
    const done = await doing.completeLesson(lesson.title, { lessonId, chosen: [...chosen], ...answeredAt })
    if (done.state === 'waiting') return setCheck({ phase: 'choosing' })
    if (done.state === 'refused') {
      // told here, and no longer at home
      outbox.dismissOf(key)
      return setCheck({ phase: 'refused', message: done.error.message })
    }
    if (!done.data.correct) return setCheck({ phase: 'wrong', helps: done.data.helps })
    setCheck({ phase: 'right', answer: done.data })
    void read.reload()
  }

  return {
    read,
    lesson,
    chosen,
    check,
    /** The answer, when it is on the phone and not yet with the server. */
    waiting,
    choose: (option: number) => {
      if (lesson === null) return
      setChosen(chooseOption(lesson.check.kind, chosen, option))
      setCheck({ phase: 'choosing' })
    },
    answer,
  }
}
