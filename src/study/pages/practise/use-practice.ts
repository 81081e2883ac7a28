import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { chooseOption } from '@/components/option/option.shared'
import type { HandbookItem } from '@/contracts/handbook'
import { isRight } from '@/domain/handbook'
import { seededRng, shuffle } from '@/domain/random'
import { reviewLog } from '@/services/handbook/review-log'
import { sendReviews } from '@/services/handbook/sync'
import type { Book } from '../../book/book.shared'
import { answered, beginRound, goOn, isOver } from './practice.shared'

/** How a question was answered; `at` names the review. */
export interface Verdict {
  right: boolean
  at: number
}

/** The order in which options are shown: another each time, so that nobody learns a place by heart. 正确 and 错误 keep theirs. */
function orderOf(item: HandbookItem | undefined): number[] {
  const places = (item?.options ?? []).map((_, index) => index)
  return item?.kind === 'judge' ? places : shuffle(places, seededRng(Math.floor(Math.random() * 2 ** 31)))
}

/** The verdict may lie below the fold, in large text above all; the next question begins at its top. */
const scroll = (to: { selector: string } | { scrollTop: number }): void =>
  Taro.nextTick(() => void Taro.pageScrollTo({ ...to, duration: 0 }).catch(() => {}))

/**
 * Practising a round: the answer is on the phone before it is shown whether it was right; right is first kept as sure, and as unsure when the
 * person says so.
 */
export function usePractice(book: Book, ids: readonly string[], onOver: () => void) {
  const [round, setRound] = useState(() => beginRound(ids))
  const item = book.items.get(round.queue[round.at] ?? '')
  const [order, setOrder] = useState(() => orderOf(item))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [text, setText] = useState('')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [stored, setStored] = useState(true)
  const over = isOver(round)

  const told = useRef(onOver)
  told.current = onOver
  useEffect(() => {
    if (!over) return
    sendReviews()
    told.current()
  }, [over])
  useEffect(() => () => sendReviews(), [])
  useDidHide(sendReviews)

  const check = () => {
    if (!item || verdict) return
    const right = isRight(item, { chosen: chosen.map((shown) => order[shown] ?? -1), text })
    const at = Date.now()
    setStored(reviewLog.add({ questionId: item.id, at, grade: right ? 'good' : 'again' }))
    setVerdict({ right, at })
    setRound(answered(round, right))
    scroll({ selector: '.practise__verdict' })
  }
  const next = (grade?: 'hard') => {
    if (!item || !verdict) return
    if (grade) setStored(reviewLog.add({ questionId: item.id, at: verdict.at, grade }))
    const later = goOn(round)
    setRound(later)
    setOrder(orderOf(book.items.get(later.queue[later.at] ?? '')))
    setChosen([])
    setText('')
    setVerdict(null)
    scroll({ scrollTop: 0 })
  }
  return {
    round,
    item,
    order,
    chosen,
    text,
    verdict,
    stored,
    over,
    ready: item?.kind === 'fill' ? text.trim() !== '' : chosen.length > 0,
    tap: (option: number) => item && !verdict && setChosen(chooseOption(item.kind, chosen, option)),
    type: setText,
    check,
    next,
  }
}

export type Practice = ReturnType<typeof usePractice>
