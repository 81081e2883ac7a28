import { useEffect, useRef } from 'react'
import { learn } from '@/services/learn'
import { isOnline, onOnline } from '@/services/online'
import { sentDraft } from '@/services/quiz-draft.shared'
import type { KeptPaper } from '@/services/quiz-paper.shared'
import { CallError } from '@/services/transport/call-error'
import type { Answering } from './answering.shared'
import { useSight } from './use-sight'

/** Without a tap for so long, what is new is sent, in ms. */
const QUIET_MS = 10_000

/** What sending the draft may bring to light. */
export interface Heard {
  /** Whether the paper has been handed in here: nothing more is sent. */
  over(): boolean
  /** What the server knows of the paper: when it was opened first, on any phone (null: it need not know), and its deadline by now. */
  times(openedAt: number | null, deadlineAt: number): void
  /** Something that was answered on another phone has come in. */
  elsewhere(): void
  /** Another phone has handed it in. */
  submitted(): void
  /** By the server's clock its time is over. */
  expired(): void
}

/**
 * Sends the draft now and then, so that another phone can go on with it: after 10 s without a tap, when the page goes out of sight, and before it is
 * left; only what is new, and only with a network. Failures are silent: the phone has everything. What comes back is joined with what is here, also
 * when the page is seen again and when the network is back.
 * @param atOnce also on opening: the server has not been asked about this paper yet
 * @returns asks the server, also when there is nothing new to send
 */
export function useDraftSync(
  { paper, openedAt }: KeptPaper,
  answering: Answering,
  atOnce: boolean,
  heard: Heard,
): () => void {
  const sent = useRef('')
  const sending = useRef(false)
  const latest = useRef(heard)
  latest.current = heard

  const send = async (ask = false): Promise<void> => {
    const draft = sentDraft(paper, answering.read().draft)
    const text = JSON.stringify(draft)
    // the minutes of a paper taken along begin with its opening, on every phone
    const opening = paper.along && openedAt !== null ? { openedAt } : {}
    if (sending.current || latest.current.over() || (text === sent.current && !ask) || !isOnline()) return
    sending.current = true
    try {
      const kept = await learn.keepDraft({ attemptId: paper.attemptId, draft, ...opening })
      sent.current = text
      latest.current.times(kept.openedAt, kept.deadlineAt)
      if (answering.join(kept.draft)) latest.current.elsewhere()
    } catch (thrown) {
      const { code } = CallError.from(thrown)
      if (code === 'ALREADY_SUBMITTED') latest.current.submitted()
      if (code === 'ATTEMPT_EXPIRED') latest.current.expired()
    }
    sending.current = false
  }
  const sendNow = useRef(send)
  sendNow.current = send

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const off = answering.subscribe(() => {
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => void sendNow.current(), QUIET_MS)
    })
    const offOnline = onOnline(() => void sendNow.current(true))
    if (atOnce) void sendNow.current(true)
    // What came with the paper is what the server has.
    else sent.current = JSON.stringify(sentDraft(paper, answering.read().draft))
    return () => {
      off()
      offOnline()
      if (timer) clearTimeout(timer)
      answering.flush()
      void sendNow.current()
    }
  }, [paper, answering, atOnce])

  useSight(
    () => {
      answering.flush()
      void sendNow.current()
    },
    () => void sendNow.current(true),
  )
  return () => void sendNow.current(true)
}
