import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyOutbox,
  type OutboxEvent,
  type OutboxState,
  type Parcel,
  reduceOutbox,
} from '@/services/outbox/outbox.shared'
import { backoffMs, isDue, isHeldUp, mayStillArrive, nextDueIn, waitMs } from '@/services/outbox/retry.shared'
import { CallError } from '@/services/transport/call-error'

const parcel = (key: string, storedAt = 0, more: Partial<Parcel> = {}): Parcel => ({
  id: `${key}@${storedAt}`,
  key,
  kind: 'submitPaper',
  title: '十一月答题',
  storedAt,
  tries: 0,
  notBefore: storedAt,
  after: [],
  ...more,
})

const stateAfter = (...events: OutboxEvent[]): OutboxState => events.reduce(reduceOutbox, emptyOutbox)

describe('the outbox', () => {
  it('keeps what was put until the server has acknowledged it', () => {
    const put = stateAfter({ type: 'put', parcel: parcel('a') }, { type: 'put', parcel: parcel('b') })
    expect(put.parcels.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(reduceOutbox(put, { type: 'acknowledged', id: 'a@0' }).parcels.map(({ key }) => key)).toEqual(['b'])
  })

  it('lets a later parcel take the place of an earlier one about the same thing', () => {
    const state = stateAfter({ type: 'put', parcel: parcel('a', 1) }, { type: 'put', parcel: parcel('a', 2) })
    expect(state.parcels.map(({ id }) => id)).toEqual(['a@2'])
  })

  it('keeps the later parcel when the earlier one, still under way, is acknowledged', () => {
    const both = stateAfter({ type: 'put', parcel: parcel('a', 1) }, { type: 'put', parcel: parcel('a', 2) })
    expect(reduceOutbox(both, { type: 'acknowledged', id: 'a@1' }).parcels.map(({ id }) => id)).toEqual(['a@2'])
  })

  it('turns a refused parcel into a sentence, until that was read', () => {
    const refused = stateAfter(
      { type: 'put', parcel: parcel('a') },
      { type: 'refused', id: 'a@0', code: 'QUIZ_CLOSED', message: '已经截止' },
    )
    expect(refused.parcels).toEqual([])
    expect(refused.refusals).toEqual([
      { id: 'a@0', key: 'a', kind: 'submitPaper', title: '十一月答题', code: 'QUIZ_CLOSED', message: '已经截止' },
    ])
    expect(reduceOutbox(refused, { type: 'dismissed', id: 'a@0' })).toEqual(emptyOutbox)
  })

  it('counts failures and remembers when to try again', () => {
    const failed = stateAfter({ type: 'put', parcel: parcel('a') }, { type: 'failed', id: 'a@0', notBefore: 2_000 })
    expect(failed.parcels[0]).toMatchObject({ tries: 1, notBefore: 2_000 })
    expect(nextDueIn(failed.parcels, 500)).toBe(1_500)
    expect(nextDueIn(failed.parcels, 9_000)).toBe(0)
    expect(nextDueIn([], 0)).toBeNull()
  })

  const keys = fc.constantFrom('a', 'b', 'c')
  const ids = fc.tuple(keys, fc.integer({ min: 0, max: 3 })).map(([key, at]) => `${key}@${at}`)
  const anyEvent: fc.Arbitrary<OutboxEvent> = fc.oneof(
    fc
      .tuple(keys, fc.integer({ min: 0, max: 3 }))
      .map(([key, at]) => ({ type: 'put' as const, parcel: parcel(key, at) })),
    ids.map((id) => ({ type: 'acknowledged' as const, id })),
    ids.map((id) => ({ type: 'refused' as const, id, code: 'QUIZ_CLOSED', message: '已经截止' })),
    ids.map((id) => ({ type: 'cancelled' as const, id })),
    ids.map((id) => ({ type: 'dismissed' as const, id })),
  )

  it('law: never holds two parcels about the same thing', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const held = stateAfter(...events).parcels.map(({ key }) => key)
        expect(new Set(held).size).toBe(held.length)
      }),
    )
  })

  it('law: any event that comes twice is the same event', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, event) => {
        const once = reduceOutbox(stateAfter(...events), event)
        expect(reduceOutbox(once, event)).toEqual(once)
      }),
    )
  })
})

describe('waiting between tries', () => {
  it('doubles from 2 s to 5 min, half of it fixed and half by chance', () => {
    expect([1, 2, 3, 4].map((tries) => backoffMs(tries, 1))).toEqual([2_000, 4_000, 8_000, 16_000])
    expect([1, 2, 3, 4].map((tries) => backoffMs(tries, 0))).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(backoffMs(9, 1)).toBe(300_000)
    expect(backoffMs(9, 0.5)).toBe(225_000)
  })

  it('asks every 10 to 20 minutes whether there are tries again', () => {
    expect(waitMs({ code: 'TOO_MANY_TRIES' }, 1, 0)).toBe(600_000)
    expect(waitMs({ code: 'TOO_MANY_TRIES' }, 9, 1)).toBe(1_200_000)
    expect(waitMs({ code: 'BUSY' }, 1, 1)).toBe(2_000)
    expect(isDue({ notBefore: 1_200_000 }, 0)).toBe(false)
  })

  it('law: always between one second and five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const wait = backoffMs(tries, random)
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(300_000)
      }),
    )
  })
})

describe('what is due', () => {
  it('is due when its wait is over; a wait beyond the longest comes from a clock that was set back', () => {
    expect(isDue({ notBefore: 1_000 }, 999)).toBe(false)
    expect(isDue({ notBefore: 1_000 }, 1_000)).toBe(true)
    expect(isDue({ notBefore: 2_000_000 }, 799_999)).toBe(true)
  })

  it('waits while what goes before it is still there', () => {
    const first = parcel('checkIn:d')
    const second = parcel('r', 1, { after: ['checkIn:d'] })
    expect(isHeldUp(second, { parcels: [first, second], refusals: [] })).toBe(true)
    expect(isHeldUp(second, { parcels: [second], refusals: [] })).toBe(false)
  })
})

describe('what may still arrive', () => {
  const error = (code: ConstructorParameters<typeof CallError>[0]) => new CallError(code, '', null)

  it('is everything that failed for want of a network or a free server', () => {
    expect(mayStillArrive(error('OFFLINE'))).toBe(true)
    expect(mayStillArrive(error('BUSY'))).toBe(true)
    expect(mayStillArrive(error('INTERNAL'))).toBe(true)
  })

  it('is also what failed because of who called, so that an answer sheet outlives a lost sign-in', () => {
    expect(mayStillArrive(error('NOT_SIGNED_IN'))).toBe(true)
    expect(mayStillArrive(error('NOT_BOUND'))).toBe(true)
  })

  it('is also what comes too often for now, unless it is good for minutes only', () => {
    expect(mayStillArrive(error('TOO_MANY_TRIES'))).toBe(true)
    expect(mayStillArrive(error('TOO_MANY_TRIES'), true)).toBe(false)
    expect(mayStillArrive(error('OFFLINE'), true)).toBe(true)
  })

  it('is nothing that the server has decided', () => {
    expect(mayStillArrive(error('QUIZ_CLOSED'))).toBe(false)
    expect(mayStillArrive(error('ATTEMPT_EXPIRED'))).toBe(false)
    expect(mayStillArrive(error('CODE_WRONG'))).toBe(false)
  })
})
