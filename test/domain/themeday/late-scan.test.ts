import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideScan, lateScanCountsAt, lateScanOf, lateScanWords } from '@/domain/themeday'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 2026-11-10 15:00 to 17:00 in Asia/Shanghai; the code was shown at 15:02, and arrives at 18:00. */
const startsAt = Date.parse('2026-11-10T15:00:00+08:00')
const opened = { status: 'open' as const, endsAt: startsAt + 2 * HOUR, roster: { frozenAt: startsAt } }
const slotStartsAt = startsAt + 2 * MINUTE
const slotEndsAt = slotStartsAt + 30_000
const proof = { ok: true as const, slotStartsAt, slotEndsAt, scannedAt: slotEndsAt - 1, late: true }
const now = startsAt + 3 * HOUR

describe('a late scan', () => {
  it('keeps what the phone says where it can be', () => {
    expect(lateScanOf(proof, slotStartsAt + 5_000, now).scannedAt).toBe(slotStartsAt + 5_000)
    expect(lateScanOf(proof, slotStartsAt, now).scannedAt).toBe(slotStartsAt)
    expect(lateScanOf(proof, now, now).scannedAt).toBe(now)
  })

  it('takes nothing from a phone whose clock is wrong: then it was scanned when the code was last shown', () => {
    const none = {
      ...{ slotStartsAt, slotEndsAt, receivedAt: now, state: 'waiting', decidedBy: null, decidedAt: null },
      scannedAt: slotEndsAt - 1,
    }
    expect(lateScanOf(proof, undefined, now)).toEqual(none)
    // before it was shown, and after it arrived: five hours fast
    expect(lateScanOf(proof, slotStartsAt - 1, now)).toEqual(none)
    expect(lateScanOf(proof, slotStartsAt + 5 * HOUR, now)).toEqual(none)
    expect(lateScanOf(proof, now + 1, now)).toEqual(none)
  })

  it('counts when the code was shown, whatever the phone says, before the check-in ended', () => {
    expect(lateScanCountsAt(opened, { slotEndsAt })).toBe(slotEndsAt - 1)
    const closed = { ...opened, status: 'closed' as const, closedAt: slotStartsAt + 10_000 }
    expect(lateScanCountsAt(closed, { slotEndsAt })).toBe(slotStartsAt + 9_999)
  })

  it('is told in words by which one can decide', () => {
    const words = (claimed: number | undefined, at = now) => lateScanWords(lateScanOf(proof, claimed, at))
    expect(words(slotStartsAt)).toBe('扫的是 15:02 的码，18:00 才送到')
    expect(words(undefined)).toBe('扫的是 15:02 的码，18:00 才送到')
    // a clock that is ten minutes ahead: such a scan would have counted by itself, so nothing is made of it
    expect(words(slotStartsAt + 10 * MINUTE)).toBe('扫的是 15:02 的码，18:00 才送到')
    expect(words(slotStartsAt + 5 * HOUR)).toBe('扫的是 15:02 的码，18:00 才送到')
    const said = '扫的是 15:02 的码，手机记的扫码时间是 16:00（手机时间可能不准），'
    expect(words(startsAt + HOUR)).toBe(`${said}18:00 才送到`)
    expect(words(startsAt + HOUR, now + 24 * HOUR)).toBe(`${said}第二天 18:00 才送到`)
    expect(words(startsAt + 18 * HOUR, now + 24 * HOUR)).toBe(
      '扫的是 15:02 的码，手机记的扫码时间是第二天 09:00（手机时间可能不准），第二天 18:00 才送到',
    )
  })
})

describe('decideScan', () => {
  const yes = { accept: true, was: 'waiting' as const }
  const no = { accept: false, was: 'waiting' as const }
  const counts = { withdrawn: false }
  const accepted = (decidedAt: number | null = now - HOUR) => ({ state: 'accepted' as const, decidedAt })

  it('settles one that waits', () => {
    expect(decideScan({ state: 'waiting' }, null, yes, now)).toEqual({ do: 'settle', from: 'waiting' })
    expect(decideScan({ state: 'waiting' }, null, no, now)).toEqual({ do: 'settle', from: 'waiting' })
  })

  it('finishes what was accepted without its entry, and lets a no settle it when nobody can be about to write it', () => {
    expect(decideScan(accepted(), null, yes, now)).toEqual({ do: 'keep', record: true })
    expect(decideScan(accepted(), null, no, now)).toEqual({ do: 'settle', from: 'accepted' })
    expect(decideScan({ state: 'accepted' }, null, no, now)).toEqual({ do: 'settle', from: 'accepted' })
    expect(decideScan(accepted(now - 120_000), null, no, now)).toEqual({ do: 'settle', from: 'accepted' })
    expect(decideScan(accepted(now - 119_999), null, no, now)).toEqual({ do: 'refuse', because: 'accepted' })
  })

  it('does not take back by a no what counts, and says so', () => {
    expect(decideScan(accepted(), counts, no, now)).toEqual({ do: 'refuse', because: 'accepted' })
    expect(decideScan(accepted(), counts, yes, now)).toEqual({ do: 'keep', record: false })
    // taken back by a correction it does not count
    expect(decideScan(accepted(), { withdrawn: true }, no, now)).toEqual({ do: 'settle', from: 'accepted' })
  })

  it('takes a no back by a yes that has seen it', () => {
    const declined = { state: 'declined' as const, decidedAt: now - 1 }
    expect(decideScan(declined, null, { accept: true, was: 'declined' }, now)).toEqual({
      do: 'settle',
      from: 'declined',
    })
    expect(decideScan(declined, null, yes, now)).toEqual({ do: 'refuse', because: 'declined' })
    expect(decideScan(declined, null, no, now)).toEqual({ do: 'keep', record: false })
  })

  it('never enters anybody on a no, whatever came before', () => {
    const states = fc.constantFrom('waiting' as const, 'accepted' as const, 'declined' as const)
    const fact = fc.constantFrom(null, { withdrawn: false }, { withdrawn: true })
    const was = fc.constantFrom('waiting' as const, 'declined' as const)
    const decidedAt = fc.option(fc.integer({ min: now - 10 * MINUTE, max: now }))
    fc.assert(
      fc.property(states, fact, was, decidedAt, (state, known, seen, at) => {
        const decision = decideScan({ state, decidedAt: at }, known, { accept: false, was: seen }, now)
        return decision.do !== 'keep' || !decision.record
      }),
    )
  })
})
