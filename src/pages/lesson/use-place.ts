import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { quietly } from '@/components/page/quietly'
import { lessonPlace } from '@/services/lesson/lesson-place'
import { firstPlace, type LessonPlace, placeIn, stepTo } from '@/services/lesson/lesson-place.shared'

/**
 * Where the person is in a lesson of `blocks` blocks (null: not known yet). Begins where they left it; the step after the last block is
 * the check question, which is reached only by going through the lesson.
 */
export function usePlace(lessonId: string, blocks: number | null) {
  const [place, setPlace] = useState<LessonPlace>(firstPlace)
  /** The step at which the lesson was taken up again; null: it begins anew, or the person has moved since. */
  const [resumedAt, setResumedAt] = useState<number | null>(null)
  useEffect(() => {
    if (blocks === null) return
    const stored = placeIn(lessonPlace.read(lessonId), blocks)
    setPlace(stored)
    setResumedAt(stored.at > 0 ? stored.at : null)
  }, [lessonId, blocks])

  const go = (step: number) => {
    if (blocks === null) return
    const next = stepTo(place, step, blocks)
    setPlace(next)
    setResumedAt(null)
    lessonPlace.write(lessonId, next)
    quietly(Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
  }
  return { place, resumedAt, go }
}
