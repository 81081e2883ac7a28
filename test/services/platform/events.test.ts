import { describe, expect, it, test, vi } from 'vitest'
import { mayAskOn } from '../../../src/services/platform/update.shared'
import { onUpdateReady } from '../../../src/services/platform/update.weapp'
import { onWeakNetwork } from '../../../src/services/platform/weak-network.weapp'
import { strictWx } from './strict-wx'

let wx: Record<string, unknown> = {}
vi.mock('@tarojs/taro', () => ({
  get default() {
    return strictWx(wx)
  },
}))

test('a weak network is told as it comes and goes, until one stops listening, with the very same listener', () => {
  const listeners = new Set<(res: { weakNet: boolean; networkType: string }) => void>()
  wx = {
    onNetworkWeakChange: (listener: never) => listeners.add(listener),
    offNetworkWeakChange: (listener?: never) => {
      if (!listener) throw new Error('that would silence everyone')
      if (!listeners.delete(listener)) throw new Error('never listened')
    },
  }
  const heard: boolean[] = []
  const stop = onWeakNetwork((weak) => heard.push(weak))
  for (const weakNet of [true, false]) for (const listener of listeners) listener({ weakNet, networkType: '2g' })
  stop()
  expect([heard, listeners.size]).toEqual([[true, false], 0])
})

describe('a newer version', () => {
  it('is put in place when its listener says so, not before', () => {
    let ready: (() => void) | null = null
    const applyUpdate = vi.fn()
    wx = {
      getUpdateManager: () => strictWx({ onUpdateReady: (listener: () => void) => (ready = listener), applyUpdate }),
    }
    const asked: (() => void)[] = []
    onUpdateReady((apply) => asked.push(apply))
    ;(ready as (() => void) | null)?.()
    expect([asked.length, applyUpdate.mock.calls.length]).toEqual([1, 0])
    asked[0]?.()
    expect(applyUpdate).toHaveBeenCalledTimes(1)
  })

  it('is never asked about in the middle of something', () => {
    const busy = ['pages/quiz/index', '/study/pages/practise/index', 'mine/pages/letters/index', 'pages/checkin/index']
    expect(busy.map(mayAskOn)).toEqual([false, false, false, false])
    expect(['pages/home/index', 'mine/pages/record/index', 'pages/result/index', ''].map(mayAskOn)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})
