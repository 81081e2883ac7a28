import type { PrivacyRequest } from '@/services/platform/privacy'

/**
 * Requests that wait for the person's answer. WeChat asks once for each API that is held back, so a second one may come while the first is on the screen:
 * one answer is for all of them, and none is left without.
 */
export function createPrivacyQueue() {
  let waiting: PrivacyRequest[] = []
  return {
    ask(request: PrivacyRequest): void {
      waiting.push(request)
      request.shown()
    },
    answer(each: (request: PrivacyRequest) => void): void {
      const all = waiting
      waiting = []
      for (const request of all) each(request)
    },
  }
}
