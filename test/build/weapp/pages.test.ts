// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { InputOf, OutputOf } from '@/contracts/action'
import type { getHome } from '@/contracts/learn'
import type { dealPaper, getResult } from '@/contracts/quiz'
import { startCloud, type TestCloud } from '../../support/cloud'
import { KB } from '../../support/dist'
import { openWeapp } from '../../support/weapp/open-weapp'
import { shownPart } from '../../support/weapp/shown-part'

type Weapp = Awaited<ReturnType<typeof openWeapp>>

// The weapp output in WeChat's own view engine, against the real functions and the demo county: what a member of it sees.
let cloud: TestCloud
let member = ''
let weapp: Weapp
let calls: string[] = []

beforeAll(async () => {
  cloud = await startCloud({ demo: true })
  member = await cloud.login('member')
})
afterEach(() => weapp.close())
afterAll(() => cloud.stop())

async function open(token: string): Promise<void> {
  calls = []
  weapp = await openWeapp({
    async callFunction(name, data) {
      calls.push(`${name}.${(data as { action: string }).action}`)
      return (await cloud.callRaw(name, data, token)).body
    },
  })
}

async function ask<A extends typeof getHome | typeof dealPaper | typeof getResult>(
  name: A['name'],
  input: InputOf<A>,
  token = member,
): Promise<OutputOf<A>> {
  const { result } = await cloud.call<{ ok: true; data: OutputOf<A> }>('learn', name, input, token)
  expect(result).toMatchObject({ ok: true })
  return result.data
}

/** The exam of the month, as home shows it. */
function examOf({ quizzes }: OutputOf<typeof getHome>) {
  const exam = quizzes.find(({ mode }) => mode === 'exam')
  if (!exam) throw new Error('no exam')
  return exam
}

describe('the home page of the weapp output', () => {
  test('shows what is due for the member, as the functions say', async () => {
    const home = await ask<typeof getHome>('getHome', {})
    await open(member)
    await weapp.see(home.person.name)
    expect(calls).toEqual(['learn.getHome'])
    const names = [home.org.name, ...home.quizzes.map(({ title }) => title), ...home.lessons.map(({ title }) => title)]
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of [...names, ...home.themeDays.map(({ title }) => title)]) expect(weapp.text()).toContain(name)
    expect(weapp.problems).toEqual([])
  })

  test('opens the quiz with a tap, and the quiz shows the dealt paper', async () => {
    const { id: quizId, title } = examOf(await ask<typeof getHome>('getHome', {}))
    await open(member)
    await weapp.tap(title)
    await weapp.see('先下载，没网时再答')
    await weapp.tap('开始答题')
    const { items } = await ask<typeof dealPaper>('dealPaper', { quizId })
    // a gap of a fill-in question is drawn, not written
    await weapp.see(shownPart(items[0]?.stem ?? 'no question'))
    expect(weapp.navigations).toHaveLength(1)
    expect(weapp.navigations[0]?.api).toBe('navigateTo')
    expect(weapp.navigations[0]?.url).toMatch(new RegExp(`^/pages/quiz/index\\?quizId=${quizId}\\b`))
    expect(weapp.route()).toBe('pages/quiz/index')
    expect(calls).toEqual(['learn.getHome', 'learn.getStudy', 'learn.dealPaper'])
    expect(weapp.problems).toEqual([])
  })

  test('says what to do when the cloud cannot be reached, and comes back with a tap', async () => {
    let reachable = false
    weapp = await openWeapp({
      async callFunction(name, data) {
        if (!reachable) throw new Error('cloud.callFunction:fail timeout')
        return (await cloud.callRaw(name, data, member)).body
      },
    })
    await weapp.see('连不上网')
    expect(weapp.text()).not.toMatch(/undefined|null|NaN|callFunction/)
    reachable = true
    await weapp.tap('重试')
    await weapp.see((await ask<typeof getHome>('getHome', {})).person.name)
  })
})

describe('a quiz on the weapp output', () => {
  test('is answered tap by tap, each moving at most 10 KB to the view, and handed in', async () => {
    // somebody else, so that no other test has opened this paper
    const token = await cloud.login('mobile')
    const { id: quizId, title: exam } = examOf(await ask<typeof getHome>('getHome', {}, token))
    await open(token)
    await weapp.tap(exam)
    await weapp.see('先下载，没网时再答')
    await weapp.tap('开始答题')
    await weapp.see('剩余')
    const { items, attemptId } = await ask<typeof dealPaper>('dealPaper', { quizId }, token)
    let most = 0
    for (const [place, { kind, stem, options }] of items.entries()) {
      await weapp.see(shownPart(stem))
      await weapp.idle()
      weapp.moved.length = 0
      if (kind === 'fill') weapp.fire('gap-field__input', 'input', { value: '不知道' })
      else await weapp.tap(options[0] ?? '')
      await weapp.see('已存在手机里')
      await weapp.idle()
      expect(weapp.moved.length).toBeGreaterThan(0)
      most = Math.max(most, ...weapp.moved)
      expect(most).toBeLessThanOrEqual(10 * KB)
      await weapp.tap(place < items.length - 1 ? '下一题' : '交卷')
    }
    console.log(`a tap moves at most ${(most / KB).toFixed(1)} KB to the view`)
    await weapp.see('都答完了')
    await weapp.tap('交卷')
    await vi.waitFor(() => expect(weapp.route()).toBe('pages/result/index'), 10_000)
    const { title, score, counts, items: graded } = await ask<typeof getResult>('getResult', { attemptId }, token)
    await weapp.see(title)
    await weapp.see(String(score))
    expect(counts.blank).toBe(0)
    expect(
      graded.every(({ kind, chosen, text }) => (kind === 'fill' ? text === '不知道' : chosen.join() === '0')),
    ).toBe(true)
    expect(weapp.problems).toEqual([])
  })
})
