import { beforeEach, describe, expect, it } from 'vitest'
import { createOutbox } from '@/services/outbox/create-outbox'
import type { Parcel, ParcelKind } from '@/services/outbox/outbox.shared'
import type { Kv } from '@/services/storage/kv.shared'
import { CallError } from '@/services/transport/call-error'

/** A phone: storage that survives the app, a clock that the test moves, and a network that it switches. */
function phone() {
  const stored = new Map<string, string>()
  const state = {
    now: 1_000_000,
    full: false,
    answer: (_parcel: Parcel): unknown => ({ graded: true }),
    sent: [] as string[],
    settled: [] as string[],
    turnedDown: [] as string[],
    planned: null as { at: number; work: () => void } | null,
  }
  const kv: Kv = {
    read: (key) => (stored.has(key) ? JSON.parse(stored.get(key) ?? '') : null),
    write(key, value) {
      if (!state.full) stored.set(key, JSON.stringify(value))
      return !state.full
    },
    drop: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
  }
  const start = () =>
    createOutbox({
      kv,
      knows: ({ kind }) => kind !== ('later' as ParcelKind),
      settled: (parcel) => void state.settled.push(parcel.key),
      refused: (parcel) => void state.turnedDown.push(parcel.key),
      async send(parcel) {
        state.sent.push(parcel.key)
        return state.answer(parcel)
      },
      badNews: (_parcel, data) => (data === 'wrong' ? { code: 'ANSWER_WRONG', message: '没有答对' } : null),
      now: () => state.now,
      random: () => 1,
      later(ms, work) {
        const plan = { at: state.now + ms, work }
        state.planned = plan
        return () => {
          if (state.planned === plan) state.planned = null
        }
      },
    })
  return { state, start }
}

const offline = () => {
  throw CallError.offline()
}
const closed = () => {
  throw new CallError('QUIZ_CLOSED', '已经截止', 'r1')
}

describe('the outbox on a phone', () => {
  let device: ReturnType<typeof phone>
  beforeEach(() => {
    device = phone()
  })

  it('delivers at once when there is a network, and holds nothing back', async () => {
    const outbox = device.start()
    const done = await outbox.put(
      { kind: 'submitPaper', key: 'submitPaper:q.p.1', title: '十一月答题' },
      { attemptId: 'q.p.1', answers: [] },
    )
    expect(done).toEqual({ state: 'delivered', data: { graded: true } })
    expect(outbox.read().parcels).toEqual([])
  })

  it('keeps a paper without a network, and sends it after the app was killed and opened again', async () => {
    device.state.answer = offline
    const done = await device.start().put({ kind: 'submitPaper', key: 'submitPaper:q.p.1', title: '十一月答题' }, {})
    expect(done.state).toBe('waiting')

    device.state.answer = () => ({ graded: true })
    const reopened = device.start()
    expect(reopened.read().parcels).toHaveLength(1)
    await reopened.flush(true)
    expect(reopened.read().parcels).toEqual([])
    expect(device.state.sent).toEqual(['submitPaper:q.p.1', 'submitPaper:q.p.1'])
  })

  it('tries again by itself, ever more rarely', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '主题党日' }, {})
    expect(device.state.planned?.at).toBe(1_000_000 + 2_000)
    device.state.now += 2_000
    await outbox.flush()
    expect(device.state.planned?.at).toBe(1_002_000 + 4_000)
  })

  it('does not send before it is due, unless the network has just come back', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '主题党日' }, {})
    await outbox.flush()
    expect(device.state.sent).toHaveLength(1)
    await outbox.flush(true)
    expect(device.state.sent).toHaveLength(2)
  })

  it('gives up on what the server refuses, and says why', async () => {
    device.state.answer = closed
    const outbox = device.start()
    const done = await outbox.put({ kind: 'submitPaper', key: 'submitPaper:q.p.1', title: '十一月答题' }, {})
    expect(done).toMatchObject({ state: 'refused', error: { code: 'QUIZ_CLOSED' } })
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [{ title: '十一月答题', message: '已经截止' }] })
  })

  it('tells a wrong answer that came late, and leaves one that came at once to the page', async () => {
    const outbox = device.start()
    device.state.answer = () => 'wrong'
    expect(await outbox.put({ kind: 'completeLesson', key: 'completeLesson:l', title: '八项义务' }, {})).toMatchObject({
      data: 'wrong',
    })
    expect(outbox.read().refusals).toEqual([])

    device.state.answer = offline
    await outbox.put({ kind: 'completeLesson', key: 'completeLesson:l', title: '八项义务' }, {})
    device.state.answer = () => 'wrong'
    await outbox.flush(true)
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [{ code: 'ANSWER_WRONG' }] })
  })

  it('sends a parcel once when two reasons to send it come together', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '主题党日' }, {})
    device.state.answer = () => 'ok'
    await Promise.all([outbox.flush(true), outbox.flush(true)])
    expect(device.state.sent).toHaveLength(2)
  })

  it('still sends, and still holds, when the storage is full', async () => {
    device.state.full = true
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '主题党日' }, {})
    expect(outbox.read().parcels).toHaveLength(1)
    device.state.answer = () => 'ok'
    await outbox.flush(true)
    expect(outbox.read().parcels).toEqual([])
  })
})
