import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { CheckInToken, ShortCode } from '@/contracts/themeday'
import { codesAt, type Mac, parseToken, verifyCode, verifyToken } from '@/domain/themeday'

const mac: Mac = (key, message) => createHmac('sha256', key).update(message).digest('base64url')
const secret = 'secret-a'
const themeDay = { themeDayId: 'td-1', secret, mac }
// The start of a token slot of 30 s, 210 s into a code slot of 300 s.
const slotStart = 1793000010000
const slotEnd = 1793000040000
const codeSlotStart = 1792999800000
const minutes = (count: number) => count * 60_000

describe('codesAt', () => {
  it('gives the token and code of the slot, as worked out with another HMAC implementation', () => {
    const first = codesAt(themeDay, slotStart)
    expect(first).toEqual({ token: 'td-1.59766667.7A9wp1tsM97nabYPA4bX9r', code: '147883', rotatesAt: slotEnd })
    expect(codesAt(themeDay, slotEnd - 1)).toEqual(first)
    expect(codesAt(themeDay, slotEnd).token).not.toBe(first.token)
    expect(codesAt(themeDay, slotEnd).code).toBe(first.code)
    expect(codesAt(themeDay, codeSlotStart + minutes(5)).code).not.toBe(first.code)
  })

  it('fits the contract, leading zeros included', () => {
    const codes = Array.from({ length: 300 }, (_, i) => codesAt(themeDay, slotStart + i * minutes(5)))
    for (const { token, code } of codes) {
      expect(v.is(CheckInToken, token)).toBe(true)
      expect(v.is(ShortCode, code)).toBe(true)
    }
    expect(codes.some(({ code }) => code.startsWith('0'))).toBe(true)
    expect(new Set(codes.map(({ code }) => code)).size).toBeGreaterThan(295)
  })
})

describe('verifyToken', () => {
  const { token } = codesAt(themeDay, slotStart)
  const seen = (scannedAt: number, late = false) => {
    return { ok: true, slotStartsAt: slotStart, slotEndsAt: slotEnd, scannedAt, late }
  }
  const verify = (now: number, text = token, key = secret) => verifyToken({ token: text, secret: key, now, mac })

  it('counts the moment of scanning: now within the slot, its end afterwards', () => {
    expect(verify(slotStart + 7_000)).toEqual(seen(slotStart + 7_000))
    expect(verify(slotEnd + minutes(3))).toEqual(seen(slotEnd - 1))
  })

  it('counts by itself until ten minutes after its slot, and is late until the end of the next day', () => {
    expect(verify(slotEnd + minutes(10))).toEqual(seen(slotEnd - 1))
    expect(verify(slotEnd + minutes(10) + 1)).toEqual(seen(slotEnd - 1, true))
    // the slot begins on 2026-10-26 at 15:33:30 in Asia/Shanghai: until the 28th at midnight there, 16:00 UTC on the 27th
    const midnight = Date.UTC(2026, 9, 27, 16)
    expect(verify(midnight - 1)).toEqual(seen(slotEnd - 1, true))
    expect(verify(midnight)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  it('is accepted from one slot ahead, for clocks that differ, and no further', () => {
    expect(verify(slotStart - 30_000)).toEqual(seen(slotStart - 30_000))
    expect(verify(slotStart - 30_001)).toEqual({ ok: false, code: 'CODE_WRONG' })
  })

  it('is wrong with another slot, theme day, secret or a changed proof', () => {
    const wrong = { ok: false, code: 'CODE_WRONG' }
    expect(verify(slotStart, token.replace('59766667', '59766668'))).toEqual(wrong)
    expect(verify(slotStart, token.replace('td-1', 'td-2'))).toEqual(wrong)
    expect(verify(slotStart, token, 'secret-b')).toEqual(wrong)
    expect(verify(slotStart, `${token.slice(0, -1)}s`)).toEqual(wrong)
    expect(verify(slotStart, token.slice(0, -1))).toEqual(wrong)
    expect(verify(slotStart, 'nonsense')).toEqual(wrong)
  })

  it('calls an old forgery wrong, not expired', () => {
    expect(verify(slotEnd + minutes(60), `${token.slice(0, -1)}s`)).toEqual({ ok: false, code: 'CODE_WRONG' })
  })
})

describe('parseToken', () => {
  it('names the theme day whose secret is needed', () => {
    expect(parseToken('td-1.59766667.abc')).toEqual({ themeDayId: 'td-1', slot: 59766667, proof: 'abc' })
  })
  it.each(['', 'td-1', 'td-1.5', 'td-1.x.abc', 'td-1.1e3.abc', 'td-1.5.abc.d', '.5.abc', 'td-1.5.'])(
    'refuses %j',
    (text) => {
      expect(parseToken(text)).toBeNull()
    },
  )
})

describe('verifyCode', () => {
  const { code } = codesAt(themeDay, slotStart)
  const opened = codeSlotStart - minutes(60)
  const verify = (now: number, text = code, key = secret, since: number | null = opened) =>
    verifyCode({ ...themeDay, secret: key, code: text, now, since })

  it('is valid in its slot of five minutes and in the next', () => {
    expect(verify(codeSlotStart)).toMatchObject({
      ok: true,
      slotStartsAt: codeSlotStart,
      scannedAt: codeSlotStart,
      late: false,
    })
    expect(verify(codeSlotStart + minutes(10) - 1)).toEqual({
      ok: true,
      late: false,
      slotStartsAt: codeSlotStart,
      slotEndsAt: codeSlotStart + minutes(5),
      scannedAt: codeSlotStart + minutes(5) - 1,
    })
  })

  it('is expired after that, and known as such for a day; before its slot it is wrong', () => {
    expect(verify(codeSlotStart + minutes(10))).toEqual({ ok: false, code: 'CODE_EXPIRED' })
    // one that waited on a phone without a network
    expect(verify(codeSlotStart + minutes(25))).toEqual({ ok: false, code: 'CODE_EXPIRED' })
    // 288 slots and the two that are valid: 24 h and 10 min
    expect(verify(codeSlotStart + minutes(24 * 60 + 10) - 1)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
    expect(verify(codeSlotStart + minutes(24 * 60 + 10))).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(verify(codeSlotStart - 1)).toEqual({ ok: false, code: 'CODE_WRONG' })
  })

  it('of a slot that was over before the opening was on no screen: a guess is no older code', () => {
    const later = codeSlotStart + minutes(30)
    expect(verify(later, code, secret, codeSlotStart + minutes(5) - 1)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
    expect(verify(later, code, secret, codeSlotStart + minutes(5))).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(verify(later, code, secret, null)).toEqual({ ok: false, code: 'CODE_WRONG' })
    // opened in the very slot that is on, also a moment ahead
    expect(verify(codeSlotStart, code, secret, codeSlotStart)).toMatchObject({ ok: true })
    expect(verify(codeSlotStart, code, secret, codeSlotStart + minutes(30))).toMatchObject({ ok: true })
  })

  it('is wrong for another secret or text', () => {
    expect(verify(codeSlotStart, code, 'secret-b')).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(verify(codeSlotStart, '147884')).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(verify(codeSlotStart, '14788')).toEqual({ ok: false, code: 'CODE_WRONG' })
  })
})
