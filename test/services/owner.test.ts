import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  answer: (_input: unknown): unknown => ({}),
  sent: [] as unknown[],
}))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../support/taro-phone')
  return { default: taroPhone(phone.stored) }
})
vi.mock('@/services/transport/call', () => ({
  async call(_contract: unknown, input: unknown) {
    phone.sent.push(input)
    return phone.answer(input)
  },
}))

const { doing, outbox } = await import('@/services/outbox/outbox')
const { beginLeaving, nobodyBound, noteOwner, welcome } = await import('@/services/owner')
const { reviewLog } = await import('@/services/handbook/review-log')
const { notes } = await import('@/services/writing/notes')

const keep = (key: string) => phone.stored.set(`v1:me:${key}`, JSON.stringify({ data: 1 }))
const kept = () => [...phone.stored.keys()].map((key) => key.replace('v1:me:', '')).sort()
/** The server says that nobody is bound, in a later millisecond than what was done before. */
const learnsThatNobodyIsBound = async () => {
  for (const before = Date.now(); Date.now() === before; ) await null
  return nobodyBound(Date.now())
}
const owner = () => JSON.parse(phone.stored.get('v1:me:owner') ?? 'null')
const refuse = (code: 'NOT_BOUND' | 'OFFLINE') => () => {
  throw new CallError(code, '', null)
}
const token = `day-1.12345.${'a'.repeat(20)}`
const scan = () => doing.checkIn('主题党日', { token, scannedAt: 1 })
const paper = () => doing.submitPaper('答题', { attemptId: 'quiz.p1.1', answers: [] })

beforeEach(() => {
  outbox.forget()
  phone.stored.clear()
  phone.sent = []
  phone.answer = () => ({})
})

describe('who is bound', () => {
  it('comes back to what they had, and it is sent', async () => {
    await welcome('p1')
    keep('draft:q.1')
    phone.answer = refuse('OFFLINE')
    await paper()
    phone.answer = () => ({ attemptId: 'quiz.p1.1', quizId: 'quiz' })
    phone.sent = []
    await welcome('p1')
    expect(kept()).toContain('draft:q.1')
    expect(phone.sent).toHaveLength(1)
  })

  it('finds nothing of another person before: no answer is handed in under another name', async () => {
    noteOwner('p1', 0)
    keep('draft:q.1')
    phone.answer = refuse('OFFLINE')
    await paper()
    phone.answer = () => ({})
    phone.sent = []
    await welcome('p2')
    expect([owner(), phone.sent, outbox.read().parcels]).toEqual(['p2', [], []])
    expect(kept()).toEqual(['owner'])
  })

  it('takes along a scan from before anybody was known here', async () => {
    phone.answer = refuse('NOT_BOUND')
    await scan()
    phone.answer = () => ({})
    phone.sent = []
    await welcome('p1')
    expect(phone.sent).toEqual([{ token, scannedAt: 1 }])
  })

  it('takes along a scan made while nobody was bound, though somebody else was before; and nothing of theirs', async () => {
    noteOwner('p1', 0)
    keep('note:lesson')
    phone.answer = refuse('OFFLINE')
    await paper()
    expect(await learnsThatNobodyIsBound()).toBe('ended')
    phone.answer = refuse('NOT_BOUND')
    expect((await scan()).state).toBe('waiting')
    phone.answer = () => ({})
    phone.sent = []
    await welcome('p2')
    expect(phone.sent).toEqual([{ token, scannedAt: 1 }])
    expect(kept().filter((key) => key === 'note:lesson')).toEqual([])
    expect(outbox.read().parcels).toEqual([])
  })

  it('takes along the scan by which the phone learned that nobody is bound', async () => {
    noteOwner('p1', 0)
    phone.answer = refuse('NOT_BOUND')
    await scan()
    await learnsThatNobodyIsBound()
    phone.answer = () => ({})
    phone.sent = []
    await welcome('p2')
    expect(phone.sent).toEqual([{ token, scannedAt: 1 }])
  })

  it('keeps such a scan when the app is killed after the wiping', async () => {
    noteOwner('p1', 0)
    await learnsThatNobodyIsBound()
    phone.answer = refuse('NOT_BOUND')
    await scan()
    const body = [...phone.stored].find(([key]) => key.includes('outbox-parcel:'))
    // all that the wiping leaves, and nothing after it
    phone.stored.clear()
    if (body) phone.stored.set(...body)
    vi.resetModules()
    const again = await import('@/services/outbox/outbox')
    expect(again.outbox.read().parcels.map(({ kind }) => kind)).toEqual(['checkIn'])
  })

  it('is somebody else now, the server says on the way: as if they had been bound here', async () => {
    noteOwner('p1', 0)
    phone.answer = refuse('OFFLINE')
    await paper()
    phone.answer = () => ({})
    phone.sent = []
    noteOwner('p2', 0)
    await vi.waitFor(() => expect(owner()).toBe('p2'))
    await outbox.flush(true)
    expect([phone.sent, outbox.read().parcels]).toEqual([[], []])
  })
})

describe('nobody is bound any more', () => {
  it('and sees nothing that the server told; what was written and not sent stays', () => {
    noteOwner('p1', 0)
    for (const key of ['cache:home', 'cache-index', 'draft:q.1']) keep(key)
    notes.write('known', { text: '已经在系统里', known: '已经在系统里', base: 1 })
    notes.write('typed', { text: '改了还没送', known: '已经在系统里', base: 1 })
    reviewLog.take([{ questionId: 'q1', at: 1, grade: 'good' }])
    reviewLog.reached({ since: 0, at: 1, batch: 'b' })
    reviewLog.add({ questionId: 'q2', at: 2, grade: 'good' })
    expect(nobodyBound(1)).toBe('ended')
    expect(kept()).toEqual(['draft:q.1', 'note:typed', 'owner', 'reviews:pending', 'unbound-since'])
    expect(reviewLog.read().map(({ questionId }) => questionId)).toEqual(['q2'])
  })

  it('and never was', () => {
    expect(nobodyBound(1)).toBe('new')
  })

  it('because the consent was withdrawn here and the answer was lost: nothing is left', async () => {
    noteOwner('p1', 0)
    for (const key of ['cache:home', 'draft:q.1', 'note:lesson', 'letter-draft']) keep(key)
    phone.answer = refuse('OFFLINE')
    await paper()
    beginLeaving(1000)
    expect(nobodyBound(Date.now())).toBe('left')
    expect(kept()).toEqual([])
    // the next answer of that kind finds a phone that nobody knows
    expect(nobodyBound(Date.now())).toBe('new')
  })

  it('but a withdrawal that never arrived is forgotten when the server still knows the person', () => {
    noteOwner('p1', 0)
    beginLeaving(1_000)
    // it may still be under way
    noteOwner('p1', 31_000)
    expect(kept()).toContain('leaving-since')
    noteOwner('p1', 62_000)
    expect(nobodyBound(70_000)).toBe('ended')
  })
})
