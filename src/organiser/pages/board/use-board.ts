import { useCallback, useEffect, useRef, useState } from 'react'
import type { Read } from '@/components/page/read.shared'
import { themeday } from '@/services/themeday'
import { CallError } from '@/services/transport/call-error'
import { useVisible } from '../../use-visible'
import { type Board, nextPoll, pollEvery } from './board.shared'

/** What the board's page shows: the last answer, what stands in its way, and what the secretary can do. */
export interface BoardState {
  readonly board: Board | null
  /** For the page's shell: loading, or what went wrong before anything could be shown. */
  readonly read: Read<Board> & { reload: () => Promise<void> }
  /** Something is shown, but the last question got no answer. */
  readonly away: boolean
  /** Opening or ending is under way. */
  readonly busy: boolean
  /** Why opening or ending did not work. */
  readonly refusal: string | null
  /** The server's clock by the phone's, ms. */
  serverNow(): number
  open(): Promise<void>
  close(): Promise<void>
  /** Undoes the ending, as long as the board says that it can be. */
  reopen(): Promise<void>
}

/** Asks for the board again and again while the page is seen, and not at all while it is hidden. */
export function useBoard(themeDayId: string): BoardState {
  const visible = useVisible()
  const [board, setBoard] = useState<Board | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const [away, setAway] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const clock = useRef(0)
  // an answer to a question that was asked before the last change would put the old state back
  const epoch = useRef(0)

  const serverNow = useCallback(() => Date.now() + clock.current, [])
  const accept = useCallback((answer: Board) => {
    clock.current = answer.now - Date.now()
    setBoard(answer)
    setError(null)
    setAway(false)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` starts the asking anew
  useEffect(() => {
    if (!visible) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const ask = async () => {
      const asked = epoch.current
      let wait = pollEvery
      try {
        const answer = await themeday.board(themeDayId)
        if (over) return
        if (asked === epoch.current) accept(answer)
        wait = nextPoll(answer, answer.now)
      } catch (thrown) {
        if (over) return
        const failure = CallError.from(thrown)
        setError(failure)
        if (!failure.retry) {
          // no network comes back that would change this: the role has ended, the theme day is gone. The page says so instead of what it last saw
          setBoard(null)
          return
        }
        setAway(true)
      }
      timer = setTimeout(ask, wait)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [themeDayId, visible, round, accept])

  const change = async (act: (id: string) => Promise<Board>) => {
    setBusy(true)
    setRefusal(null)
    epoch.current += 1
    try {
      accept(await act(themeDayId))
      epoch.current += 1
      setRound((n) => n + 1)
    } catch (thrown) {
      setRefusal(CallError.from(thrown).message)
    } finally {
      setBusy(false)
    }
  }

  const reload = async () => {
    setError(null)
    setRound((n) => n + 1)
  }

  return {
    board,
    read: { data: board, at: null, loading: board === null && error === null, stale: false, error, reload },
    away: board !== null && away,
    busy,
    refusal,
    serverNow,
    open: () => change(themeday.open),
    close: () => change(themeday.close),
    reopen: () => change(themeday.reopen),
  }
}
