import { createWx } from './wx'
import { createPhone, type Phone } from './wx/phone'

type Calls = Record<string, (options?: unknown) => unknown>

/** The stand-in for `wx` without an app around it. `misuses`: what it threw as the app's fault. */
export function wxAlone(set: Partial<Phone> = {}) {
  const phone = Object.assign(createPhone(), set)
  const misuses: string[] = []
  const state = { over: false, tapping: false, covered: [] as boolean[] }
  const { wx, events } = createWx({
    phone,
    life: {
      get over() {
        return state.over
      },
      note: (message) => void misuses.push(message),
      misuse(message) {
        misuses.push(message)
        throw new Error(message)
      },
    },
    callFunction: async (name) => ({ result: name }),
    isTapping: () => state.tapping,
    covered: async (is) => void state.covered.push(is),
    pages: { declared: ['pages/home/index'], depth: () => 1, navigate: async () => {} },
  })
  const calls = wx as unknown as Calls
  /** A call with callbacks as a promise: what it answered, or the words of its failure. */
  const ask = (name: string, options: object = {}) =>
    new Promise<Record<string, unknown>>((resolve) => {
      calls[name]?.({ ...options, success: resolve, fail: resolve })
    })
  return { wx: calls, ask, events, misuses, phone, state }
}
