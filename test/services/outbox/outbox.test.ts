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

  it('sends in the order in which things were done, and one at a time', async () => {
    device.state.answer = offline
    const outbox = device.start()
    for (const key of ['one', 'two', 'three']) await outbox.put({ kind: 'recordProxy', key, title: '' }, {})
    device.state.sent = []
    let under = 0
    let most = 0
    device.state.answer = async () => {
      under += 1
      most = Math.max(most, under)
      await Promise.resolve()
      under -= 1
    }
    await Promise.all([outbox.flush(true), outbox.put({ kind: 'recordProxy', key: 'four', title: '' }, {})])
    expect(device.state.sent).toEqual(['one', 'two', 'three', 'four'])
    expect(most).toBe(1)
  })

  it('stops at the first parcel when there is no network, and goes on to the others when one alone is refused', async () => {
    device.state.answer = offline
    const outbox = device.start()
    for (const key of ['one', 'two', 'three']) await outbox.put({ kind: 'recordProxy', key, title: '' }, {})
    device.state.sent = []
    await outbox.flush(true)
    expect(device.state.sent).toEqual(['one'])
    device.state.answer = (parcel) => (parcel.key === 'one' ? closed() : 'ok')
    await outbox.flush(true)
    expect(device.state.sent).toEqual(['one', 'one', 'two', 'three'])
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [{ key: 'one' }] })
  })

  it('lets what depends on another thing wait for it, and for nothing longer', async () => {
    const busy = () => {
      throw new CallError('BUSY', '正忙', 'r1')
    }
    device.state.answer = (parcel) => (parcel.key === 'checkIn:d' ? busy() : 'ok')
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '' }, {})
    const done = await outbox.put({ kind: 'submitReflection', key: 'r', title: '', after: ['checkIn:d'] }, {})
    expect(done.state).toBe('waiting')
    expect(device.state.sent).not.toContain('r')
    device.state.answer = () => 'ok'
    await outbox.flush(true)
    expect(device.state.sent.slice(-2)).toEqual(['checkIn:d', 'r'])
    expect(outbox.read().parcels).toEqual([])
  })

  it('sends the rest as soon as one has gone through', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '' }, {})
    device.state.answer = () => 'ok'
    await outbox.put({ kind: 'keepNote', key: 'keepNote:l', title: '' }, {})
    await outbox.flush()
    expect(outbox.read().parcels).toEqual([])
  })

  it('sends nothing more when the person has left, and keeps what comes', async () => {
    const outbox = device.start()
    outbox.stop()
    expect((await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '' }, {})).state).toBe('waiting')
    await outbox.flush(true)
    expect([device.state.sent, device.state.planned]).toEqual([[], null])
    outbox.start()
    await outbox.flush(true)
    expect(outbox.read().parcels).toEqual([])
  })

  it('keeps a kind that only a newer version knows, and lets it hold up nothing', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'later' as ParcelKind, key: 'l', title: '' }, {})
    await outbox.put({ kind: 'checkIn', key: 'checkIn:d', title: '' }, {})
    device.state.answer = () => 'ok'
    await outbox.flush(true)
    expect(outbox.read().parcels.map(({ key }) => key)).toEqual(['l'])
    expect(device.state.planned).toBeNull()
  })

  it('tells the rest of the phone what became of a parcel, and does not stumble over that', async () => {
    const outbox = device.start()
    await outbox.put({ kind: 'submitPaper', key: 's', title: '' }, {})
    device.state.answer = closed
    await outbox.put({ kind: 'submitPaper', key: 't', title: '' }, {})
    expect([device.state.settled, device.state.turnedDown]).toEqual([['s'], ['t']])
  })
})
