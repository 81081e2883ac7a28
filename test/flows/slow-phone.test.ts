import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phone } from '../support/phone'
import { beginQuiz, monthsQuiz, options } from './support/answer'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

/** Chrome’s own "Slow 3G": 2 s of latency, 50 KB a second both ways. */
const slow3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** Makes a phone old and its network bad from here on. */
async function slowDown(phone: Phone): Promise<void> {
  const session = await phone.page.context().newCDPSession(phone.page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow3G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

/** Calls `begin`, then waits until `there` is; the milliseconds between, by the page’s own clock. */
async function until(phone: Phone, selector: string, text: RegExp, begin: () => Promise<unknown>): Promise<number> {
  // the page measures: what the test's own process waits for is not the person's time
  const seen = phone.page.evaluate(
    ([where, what]) =>
      new Promise<number>((resolve) => {
        const wanted = new RegExp(what as string)
        let from = 0
        document.addEventListener(
          'touchend',
          () => {
            from = performance.now()
          },
          { capture: true, once: true },
        )
        const look = () => {
          const there = [...document.querySelectorAll<HTMLElement>(where as string)].some(
            (element) => element.offsetParent !== null && wanted.test(element.innerText),
          )
          if (from > 0 && there) requestAnimationFrame(() => resolve(performance.now() - from))
          else requestAnimationFrame(look)
        }
        look()
      }),
    [selector, text.source],
  )
  await begin()
  return seen
}

// the figures are for the reader of the log: a test asserts what happens, never how fast the machine of the day was
test('on slow 3G with the CPU slowed 6 times: home from the cache, and from question to question', async () => {
  const phone = await day.enter('老党员')
  await slowDown(phone)

  // opened again: code from the browser's cache (on WeChat from the phone), content from what the phone has stored
  await phone.page.reload({ waitUntil: 'commit' })
  await phone.see(monthsQuiz)
  const home = await phone.page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return { shown: performance.now(), page: navigation?.responseEnd ?? 0 }
  })

  await beginQuiz(phone)
  const toOption: number[] = []
  const toQuestion: number[] = []
  for (let number = 1; number <= 8; number++) {
    const option = options(phone).first()
    if (await option.isVisible()) {
      toOption.push(await until(phone, '.option--on, .option[aria-checked=true]', /./, () => option.tap()))
    }
    toQuestion.push(await until(phone, '.quiz__at', new RegExp(`^${number + 1}$`), () => phone.tap('下一题')))
  }
  const ms = (values: number[]) =>
    `${Math.round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0)} ms (at most ${Math.round(Math.max(...values))})`
  console.log(
    `slow 3G, CPU / 6: home usable after ${(home.shown / 1000).toFixed(1)} s, of which the page itself came in ` +
      `${(home.page / 1000).toFixed(1)} s; an option is marked ${ms(toOption)} after the tap, the next question is there after ${ms(toQuestion)}`,
  )
  expect(toQuestion).toHaveLength(8)
  expect(phone.errors).toEqual([])
})
