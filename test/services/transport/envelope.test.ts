import { describe, expect, it } from 'vitest'
import { CallError } from '@/services/transport/call-error'
import { openEnvelope, unanswered } from '@/services/transport/envelope.shared'
import { within } from '@/services/transport/within.shared'

const errorOf = (work: () => unknown): CallError => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof CallError) return thrown
  }
  throw new Error('no CallError was thrown')
}

describe('the envelope of an answer', () => {
  it('opens to its data', () => {
    expect(openEnvelope({ ok: true, data: { score: 92 } })).toEqual({ score: 92 })
  })

  it('opens to the coded error with the server sentence and the request that it names', () => {
    const error = { code: 'QUIZ_CLOSED', message: '这次答题已经截止', requestId: 'r7' }
    expect(errorOf(() => openEnvelope({ ok: false, error }))).toMatchObject({ ...error, retry: false })
  })

  it('knows which errors may pass', () => {
    const error = { code: 'BUSY', message: '系统正忙', requestId: 'r8' }
    expect(errorOf(() => openEnvelope({ ok: false, error })).retry).toBe(true)
  })

  it('keeps the sentence of a code that a newer server has and this version does not', () => {
    const error = { code: 'FROM_THE_FUTURE', message: '请更新小程序', requestId: 'r9' }
    expect(errorOf(() => openEnvelope({ ok: false, error }))).toMatchObject({ message: '请更新小程序', retry: false })
  })

  it.each([null, undefined, '', '<html>', 7, {}, { ok: 'yes' }, { ok: false }])('takes %j for no answer', (answer) => {
    expect(errorOf(() => openEnvelope(answer)).code).toBe('OFFLINE')
  })
})

describe('a call without an answer', () => {
  it('is busy when the function failed, since the network is fine', () => {
    expect(unanswered({ errCode: -504002, errMsg: 'functions execute fail' }).code).toBe('BUSY')
    expect(unanswered({ errCode: -404011, errMsg: 'cloud function execution error' }).code).toBe('BUSY')
  })

  it('is offline otherwise, and may be sent again', () => {
    for (const thrown of [new Error('request:fail'), { errMsg: 'request:fail timeout' }, { errCode: -1 }, undefined]) {
      expect(unanswered(thrown)).toMatchObject({ code: 'OFFLINE', retry: true })
    }
  })
})

describe('patience', () => {
  it('ends', async () => {
    await expect(within(5, new Promise(() => {}))).rejects.toThrow('5 ms')
  })

  it('passes on what came in time, good or bad', async () => {
    await expect(within(1_000, Promise.resolve(7))).resolves.toBe(7)
    await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
