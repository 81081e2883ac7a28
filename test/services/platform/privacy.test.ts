import { beforeEach, expect, test, vi } from 'vitest'
import type { PrivacyRequest } from '@/services/platform/privacy'
import { needFields, strictWx } from './strict-wx'

type Resolve = (option: { event: string; buttonId?: string }) => void

let wx: Record<string, unknown> = {}
vi.mock('@tarojs/taro', () => ({
  get default() {
    return strictWx(wx)
  },
}))
const load = async () => await import('../../../src/services/platform/privacy.weapp')

/** WeChat as far as privacy goes: it takes one listener, and each event once in the right order. */
function platform() {
  let listener: ((resolve: Resolve, info: object) => void) | null = null
  const answers: string[] = []
  return {
    answers,
    listeners: 0,
    api: {
      onNeedPrivacyAuthorization(this: void, heard: typeof listener) {
        if (listener) throw new Error('listened to twice')
        listener = heard
      },
      openPrivacyContract(this: void, option: { success(): void; fail(): void }) {
        needFields('openPrivacyContract', option, ['success', 'fail'])
        option.success()
      },
    },
    ask() {
      let over = false
      listener?.(
        (option) => {
          if (over) throw new Error('answered twice')
          if (option.event === 'agree') needFields('agree', option, ['event', 'buttonId'])
          else needFields(option.event, option, ['event'])
          if (option.event !== 'exposureAuthorization') over = true
          answers.push(option.event)
        },
        { referrer: 'scanCode' },
      )
    },
  }
}

beforeEach(() => vi.resetModules())

test('the latest page is asked, and its answer goes back with the button that was pressed', async () => {
  const phone = platform()
  wx = phone.api
  const { onPrivacyNeeded } = await load()
  const first = vi.fn()
  onPrivacyNeeded(first)
  let request: PrivacyRequest | null = null
  onPrivacyNeeded((asked) => {
    request = asked
    asked.shown()
  })
  phone.ask()
  ;(request as PrivacyRequest | null)?.agree('privacy-agree')
  expect(first).not.toHaveBeenCalled()
  expect(phone.answers).toEqual(['exposureAuthorization', 'agree'])
})

test('when no page listens, the API fails instead of waiting for ever', async () => {
  const phone = platform()
  wx = phone.api
  const { onPrivacyNeeded } = await load()
  onPrivacyNeeded(() => {
    throw new Error('asked after it was closed')
  })()
  phone.ask()
  expect(phone.answers).toEqual(['disagree'])
})

test('a page that was left does not silence the one that came after it', async () => {
  const phone = platform()
  wx = phone.api
  const { onPrivacyNeeded } = await load()
  const leave = onPrivacyNeeded(() => {})
  const heard = vi.fn()
  onPrivacyNeeded(heard)
  leave()
  phone.ask()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('an older WeChat asks by itself; the statement opens, or says that it did not', async () => {
  wx = { onNeedPrivacyAuthorization: undefined, openPrivacyContract: (option: { fail(): void }) => option.fail() }
  const { onPrivacyNeeded, openPrivacyContract } = await load()
  expect(() => onPrivacyNeeded(() => {})).not.toThrow()
  expect(await openPrivacyContract()).toBe(false)
  wx = platform().api
  expect(await openPrivacyContract()).toBe(true)
})
