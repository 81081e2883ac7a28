import { useState } from 'react'
import { chooseOption } from '@/components/option/option.shared'
import { useRead } from '@/components/page/use-read'
import type { OutputOf } from '@/contracts/action'
import type { completeLesson } from '@/contracts/lesson'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { doing } from '@/services/outbox/outbox'
import { useWaiting } from '@/services/outbox/use-waiting'

type Completed = Extract<OutputOf<typeof completeLesson>, { correct: true }>

/** Where the check question stands. `wrong` and `refused` may be tried again at once. */
export type CheckState =
  | { phase: 'choosing' }
  | { phase: 'sending' }
  | { phase: 'wrong' }
  | { phase: 'right'; answer: Completed }
  | { phase: 'refused'; message: string }

/** Reading a lesson and answering its check question. */
export function useLesson(lessonId: string) {
  const read = useRead({ name: cacheNames.lesson(lessonId), load: () => learn.lesson(lessonId), onShow: false })
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [check, setCheck] = useState<CheckState>({ phase: 'choosing' })
  const lesson = read.data
  const waiting = useWaiting(`completeLesson:${lessonId}`, check.phase === 'sending', (refusal) => {
    if (refusal === null) void read.reload()
    else if (refusal.code === 'ANSWER_WRONG') setCheck({ phase: 'wrong' })
    else setCheck({ phase: 'refused', message: refusal.message })
  })

  const answer = async () => {
    if (lesson === null || chosen.length === 0 || check.phase === 'sending') return
    setCheck({ phase: 'sending' })
    const done = await doing.completeLesson(lesson.title, { lessonId, chosen: [...chosen] })
    if (done.state === 'waiting') return setCheck({ phase: 'choosing' })
    if (done.state === 'refused') return setCheck({ phase: 'refused', message: done.error.message })
    if (!done.data.correct) return setCheck({ phase: 'wrong' })
    setCheck({ phase: 'right', answer: done.data })
    void read.reload()
  }

  return {
    read,
    lesson,
    chosen,
    check,
    /** The answer is on the phone and not yet with the server. */
    waiting,
    choose: (option: number) => {
      if (lesson === null) return
      setChosen(chooseOption(lesson.check.kind, chosen, option))
      setCheck({ phase: 'choosing' })
    },
    answer,
  }
}
