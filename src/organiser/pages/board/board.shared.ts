import type { OutputOf } from '@/contracts/action'
import type { Channel } from '@/contracts/common'
import type { getCheckInBoard } from '@/contracts/themeday'
import { TOKEN_LATE_MS, TOKEN_SLOT_MS } from '@/domain/themeday'

export type Board = OutputOf<typeof getCheckInBoard>

/** How a check-in came, in the words of the board. */
export const channelNames: Record<Channel, string> = { self: '现场', remote: '线上', proxy: '代录', import: '导入' }

/** How often the board asks again, ms: often enough to greet who has just come, at most 20 calls a minute. */
export const pollEvery = 3000
/** While nothing can change by itself (not opened yet, ended) it asks rarely. */
export const pollIdle = 15_000
/**
 * How long a code whose time is over is still shown while the network is away, ms. The server takes it for `TOKEN_LATE_MS` more (the
 * moment of its slot counts); half of that is left to a slow login.
 */
export const staleGrace = TOKEN_LATE_MS / 2

/** Delay before the next question, ms: sooner when the code changes before that, and never less than 300. */
export function nextPoll(board: Board | null, serverNow: number): number {
  if (board === null) return pollEvery
  if (board.status !== 'open') return pollIdle
  const untilChange = board.rotatesAt === null ? pollEvery : board.rotatesAt - serverNow + 200
  return Math.max(300, Math.min(pollEvery, untilChange > 0 ? untilChange : pollEvery))
}

/** Whether it can be opened now: its roster is frozen for good by that. */
export const canOpen = ({ status, opensFrom }: Board, serverNow: number): boolean =>
  status === 'planned' && serverNow >= opensFrom

/** Whether an ending by mistake can still be undone. */
export const canReopen = ({ reopenUntil }: Board, serverNow: number): boolean =>
  reopenUntil !== null && serverNow < reopenUntil

/** Whole seconds until the next code, not below zero; null without one. */
export function secondsLeft(rotatesAt: number | null, serverNow: number): number | null {
  return rotatesAt === null ? null : Math.max(0, Math.ceil((rotatesAt - serverNow) / 1000))
}

/** The share of the code's time that is left, 0 to 1; a bar beside the seconds. */
export const timeLeft = (seconds: number): number => Math.min(1, (seconds * 1000) / TOKEN_SLOT_MS)

/** Whether the code may still be shown: for a while after its time, so that a short gap of the network does not blank the screen. */
export function codeUsable(board: Board, serverNow: number): boolean {
  return board.token !== null && board.rotatesAt !== null && serverNow < board.rotatesAt + staleGrace
}

/** `482057` → `4 8 2 0 5 7`, read aloud digit by digit. */
export const spacedCode = (code: string): string => code.split('').join(' ')

export interface Attendance {
  readonly arrived: number
  readonly expected: number
  /** Have leave, and did not come. */
  readonly leave: number
  /** Neither came nor have leave; who waits for a late scan to be settled is among them. */
  readonly absent: number
  /** Shares of those expected, by channel; together at most 1. */
  readonly shares: { readonly onSite: number; readonly remote: number; readonly proxy: number }
}

/** The tally of the board. Without a roster the bar stays empty: no share of nothing. */
export function attendanceOf(board: Pick<Board, 'expected' | 'onSite' | 'remote' | 'proxy' | 'leave'>): Attendance {
  const arrived = board.onSite + board.remote + board.proxy
  const whole = Math.max(board.expected, arrived)
  const share = (n: number) => (board.expected === 0 ? 0 : n / whole)
  return {
    arrived,
    expected: board.expected,
    leave: board.leave,
    absent: Math.max(0, board.expected - arrived - board.leave),
    shares: { onSite: share(board.onSite), remote: share(board.remote), proxy: share(board.proxy) },
  }
}

const NAMES_AT_MOST = 20

/** `测试甲、测试乙`; of many the first twenty, and how many more. */
export function listedNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_AT_MOST).join('、')
  return names.length > NAMES_AT_MOST ? `${shown} 等 ${names.length} 人` : shown
}
