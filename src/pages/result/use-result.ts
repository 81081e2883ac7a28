import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { questionsOf } from './result.shared'

/** A graded attempt, whole or only what went wrong. */
export function useResult(attemptId: string) {
  const read = useRead({ name: cacheNames.result(attemptId), load: () => learn.result(attemptId), onShow: false })
  const [onlyMissed, setOnlyMissed] = useState(false)
  return {
    read,
    result: read.data,
    onlyMissed,
    switchFilter: () => setOnlyMissed((only) => !only),
    questions: read.data ? questionsOf(read.data, onlyMissed) : [],
    missed: read.data ? questionsOf(read.data, true).length : 0,
  }
}
