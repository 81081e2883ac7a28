import { describe, expect, it } from 'vitest'
import { errorTable } from '@/contracts/errors'
import type { ThemeDay } from '@/contracts/themeday'
import { checkIn } from '@/contracts/themeday'
import {
  canAskLeave,
  canCheckIn,
  canTakePart,
  codeDigits,
  formsWords,
  stageOf,
  themeDayIn,
  tokenIn,
} from '@/pages/checkin/checkin.shared'
import { problemOf } from '@/pages/checkin/problem.shared'

const token = 'td-2026-11-b1.59766667.7A9wp1tsM97nabYPA4bX9r'

describe('a scanned code', () => {
  it('is a token, alone or in an address', () => {
    expect(tokenIn(` ${token}\n`)).toBe(token)
    expect(tokenIn(`https://example.invalid/?x=1&token=${token}#top`)).toBe(token)
    expect(themeDayIn(token)).toBe('td-2026-11-b1')
  })
  it.each(['', 'https://example.invalid/', '482057', 'a.b.c', `${token}.x`])('is none of ours: %j', (text) => {
    expect(tokenIn(text)).toBeNull()
  })
  it('typed is six digits', () => {
    expect(codeDigits('48 20-57 9')).toBe('482057')
  })
})

type Day = Pick<ThemeDay, 'status' | 'checkedInAt' | 'leave' | 'lateScan' | 'expected' | 'remote'>
const day = (more: Partial<Day> = {}): Day => ({
  status: 'open',
  checkedInAt: null,
  leave: null,
  lateScan: null,
  expected: true,
  remote: null,
  ...more,
})
const leave = { reason: 'work' as const, note: '', at: 1, by: 'self' as const }
const lateScan = (state: 'waiting' | 'accepted' | 'declined') => ({ scannedAt: 1, state })

describe('where a theme day stands for a member', () => {
  it('is what they did, before what time it is', () => {
    expect(stageOf(day({ status: 'planned' }))).toBe('before')
    expect(stageOf(day())).toBe('open')
    expect(stageOf(day({ status: 'closed' }))).toBe('over')
    expect(stageOf(day({ status: 'closed', checkedInAt: 5, lateScan: lateScan('accepted') }))).toBe('done')
    expect(stageOf(day({ leave }))).toBe('leave')
    expect(stageOf(day({ leave, lateScan: lateScan('waiting') }))).toBe('late')
    expect(stageOf(day({ status: 'closed', lateScan: lateScan('declined') }))).toBe('over')
  })

  it('lets check in whoever is expected while it is open, also from leave', () => {
    expect(canCheckIn(day({ leave }))).toBe(true)
    expect(canCheckIn(day({ expected: false }))).toBe(false)
    expect(canCheckIn(day({ status: 'planned' }))).toBe(false)
    expect(canCheckIn(day({ checkedInAt: 5 }))).toBe(false)
  })

  it('lets take part from afar between opening and the last moment, also when it is over', () => {
    const remote = { from: 100, until: 200 }
    expect(canTakePart(day({ remote }), 150)).toBe(true)
    expect(canTakePart(day({ remote, status: 'closed' }), 199)).toBe(true)
    expect(canTakePart(day({ remote, status: 'closed' }), 200)).toBe(false)
    expect(canTakePart(day({ remote, status: 'planned' }), 150)).toBe(false)
    expect(canTakePart(day(), 150)).toBe(false)
    expect(canTakePart(day({ remote, checkedInAt: 5 }), 150)).toBe(false)
  })

  it('lets ask for leave until it is over', () => {
    expect(canAskLeave(day({ status: 'planned' }))).toBe(true)
    expect(canAskLeave(day({ status: 'closed' }))).toBe(false)
    expect(canAskLeave(day({ expected: false }))).toBe(false)
  })
})

describe('a check-in that did not work', () => {
  it('has a title, the server’s sentence and something to do, for every code that it can be answered with', () => {
    for (const code of checkIn.errors) {
      const { title, hint, steps } = problemOf(code, errorTable[code].message)
      expect(title, code).not.toBe('这次没有成功')
      expect(hint).toBe(errorTable[code].message)
      expect(steps.length, code).toBeGreaterThan(0)
    }
  })
  it('leads to the right theme day, to a correction, or back to the code', () => {
    expect(problemOf('NOT_EXPECTED', '').steps).toEqual(['mine'])
    expect(problemOf('CHECKIN_ENDED', '').steps).toEqual(['letter', 'mine'])
    expect(problemOf('CODE_EXPIRED', '').steps[0]).toBe('again')
    expect(problemOf('BUSY', '').steps).toEqual(['refresh'])
  })
})

it('says the forms in words', () => {
  expect(formsWords(['groupStudy', 'oath'])).toBe('集中学习、重温入党誓词')
})
