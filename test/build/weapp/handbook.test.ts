// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { OutputOf } from '@/contracts/action'
import type { getHandbook, HandbookItem } from '@/contracts/handbook'
import { startCloud, type TestCloud } from '../../support/cloud'
import { KB } from '../../support/dist'
import { openWeapp } from '../../support/weapp/open-weapp'

type Weapp = Awaited<ReturnType<typeof openWeapp>>

// The handbook in the weapp output, in WeChat's own view engine, against the real functions and the demo county.
let cloud: TestCloud
let member = ''
let weapp: Weapp
let online = true
let items: HandbookItem[] = []

beforeAll(async () => {
  cloud = await startCloud({ demo: true })
  member = await cloud.login('member')
  const { result } = await cloud.call<{ data: OutputOf<typeof getHandbook> }>(
    'learn',
    'getHandbook',
    { have: [] },
    member,
  )
  items = result.data.changed.flatMap((chapter) => chapter.items)
})
afterEach(() => {
  online = true
  weapp.close()
})
afterAll(() => cloud.stop())

async function openBook(): Promise<void> {
  weapp = await openWeapp({
    async callFunction(name, data) {
      if (!online) throw new Error('request:fail')
      return (await cloud.callRaw(name, data, member)).body
    },
  })
  await weapp.tap('学习')
  await weapp.tap('看手册')
  await weapp.see('全书 120 题')
}

/** Does something, and waits until the view has drawn what came of it. */
async function drawn(work: () => unknown): Promise<void> {
  const before = weapp.moved.length
  await work()
  await vi.waitFor(() => expect(weapp.moved.length).toBeGreaterThan(before), { timeout: 10_000 })
  await weapp.idle()
}

/** The question on the page, by its stem. */
const asked = (): HandbookItem => {
  const text = weapp.text()
  const found = items.filter(({ stem }) => stem.split(/_{2,}/).every((part) => text.includes(part)))
  const [item] = found.sort((a, b) => b.stem.length - a.stem.length)
  if (!item) throw new Error(`no question on the page: ${text}`)
  return item
}

test('is searched and read, its answer on a tap', async () => {
  await openBook()
  weapp.fire('search__input', 'input', { value: '预备期', cursor: 3 })
  await weapp.see('找到 ')
  await weapp.tap('预备党员的预备期从哪一天开始计算？')
  await weapp.tap('看答案')
  await weapp.see('依据：《中国共产党章程》第七条')
  expect(weapp.problems).toEqual([])
})

test('is practised without a network; a tap moves little, and what was done is sent when the network is back', async () => {
  await openBook()
  online = false
  await weapp.tap('开始复习')
  await weapp.see('看对不对')
  let done = 0
  for (; done < 30 && !weapp.text().includes('今天复习完了'); done += 1) {
    const item = asked()
    if (item.kind === 'fill') {
      await drawn(() => weapp.fire('gap-field__input', 'input', { value: item.accepted[0], cursor: 1 }))
    }
    for (const index of item.key) await drawn(() => weapp.tap(item.options[index] ?? ''))
    const before = weapp.moved.length
    await drawn(() => weapp.tap('看对不对'))
    await weapp.see('答对了')
    expect(Math.max(...weapp.moved.slice(before))).toBeLessThanOrEqual(10 * KB)
    await drawn(() => weapp.tap('记住了'))
  }
  expect(done).toBe(10)
  await weapp.see('第一次就答对 10 题')
  const kept = async () =>
    (await cloud.all<{ _id: string; reviews: unknown[] }>('reviews')).filter(({ _id }) => !_id.includes('.demo-'))
  expect(await kept()).toEqual([])

  online = true
  await weapp.tap('好了')
  await weapp.see('今天没有要复习的')
  const until = Date.now() + 20_000
  while ((await kept()).length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await kept()).map(({ reviews }) => reviews.length)).toEqual([10])
  expect(weapp.problems).toEqual([])
})
