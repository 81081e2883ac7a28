import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { phoneOutcome } from '../../../src/services/platform/phone-number.shared'
import { allowedIn, idsOf } from '../../../src/services/platform/subscribe.shared'
import { needFields, strictWx } from './strict-wx'

let wx: Record<string, unknown> = {}
vi.mock('@tarojs/taro', () => ({
  get default() {
    return strictWx(wx)
  },
}))
vi.mock('../../../src/services/platform/template-ids', () => ({
  templateIds: { themeDay: 'tmpl-theme', quiz: 'tmpl-quiz', reminder: '' },
}))

describe('asking for messages', () => {
  const load = async () => await import('../../../src/services/platform/subscribe.weapp')
  beforeEach(() => vi.resetModules())

  it('gives WeChat its ids, at most three, and takes only what it accepted', async () => {
    const asked: string[][] = []
    wx = {
      async requestSubscribeMessage(option: { tmplIds: string[] }) {
        needFields('requestSubscribeMessage', option, ['tmplIds'])
        if (option.tmplIds.length < 1 || option.tmplIds.length > 3) throw new Error('1 to 3 templates')
        asked.push(option.tmplIds)
        return { errMsg: 'requestSubscribeMessage:ok', 'tmpl-theme': 'accept', 'tmpl-quiz': 'reject' }
      },
    }
    const { askForMessages } = await load()
    expect(await askForMessages(['themeDay', 'quiz', 'themeDay'])).toEqual(['themeDay'])
    expect(asked).toEqual([['tmpl-theme', 'tmpl-quiz']])
  })

  it('does not ask for what has no id, and does not offer it', async () => {
    wx = {}
    const { askForMessages, canSubscribe } = await load()
    expect(await askForMessages(['reminder'])).toEqual([])
    expect([canSubscribe('reminder'), canSubscribe('quiz')]).toEqual([false, true])
  })

  it('passes on that WeChat could not ask', async () => {
    wx = { requestSubscribeMessage: () => Promise.reject({ errCode: 20004, errMsg: 'switched off' }) }
    const { askForMessages } = await load()
    await expect(askForMessages(['quiz'])).rejects.toMatchObject({ errCode: 20004 })
  })

  it.each(['reject', 'ban', 'filter', 'acceptWithAlert', undefined])('%s is no yes', (word) => {
    expect(allowedIn({ a: word }, ['quiz'], { quiz: 'a' })).toEqual([])
  })

  it('of two kinds with one id it asks once', () => {
    expect(idsOf(['quiz', 'reminder'], { quiz: 'a', reminder: 'a' })).toEqual(['a'])
  })
})

describe('the phone number button', () => {
  it('gives a code, or says whether the person or WeChat said no', () => {
    expect(phoneOutcome({ errMsg: 'getPhoneNumber:ok', code: 'abc' })).toEqual({ code: 'abc' })
    expect(phoneOutcome({ errMsg: 'getPhoneNumber:fail user deny' })).toEqual({ failed: 'denied' })
    expect(phoneOutcome({ errMsg: 'getPhoneNumber:fail privacy permission is not authorized' })).toEqual({
      failed: 'denied',
    })
    // the quota is used up: nothing that the person did
    expect(phoneOutcome({ errMsg: 'getPhoneNumber:fail', errno: 1400001 })).toEqual({ failed: 'unavailable' })
    expect(phoneOutcome({ errMsg: 'getPhoneNumber:fail no permission' })).toEqual({ failed: 'unavailable' })
    expect(phoneOutcome({})).toEqual({ failed: 'unavailable' })
  })
})

test('an older WeChat without update manager or weak-network event goes on without them', async () => {
  wx = { getUpdateManager: undefined, onNetworkWeakChange: undefined }
  const { onUpdateReady } = await import('../../../src/services/platform/update.weapp')
  const { onWeakNetwork } = await import('../../../src/services/platform/weak-network.weapp')
  expect(() => onUpdateReady(() => {})).not.toThrow()
  expect(() => onWeakNetwork(() => {})()).not.toThrow()
})
