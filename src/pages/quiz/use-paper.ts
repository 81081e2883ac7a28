import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { Paper } from '@/contracts/quiz'
import { cache, cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { isOver } from './quiz.shared'

/** The server's clock less the phone's, in ms, as it was when the paper came. */
const clockLead = (paper: Paper, at: number): number => paper.now - at

/** A kept paper that has run out must not come up again: asking the server tells whether there is another. */
function dropRunOut(quizId: string): void {
  const kept = cache.read<Paper>(cacheNames.paper(quizId))
  if (kept && isOver(kept.data, Date.now() + clockLead(kept.data, kept.at))) cache.drop(cacheNames.paper(quizId))
}

/** The open paper of a quiz: at once the one on the phone, else the one that the server deals. */
export function usePaper(quizId: string) {
  useState(() => dropRunOut(quizId))
  // Not again on show: that would deal the next paper behind the member's back once this one has run out.
  const read = useRead({ name: cacheNames.paper(quizId), load: () => learn.deal(quizId), onShow: false })
  const lead = read.data !== null && read.at !== null ? clockLead(read.data, read.at) : 0
  return { read, lead }
}
