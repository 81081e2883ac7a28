import { beforeEach, describe, expect, it, vi } from 'vitest'
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
    cutOff: false,
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
      isFleeting: (parcel) => parcel.key.startsWith('typed'),
      isCutOff: () => state.cutOff,
      refused(parcel) {
        state.turnedDown.push(parcel.key)
        return !state.full
      },
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

const tooMany = () => {
  throw new CallError('TOO_MANY_TRIES', '请过一小时再试', 'r1')
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

  it('lets what comes too often wait for its turn, and tells at once what is good for minutes only', async () => {
    device.state.answer = tooMany
    const outbox = device.start()
    expect(await outbox.put({ kind: 'sendLetter', key: 'l', title: '更正' }, {})).toMatchObject({
      state: 'waiting',
      error: { code: 'TOO_MANY_TRIES' },
    })
    expect(device.state.planned?.at).toBe(1_000_000 + 1_200_000)
    const typed = await outbox.put({ kind: 'checkIn', key: 'typed', title: '主题党日' }, {})
    expect(typed.state).toBe('refused')
    expect(device.state.turnedDown).toEqual(['typed'])
    device.state.answer = () => 'ok'
    device.state.now += 1_200_000
    await outbox.flush()
    expect(outbox.read().parcels).toEqual([])
  })

  it('says of each parcel whether it is only held, and no longer when there is room', async () => {
    device.state.answer = offline
    const outbox = device.start()
    expect(await outbox.put({ kind: 'checkIn', key: 'a', title: '' }, {})).toMatchObject({ held: false })
    device.state.full = true
    expect(await outbox.put({ kind: 'checkIn', key: 'b', title: '' }, {})).toMatchObject({
      state: 'waiting',
      held: true,
    })
    expect(outbox.read().parcels.map(({ held }) => held)).toEqual([undefined, true])
    // killed now, it is gone: nothing else was promised
    expect(
      device
        .start()
        .read()
        .parcels.map(({ key }) => key),
    ).toEqual(['a'])
    device.state.full = false
    await outbox.flush(true)
    expect(outbox.read()).toMatchObject({ parcels: [{ key: 'a' }, { key: 'b' }] })
    expect(outbox.read().full).toBeUndefined()
    expect(
      device
        .start()
        .read()
        .parcels.map(({ key }) => key),
    ).toEqual(['a', 'b'])
  })

  it('keeps a refused parcel as long as what it says cannot be given back to the person', async () => {
    device.state.answer = offline
    const outbox = device.start()
    await outbox.put({ kind: 'sendLetter', key: 'l', title: '投诉' }, { text: '写了很久' })
    device.state.full = true
    device.state.answer = closed
    await outbox.flush(true)
    const { parcels, refusals } = outbox.read()
    expect([parcels.map(({ key }) => key), refusals]).toEqual([['l'], []])
    device.state.full = false
    await outbox.flush(true)
    expect(outbox.read()).toMatchObject({ parcels: [], refusals: [{ key: 'l' }] })
  })
})

describe('calling a parcel off', () => {
  let device: ReturnType<typeof phone>
  const proxy = { kind: 'recordProxy', key: 'p', title: '代录' } as const
  beforeEach(() => {
    device = phone()
    device.state.answer = offline
  })

  it('drops what never left the phone', async () => {
    device.state.cutOff = true
    const outbox = device.start()
    await outbox.put(proxy, {})
    expect(await outbox.cancel('p')).toBe('dropped')
    expect(outbox.read().parcels).toEqual([])
    device.state.cutOff = false
    device.state.sent = []
    await outbox.flush(true)
    await device.start().flush(true)
    expect(device.state.sent).toEqual([])
    expect(await outbox.cancel('p')).toBe('gone')
  })

  it('is not sure of what was sent without an answer, of what stood in its place, and of what is from before the app was killed', async () => {
    const outbox = device.start()
    await outbox.put(proxy, {})
    device.state.cutOff = true
    await outbox.put(proxy, {})
    expect(await outbox.cancel('p')).toBe('unsure')

    await outbox.put(proxy, {})
    expect(await device.start().cancel('p')).toBe('unsure')
  })

  it('waits for the outcome of what is on its way: what arrived is gone, what did not is not sent again', async () => {
    let end = (_how: () => unknown) => {}
    device.state.answer = () => new Promise((resolve) => (end = resolve)).then((how) => (how as () => unknown)())
    const outbox = device.start()
    const first = outbox.put(proxy, {})
    await vi.waitFor(() => expect(device.state.sent).toHaveLength(1))
    const cancelled = outbox.cancel('p')
    end(() => 'ok')
    expect([(await first).state, await cancelled]).toEqual(['delivered', 'gone'])

    const second = outbox.put(proxy, {})
    await vi.waitFor(() => expect(device.state.sent).toHaveLength(2))
    const again = outbox.cancel('p')
    end(offline)
    expect([(await second).state, await again]).toEqual(['waiting', 'unsure'])
    expect([outbox.read().parcels, device.state.planned]).toEqual([[], null])
  })

  it('drops what still stands in the line behind another', async () => {
    let end = () => {}
    device.state.answer = () => new Promise<void>((resolve) => (end = resolve))
    const outbox = device.start()
    const first = outbox.put({ ...proxy, key: 'first' }, {})
    await vi.waitFor(() => expect(device.state.sent).toEqual(['first']))
    const second = outbox.put(proxy, {})
    expect(await outbox.cancel('p')).toBe('dropped')
    end()
    expect([(await first).state, (await second).state]).toEqual(['delivered', 'waiting'])
    await outbox.flush(true)
    expect(device.state.sent).toEqual(['first'])
  })

  it('takes one that is only held, and what it had replaced', async () => {
    const outbox = device.start()
    await outbox.put(proxy, {})
    device.state.full = true
    await outbox.put(proxy, {})
    await outbox.cancel('p')
    device.state.full = false
    expect(outbox.read().parcels).toEqual([])
    expect(device.start().read().parcels).toEqual([])
  })
})
