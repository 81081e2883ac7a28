import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  full: false,
  online: false,
  sent: [] as { batch: { key: string; reviews: unknown[] } }[],
}))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../../support/taro-phone')
  // a full storage takes what is no longer than what was there
  return {
    default: taroPhone(phone.stored, (key, text) => !phone.full || text.length <= (phone.stored.get(key) ?? '').length),
  }
})
vi.mock('@/services/transport/call', () => ({
  async call(_contract: unknown, input: { batch: { key: string; reviews: unknown[] } }) {
    if (!phone.online) throw CallError.offline()
    phone.sent.push(input)
    return { kept: null, reviews: [], upTo: { since: 0, at: 1, batch: '' }, more: false }
  },
}))

const { sendReviews } = await import('@/services/handbook/sync')
const { reviewLog } = await import('@/services/handbook/review-log')
const { outbox } = await import('@/services/outbox/outbox')

const review = (day: number) => ({ questionId: 'q1', at: day * 86_400_000, grade: 'good' as const })
const batches = () => outbox.read().parcels.filter(({ kind }) => kind === 'syncReviews')

beforeEach(async () => {
  Object.assign(phone, { full: false, online: true })
  await outbox.flush(true)
  outbox.forget()
  sendReviews()
  Object.assign(phone, { online: false, sent: [] })
  phone.stored.clear()
})

describe('what was practised', () => {
  it('is one batch in the outbox, and pending no longer', async () => {
    reviewLog.add(review(1))
    sendReviews()
    sendReviews()
    expect([batches().length, reviewLog.pending(), reviewLog.read()]).toEqual([1, [], [review(1)]])
  })

  it('is one batch also while the phone is full and without a network, however often it is tried', async () => {
    reviewLog.add(review(1))
    phone.full = true
    for (let time = 0; time < 5; time += 1) sendReviews()
    expect(batches()).toHaveLength(1)
    expect(batches()[0]?.held).toBe(true)
    // a killed app would still have it
    expect(reviewLog.pending()).toEqual([review(1)])
    expect([...phone.stored.keys()]).toContain('v1:me:reviews:pending')

    reviewLog.add(review(2))
    for (let time = 0; time < 3; time += 1) sendReviews()
    expect(batches()).toHaveLength(2)

    phone.online = true
    await outbox.flush(true)
    phone.full = false
    sendReviews()
    await outbox.flush(true)
    expect(phone.sent.flatMap(({ batch }) => batch.reviews)).toEqual([review(1), review(2)])
    expect([reviewLog.pending(), reviewLog.read()]).toEqual([[], [review(1), review(2)]])
  })

  it('leaves the pending when the phone has room for the batch again', () => {
    reviewLog.add(review(1))
    phone.full = true
    sendReviews()
    phone.full = false
    reviewLog.add(review(2))
    sendReviews()
    // the second parcel found room; the first moves in with the next try to send
    return outbox.flush(true).then(() => {
      sendReviews()
      expect(batches().map(({ held }) => held)).toEqual([undefined, undefined])
      expect(reviewLog.pending()).toEqual([])
    })
  })
})
