// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { OutputOf } from '@/contracts/action'
import type { getHome } from '@/contracts/learn'
import type { Paper } from '@/contracts/quiz'
import type { AttemptDoc } from '../../../cloudfunctions/_data/documents'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import type { Weapp } from '../../support/weapp/open-weapp'
import { shownPart } from '../../support/weapp/shown-part'
import type { Phone } from '../../support/weapp/wx/phone'

// The story of the train on the weapp output: a paper is taken along, the network goes, the system ends the app in the middle.
let county: WeappCounty
beforeAll(async () => {
  county = await startWeappCounty()
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

/** The exam of the month, as home names it. */
async function examOf(persona: string) {
  const home = await county.ask<OutputOf<typeof getHome>>(persona, 'learn', 'getHome', {})
  const exam = home.quizzes.find(({ mode }) => mode === 'exam')
  if (!exam) throw new Error('no exam')
  return exam
}

const attemptsOf = async (persona: string) => {
  const { id: quizId } = await examOf(persona)
  const me = await county.ask<{ person: { id: string } }>(persona, 'identity', 'getMe', {})
  const all = await county.cloud.all<AttemptDoc & { personId: string }>('attempts')
  return all.filter((attempt) => attempt.quizId === quizId && attempt.personId === me.person.id)
}

/** What the phone keeps of the paper, as its storage has it. */
function paperOn({ storage }: Phone): Paper {
  const entry = [...storage].find(([key, text]) => key.includes(':paper:') && text.includes('"items"'))
  if (!entry) throw new Error('no paper on the phone')
  return (JSON.parse(entry[1]) as { paper: Paper }).paper
}

/** Answers the question on the screen. */
async function answer(weapp: Weapp, item: Paper['items'][number]): Promise<void> {
  await weapp.see(shownPart(item.stem))
  if (item.kind === 'fill') weapp.fire('gap-field__input', 'input', { value: '不知道', cursor: 3 })
  else await weapp.tap(item.options[0] ?? '')
  await weapp.see('已存在手机里')
}

/** On to the last question, one by one. */
async function toTheEnd(weapp: Weapp, items: Paper['items']): Promise<void> {
  for (const { stem } of items) {
    await weapp.tap('下一题')
    await weapp.see(shownPart(stem))
  }
  await weapp.idle()
}

test('a paper is taken along, the app is killed in the middle, and what was answered without a network counts', async () => {
  const online = await county.open('mobile')
  const { phone } = online
  const { title } = await examOf('mobile')
  await online.tap(title)
  await online.tap('先下载，没网时再答')
  await online.see('已下载 · 未开封')
  online.platform.setNetwork('none')

  // opened, two questions, and a third tap in the moment in which the app is ended
  await online.tap('开封答题')
  await online.see('现在开封吗？')
  await online.tap('开封答题')
  await online.see('剩余')
  const { items } = paperOn(phone)
  for (const item of items.slice(0, 2)) {
    await answer(online, item)
    await online.tap('下一题')
  }
  const third = items[2]
  if (!third) throw new Error('two questions only')
  await online.see(shownPart(third.stem))
  online.kill()

  // the same phone, a new process, still no network: it goes on where it stopped
  const again = await county.open('mobile', { phone })
  await again.tap(title)
  await again.see(shownPart(third.stem))
  await again.see('没有网也能接着答')
  await answer(again, third)
  await again.tap('下一题')
  await toTheEnd(again, items.slice(4))
  await again.tap('交卷')
  await again.see(`还有 ${items.length - 3} 题没有答`)
  await again.tap('交卷')
  await again.see('答卷已存在手机里')
  expect((await attemptsOf('mobile')).map(({ submission }) => submission?.answers.length ?? null)).toEqual([null])
  again.kill()

  // killed once more before anything was sent; the network is back by itself, and nobody has to do anything
  const later = await county.open('mobile', { phone })
  await later.see('待上传')
  later.platform.setNetwork('4g')
  await vi.waitFor(
    async () =>
      expect((await attemptsOf('mobile')).map(({ submission }) => submission?.answers.length ?? null)).toEqual([3]),
    { timeout: 60_000, interval: 200 },
  )
  await vi.waitFor(() => expect(later.text()).not.toContain('待上传'), { timeout: 20_000 })
  expect([...online.problems, ...again.problems, ...later.problems]).toEqual([])
})

test('the network goes while the paper is sent: the answer that was lost is asked for again, and the paper counts once', async () => {
  const weapp = await county.open('elderly')
  await weapp.tap((await examOf('elderly')).title)
  await weapp.see('先下载，没网时再答')
  await weapp.tap('开始答题')
  await weapp.see('剩余')
  const { items } = paperOn(weapp.phone)
  for (const [place, item] of items.entries()) {
    await answer(weapp, item)
    await weapp.tap(place < items.length - 1 ? '下一题' : '交卷')
  }
  await weapp.see('都答完了')
  // the paper leaves the phone, and the train goes into the tunnel before the answer is there
  await weapp.idle()
  await weapp.tap('交卷')
  weapp.platform.setNetwork('none')
  await weapp.see('答卷已存在手机里')
  weapp.platform.setNetwork('2g')
  await weapp.see('已计入参与')
  const [attempt, ...others] = await attemptsOf('elderly')
  expect([attempt?.submission?.answers.length, attempt?.others?.length, others.length]).toEqual([items.length, 0, 0])
  expect(weapp.problems).toEqual([])
})

test('on a phone whose storage is full the answer on the screen is the one that counts, and the person is told', async () => {
  const weapp = await county.open('secretary')
  await weapp.tap((await examOf('secretary')).title)
  await weapp.see('先下载，没网时再答')
  await weapp.tap('开始答题')
  await weapp.see('剩余')
  const { items, attemptId } = paperOn(weapp.phone)
  // full, and full again when what can be fetched anew has made room: in the end an answer does not fit
  let answered = 0
  while (!weapp.text().includes('手机存储已满，答案没有存下')) {
    const item = items[answered]
    if (!item || answered === 12) throw new Error('the storage never was full')
    if (answered > 0) await weapp.tap('下一题')
    await weapp.see(shownPart(item.stem))
    weapp.platform.fillStorage()
    if (item.kind === 'fill') weapp.fire('gap-field__input', 'input', { value: '写下的答案', cursor: 5 })
    else await weapp.tap(item.options[1] ?? '')
    await weapp.idle()
    answered += 1
  }
  await toTheEnd(weapp, items.slice(answered))
  await weapp.tap('交卷')
  await weapp.see(`还有 ${items.length - answered} 题没有答`)
  await weapp.tap('交卷')
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/result/index'), 20_000)
  const sent = (await county.cloud.all<AttemptDoc>('attempts')).find(({ _id }) => _id === attemptId)?.submission
  expect(sent?.answers.map(({ questionId }) => questionId)).toEqual(
    items.slice(0, answered).map(({ questionId }) => questionId),
  )
  expect(weapp.problems).toEqual([])
})
