import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  answer: (_input: unknown): unknown => ({}),
  sent: [] as unknown[],
}))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../../support/taro-phone')
  return { default: taroPhone(phone.stored) }
})
vi.mock('@/services/transport/call', () => ({
  async call(_contract: unknown, input: unknown) {
    phone.sent.push(input)
    return phone.answer(input)
  },
}))

const { doing, outbox } = await import('@/services/outbox/outbox')
const signIn = (personaId: string | null) =>
  personaId === null
    ? phone.stored.delete('session')
    : phone.stored.set('session', JSON.stringify({ token: 't', personaId }))
const refuse = (code: 'NOT_BOUND' | 'OFFLINE') => () => {
  throw new CallError(code, '', null)
}
const token = `day-1.12345.${'a'.repeat(20)}`

beforeEach(() => {
  phone.stored.clear()
  phone.sent = []
  phone.answer = () => ({})
  signIn(null)
})

describe('the outbox of whoever uses the phone', () => {
  it('keeps a scan made before anybody is bound, and sends it as theirs once they are', async () => {
    phone.answer = refuse('NOT_BOUND')
    expect((await doing.checkIn('主题党日', { token, scannedAt: 1 })).state).toBe('waiting')
    signIn('member')
    expect(outbox.read().parcels).toEqual([])

    phone.answer = () => ({})
    phone.sent = []
    await outbox.adopt()
    expect(phone.sent).toEqual([{ token, scannedAt: 1 }])
    expect(outbox.read().parcels).toEqual([])
    signIn(null)
    expect(outbox.read().parcels).toEqual([])
  })

  it('shows and sends nobody else’s things, and has one’s own again on coming back', async () => {
    phone.answer = refuse('OFFLINE')
    signIn('first')
    await doing.withdrawLeave('主题党日', { themeDayId: 'day-1' })
    signIn('second')
    expect(outbox.read().parcels).toEqual([])
    phone.answer = () => ({})
    phone.sent = []
    await outbox.flush(true)
    expect(phone.sent).toEqual([])
    signIn('first')
    await outbox.flush(true)
    expect(phone.sent).toEqual([{ themeDayId: 'day-1' }])
  })

  it('puts the answer that comes after the person has changed into the storage of the one who asked', async () => {
    signIn('first')
    let arrive = (_result: unknown) => {}
    phone.answer = () => new Promise((resolve) => (arrive = resolve))
    const done = doing.submitPaper('答题', { attemptId: 'quiz.p1.1', answers: [] })
    await vi.waitFor(() => expect(phone.sent).toHaveLength(1))
    signIn('second')
    outbox.read()
    arrive({ attemptId: 'quiz.p1.1', quizId: 'quiz' })
    await done
    const keys = [...phone.stored.keys()]
    expect(keys).toContain('v1:first:cache:result:quiz.p1.1')
    expect(keys.filter((key) => key.startsWith('v1:second:cache:'))).toEqual([])
  })

  it('keeps nothing of an answer that comes after everything was forgotten', async () => {
    signIn('first')
    let arrive = (_result: unknown) => {}
    phone.answer = () => new Promise((resolve) => (arrive = resolve))
    const done = doing.submitPaper('答题', { attemptId: 'quiz.p1.1', answers: [] })
    await vi.waitFor(() => expect(phone.sent).toHaveLength(1))
    outbox.forget()
    arrive({ attemptId: 'quiz.p1.1', quizId: 'quiz' })
    await done
    expect([...phone.stored.keys()]).toEqual(['session'])
  })

  it('sends what it can when the person leaves, then nothing, and forgets when told', async () => {
    signIn('first')
    phone.answer = refuse('OFFLINE')
    await doing.withdrawLeave('主题党日', { themeDayId: 'day-1' })
    expect(await outbox.leave()).toBe(1)
    phone.answer = () => ({})
    phone.sent = []
    await outbox.flush(true)
    expect(phone.sent).toEqual([])
    outbox.forget()
    expect([...phone.stored.keys()].filter((key) => key.startsWith('v1:first:'))).toEqual([])
    expect(outbox.read().parcels).toEqual([])
  })
})
