import { expect, it, vi } from 'vitest'
import { createPrivacyQueue } from '@/components/privacy/privacy-queue.shared'

const request = () => ({ shown: vi.fn(), agree: vi.fn(), disagree: vi.fn() })

it('gives one answer to every API that was held back while the question was on the screen, each once', () => {
  const queue = createPrivacyQueue()
  const [first, second] = [request(), request()]
  queue.ask(first)
  queue.ask(second)
  queue.answer((asked) => asked.agree('button'))
  queue.answer((asked) => asked.disagree())
  for (const { shown, agree, disagree } of [first, second]) {
    expect([shown, agree, disagree].map((called) => called.mock.calls.length)).toEqual([1, 1, 0])
  }
})

it('answers one that comes while another is being answered with the next answer', () => {
  const queue = createPrivacyQueue()
  const [first, second] = [request(), request()]
  queue.ask(first)
  queue.answer((asked) => {
    queue.ask(second)
    asked.disagree()
  })
  expect(second.disagree).not.toHaveBeenCalled()
  queue.answer((asked) => asked.agree('button'))
  expect(second.agree).toHaveBeenCalledTimes(1)
})
