import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { questionsOf } from './result.shared'

/** So many questions are drawn at once: a page of the mini-program should stay below 1,000 nodes. */
const AT_ONCE = 25

/** A graded attempt, whole or only what went wrong. */
export function useResult(attemptId: string) {
  const read = useRead({ name: cacheNames.result(attemptId), load: () => learn.result(attemptId), onShow: false })
  const [onlyMissed, setOnlyMissed] = useState(false)
  const [most, setMost] = useState(AT_ONCE)
  const result = read.data
  const all = result ? questionsOf(result, onlyMissed) : []
  return {
    read,
    result,
    now: Date.now(),
    onlyMissed,
    switchFilter: () => {
      setOnlyMissed((only) => !only)
      setMost(AT_ONCE)
    },
    questions: all.slice(0, most),
    /** How many more the next tap shows. */
    more: Math.min(AT_ONCE, Math.max(0, all.length - most)),
    showMore: () => setMost((before) => before + AT_ONCE),
    missed: result ? questionsOf(result, true).length : 0,
  }
}
