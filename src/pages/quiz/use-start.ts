import { useEffect, useRef } from 'react'
import { useRead } from '@/components/page/use-read'
import { partialRuleWords } from '@/components/words/kind.shared'
import { untilWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { getHome, getStudy, QuizRow } from '@/contracts/learn'
import { cache, cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { CallError } from '@/services/transport/call-error'
import { attemptsWords, closedOf, type Fact, minutesWords, underWayWords } from './quiz.shared'

/** Home was read a moment ago as a rule: its row is shown until the list of everything is there. */
const rowAtHome = (quizId: string): QuizRow | undefined =>
  cache.read<OutputOf<typeof getHome>>(cacheNames.home)?.data.quizzes.find(({ id }) => id === quizId)

export function factsOf(row: QuizRow, now: number): Fact[] {
  const facts: Fact[] = [
    { name: '题数', value: `${row.questions} 题` },
    { name: '时间', value: minutesWords(row.minutes) },
    { name: '次数', value: attemptsWords(row) },
  ]
  if (row.partial) facts.push({ name: '多选题', value: partialRuleWords[row.partial] })
  facts.push({ name: '截止', value: untilWords(row.closesAt, now) })
  return facts
}

/**
 * What is known of a quiz before a paper of it is dealt.
 * @param resume called once when a paper was begun, on another phone or before this one forgot it: it goes on without asking. What is known may be old, so it
 * never begins another one, and says whether the paper was gone
 */
export function useStart(quizId: string, resume: () => Promise<boolean>) {
  const study = useRead<OutputOf<typeof getStudy>>({ name: cacheNames.study, load: learn.study, onShow: false })
  const row = study.data?.quizzes.find(({ id }) => id === quizId) ?? rowAtHome(quizId)
  // The list's own clock and what has passed since; without the list the phone's will do for words.
  const passed = study.at === null ? 0 : Math.max(0, Date.now() - study.at)
  const now = study.data ? study.data.now + passed : Date.now()

  const resumed = useRef(false)
  const begun = row !== undefined && row.openAttemptId !== null
  useEffect(() => {
    if (!begun || resumed.current) return
    resumed.current = true
    void resume().then((gone) => (gone ? study.reload() : undefined))
  })

  const answered = !study.loading && study.data !== null
  const missing = row === undefined && answered
  return {
    read: {
      ...study,
      data: row ? (study.data ?? {}) : null,
      error: missing
        ? new CallError('NOT_FOUND', '这次答题还没有开始，或已经截止。请返回首页看看。', null)
        : study.error,
      loading: row === undefined && study.loading,
    },
    row,
    facts: row ? factsOf(row, now) : [],
    closed: row ? closedOf(row, now) : null,
    underWay: row ? underWayWords(row, now) : null,
  }
}
