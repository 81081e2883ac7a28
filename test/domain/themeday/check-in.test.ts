import { describe, expect, it } from 'vitest'
import { checkInState, decideCheckIn, typedCodeCase } from '@/domain/themeday'

const endsAt = 1793007200000
const slot = 30_000
const seen = (slotStartsAt: number, scannedAt = slotStartsAt + slot, late = false) => {
  return { ok: true as const, slotStartsAt, slotEndsAt: slotStartsAt + slot, scannedAt, late }
}

describe('checkInState', () => {
  it('is what people made it, until the planned end', () => {
    expect(checkInState({ status: 'planned', endsAt }, endsAt - 1)).toBe('planned')
    expect(checkInState({ status: 'open', endsAt }, endsAt - 1)).toBe('open')
    expect(checkInState({ status: 'open', endsAt }, endsAt)).toBe('closed')
    expect(checkInState({ status: 'planned', endsAt }, endsAt)).toBe('closed')
    expect(checkInState({ status: 'closed', endsAt }, endsAt - 1)).toBe('closed')
  })
})

describe('typedCodeCase', () => {
  const minutes = (count: number) => count * 60_000
  it('says before looking at a code that none can count yet, or any more', () => {
    expect(typedCodeCase({ status: 'planned', endsAt }, endsAt - 1)).toBe('CHECKIN_NOT_OPEN')
    expect(typedCodeCase({ status: 'planned', endsAt }, endsAt)).toBe('CHECKIN_ENDED')
    expect(typedCodeCase({ status: 'open', endsAt }, endsAt - 1)).toBeNull()
    // the last code that was shown is good for ten minutes more
    expect(typedCodeCase({ status: 'open', endsAt }, endsAt + minutes(10) - 1)).toBeNull()
    expect(typedCodeCase({ status: 'open', endsAt }, endsAt + minutes(10))).toBe('CHECKIN_ENDED')
    const closed = { status: 'closed' as const, endsAt, closedAt: endsAt - minutes(30) }
    expect(typedCodeCase(closed, endsAt - minutes(20) - 1)).toBeNull()
    expect(typedCodeCase(closed, endsAt - minutes(20))).toBe('CHECKIN_ENDED')
  })
})

describe('decideCheckIn', () => {
  const open = { status: 'open' as const, endsAt }

  it('takes the moment of scanning', () => {
    expect(decideCheckIn(open, seen(endsAt - 90_000))).toEqual({ ok: true, occurredAt: endsAt - 60_000, late: false })
  })

  it('takes a code whose slot began before the end, with the last instant before the end as its moment at the latest', () => {
    expect(decideCheckIn(open, seen(endsAt - 10_000))).toEqual({ ok: true, occurredAt: endsAt - 1, late: false })
    expect(decideCheckIn(open, seen(endsAt))).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
  })

  it('takes a code whose slot was running at the opening, from then on, and none that was over by then', () => {
    const frozenAt = endsAt - 3_600_000
    const opened = { ...open, roster: { frozenAt } }
    expect(decideCheckIn(opened, seen(frozenAt - slot))).toEqual({ ok: false, code: 'CHECKIN_NOT_OPEN' })
    // shown for another 10 s after it: counts from the opening at the earliest
    expect(decideCheckIn(opened, seen(frozenAt - 20_000, frozenAt - 5_000))).toEqual({
      ok: true,
      occurredAt: frozenAt,
      late: false,
    })
  })

  it('says that a late one is late, wherever it belongs', () => {
    expect(decideCheckIn(open, seen(endsAt - 90_000, endsAt - 60_001, true))).toMatchObject({ ok: true, late: true })
    expect(decideCheckIn(open, seen(endsAt, endsAt, true))).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
  })

  it('is not open before a person opens it, and over once its time has passed', () => {
    const planned = { status: 'planned' as const, endsAt }
    expect(decideCheckIn(planned, seen(endsAt - 60_000))).toEqual({ ok: false, code: 'CHECKIN_NOT_OPEN' })
    expect(decideCheckIn(planned, seen(endsAt))).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
  })

  it('ends when a person ends it; what was scanned before still counts where that moment is kept', () => {
    const closedAt = endsAt - 600_000
    expect(decideCheckIn({ status: 'closed', endsAt }, seen(closedAt - 60_000))).toEqual({
      ok: false,
      code: 'CHECKIN_ENDED',
    })
    const kept = { status: 'closed' as const, endsAt, closedAt }
    expect(decideCheckIn(kept, seen(closedAt - 60_000))).toEqual({
      ok: true,
      occurredAt: closedAt - 30_000,
      late: false,
    })
    expect(decideCheckIn(kept, seen(closedAt))).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
  })
})
