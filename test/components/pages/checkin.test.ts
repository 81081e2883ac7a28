import { describe, expect, it } from 'vitest'
import { themeDayIn, tokenIn, troubleWords } from '@/components/scan/scan.shared'
import { errorTable } from '@/contracts/errors'
import type { ThemeDay } from '@/contracts/themeday'
import { checkIn } from '@/contracts/themeday'
import { canAskLeave, canCheckIn, canTakePart, codeDigits, formsWords, stageOf } from '@/pages/checkin/checkin.shared'
import { problemOf } from '@/pages/checkin/problem.shared'
import { waitingWords } from '@/pages/checkin/waiting.shared'

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

type Day = Pick<
  ThemeDay,
  'status' | 'checkedInAt' | 'leave' | 'lateScan' | 'expected' | 'remote' | 'startsAt' | 'endsAt'
>
const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`)
const now = at('22T15:00')
const day = (more: Partial<Day> = {}): Day => ({
  startsAt: now,
  endsAt: at('22T17:00'),
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
    expect(canCheckIn(day({ leave }), now)).toBe(true)
    expect(canCheckIn(day({ expected: false }), now)).toBe(false)
    expect(canCheckIn(day({ status: 'closed' }), now)).toBe(false)
    expect(canCheckIn(day({ checkedInAt: 5 }), now)).toBe(false)
  })

  it('offers it from the morning of its day on, because a phone without a network does not hear of the opening', () => {
    const planned = day({ status: 'planned' })
    expect(canCheckIn(planned, at('21T23:59'))).toBe(false)
    expect(canCheckIn(planned, at('22T00:00'))).toBe(true)
    expect(canCheckIn(planned, at('22T23:59'))).toBe(true)
    expect(canCheckIn(planned, at('23T00:00'))).toBe(false)
    // over midnight it is still on
    expect(canCheckIn(day({ status: 'planned', endsAt: at('23T01:00') }), at('23T00:59'))).toBe(true)
    expect(canCheckIn(day({ status: 'planned', expected: false }), now)).toBe(false)
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

describe('a check-in that waits on the phone', () => {
  it('lets one walk off with a scan, hurries a typed code, and keeps the app open where nothing could be stored', () => {
    expect(waitingWords(true, false).words).toMatch(/已存在手机里.*放心走开/)
    expect(waitingWords(false, false).words).toMatch(/已存在手机里.*尽快联网/)
    for (const isScan of [true, false]) {
      const { title, words } = waitingWords(isScan, true)
      expect(title).toBe('先别关掉小程序')
      expect(words).not.toMatch(/已存|放心/)
    }
  })
})

describe('a scan that led nowhere', () => {
  it('says why, and where the digits are typed', () => {
    expect(troubleWords('no camera', '在下面输入数字')).toBe(
      '打不开相机。请在手机设置里允许微信用相机，或在下面输入数字。',
    )
    expect(troubleWords('closed', '在下面输入数字')).toBe(
      '没有扫到签到码。相机打不开时，请在手机设置里允许微信使用相机，或在下面输入数字。',
    )
    expect(troubleWords('not ours', '在下面输入数字')).toMatch(/^这不是签到码。.*在下面输入数字。$/)
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
