import { describe, expect, it } from 'vitest'
import {
  attendanceOf,
  type Board,
  canOpen,
  canReopen,
  codeUsable,
  nextPoll,
  secondsLeft,
  spacedCode,
  timeLeft,
} from '@/organiser/pages/board/board.shared'

const board = (more: Partial<Board> = {}): Board => ({
  themeDayId: 'td-1',
  title: '集中学习',
  orgId: 'shili-branch',
  orgName: '示例支部',
  startsAt: 0,
  endsAt: 3_600_000,
  status: 'open',
  now: 100_000,
  frozen: true,
  token: 'td-1.3.aaaaaaaaaaaaaaaa',
  code: '482057',
  rotatesAt: 120_000,
  opensFrom: 0,
  reopenUntil: null,
  expected: 25,
  onSite: 15,
  remote: 3,
  proxy: 0,
  leave: 0,
  lateScans: 0,
  arrivals: [],
  ...more,
})

describe('opening and ending', () => {
  it('cannot be opened before its day, nor when it is open or over', () => {
    const planned = board({ status: 'planned', opensFrom: 5_000 })
    expect([canOpen(planned, 4_999), canOpen(planned, 5_000)]).toEqual([false, true])
    for (const status of ['open', 'closed'] as const) expect(canOpen(board({ status }), 5_000)).toBe(false)
  })

  it('can be undone until the server says not any more', () => {
    const ended = board({ status: 'closed', reopenUntil: 5_000 })
    expect([canReopen(ended, 4_999), canReopen(ended, 5_000)]).toEqual([true, false])
    expect(canReopen(board({ status: 'closed' }), 0)).toBe(false)
  })
})

describe('the board of a check-in', () => {
  it('draws who has come as shares of those expected', () => {
    // 15, 3 and 2 of 25; of the other five one has leave
    expect(attendanceOf(board({ proxy: 2, leave: 1 }))).toEqual({
      arrived: 20,
      expected: 25,
      leave: 1,
      absent: 4,
      shares: { onSite: 0.6, remote: 0.12, proxy: 0.08 },
    })
  })

  it('draws nothing without a roster', () => {
    expect(attendanceOf(board({ expected: 0, onSite: 0, remote: 0 }))).toEqual({
      arrived: 0,
      expected: 0,
      leave: 0,
      absent: 0,
      shares: { onSite: 0, remote: 0, proxy: 0 },
    })
  })

  it('never draws more than the whole bar', () => {
    const drawn = attendanceOf(board({ expected: 10, onSite: 12, remote: 0 }))
    expect(drawn.shares.onSite).toBe(1)
    expect(drawn.absent).toBe(0)
  })

  it('counts whole seconds down to zero by the clock of the server', () => {
    expect(secondsLeft(120_000, 101_200)).toBe(19)
    expect(secondsLeft(120_000, 120_000)).toBe(0)
    expect(secondsLeft(120_000, 130_000)).toBe(0)
    expect(secondsLeft(null, 0)).toBeNull()
    // a code lasts thirty seconds
    expect(timeLeft(18)).toBe(0.6)
    expect(timeLeft(45)).toBe(1)
  })

  it('asks every three seconds while open, and just after the code changes', () => {
    expect(nextPoll(board(), 100_000)).toBe(3000)
    // 1.5 s are left: a moment after the change
    expect(nextPoll(board(), 118_500)).toBe(1700)
    expect(nextPoll(board(), 119_990)).toBe(300)
    expect(nextPoll(board(), 125_000)).toBe(3000)
  })

  it('asks rarely before and after', () => {
    expect(nextPoll(board({ status: 'planned', token: null, rotatesAt: null }), 0)).toBe(15_000)
    expect(nextPoll(board({ status: 'closed', token: null, rotatesAt: null }), 0)).toBe(15_000)
  })

  it('keeps a code for half of the ten minutes that the server grants when the network is away, then blanks it', () => {
    expect(codeUsable(board(), 419_999)).toBe(true)
    expect(codeUsable(board(), 420_000)).toBe(false)
    expect(codeUsable(board({ token: null }), 0)).toBe(false)
  })

  it('spaces the digits of the short code', () => {
    expect(spacedCode('482057')).toBe('4 8 2 0 5 7')
  })
})
