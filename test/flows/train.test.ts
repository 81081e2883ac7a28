import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptDoc, FactDoc } from '../../cloudfunctions/_data/documents'
import type { Phone } from '../support/phone'
import { answerOne, beginQuiz, handIn } from './support/answer'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const place = (phone: Phone) => phone.page.locator('.quiz__at').filter({ visible: true }).innerText()
const press = (phone: Phone, name: string) => phone.page.getByRole('button', { name }).filter({ visible: true }).tap()
const attemptOf = async (attemptId: string) =>
  (await day.cloud.all<AttemptDoc>('attempts')).find(({ _id }) => _id === attemptId)

/** The attempt that is open on the server and has a draft of so many answers; waits until it has. */
async function drafted(answers: number): Promise<AttemptDoc> {
  let found: AttemptDoc | undefined
  const look = async () => {
    const all = await day.cloud.all<AttemptDoc>('attempts')
    found = all.find(({ draft }) => draft?.answers.length === answers)
    return found !== undefined
  }
  await expect.poll(look, { timeout: 60_000 }).toBe(true)
  if (!found) throw new Error('there is no such draft')
  return found
}

// A mobile member on a train answers, loses the network in the middle of a quiz, goes on, is killed, and comes back on another phone.
test('a quiz begun on a train is finished on another phone: nothing is lost, one paper counts, and both phones say so', {
  timeout: 180_000,
}, async () => {
  const train = await day.enter('流动党员')
  await beginQuiz(train)
  await answerOne(train)
  await train.tap('下一题')
  await answerOne(train)
  // a look at home sends what was answered
  await press(train, '返回')
  await train.tap('接着答题')
  await train.see(/^剩余/)
  const { _id: attemptId, quizId, personId } = await drafted(2)

  // the tunnel: answering goes on, and everything is on the phone
  await train.offline(true)
  await train.tap('下一题')
  await train.see('没有网也能接着答')
  await answerOne(train, 0)
  await train.tap('下一题')
  await answerOne(train, 0)
  await train.shot('train-1-tunnel')
  // the battery is empty: the app has no time for a farewell
  const address = train.page.url()
  const context = train.page.context()
  await train.die()
  expect((await attemptOf(attemptId))?.draft?.answers).toHaveLength(2)

  // an older phone with large text, in the hotel: it goes on by itself at the first open question
  const hotel = await day.enter('流动党员', true)
  await hotel.tap('接着答题')
  await hotel.see('已接着您在另一部手机上的作答')
  await expect.poll(() => place(hotel)).toBe('3')
  await hotel.shot('train-2-other-phone')
  await answerOne(hotel, 1)
  await handIn(hotel)
  await hotel.see('已计入参与', 60_000)
  await hotel.shot('train-3-result')
  const counted = await attemptOf(attemptId)
  expect(counted?.submission?.answers).toHaveLength(3)

  // the first phone is charged again: it has its four answers, and says what happened meanwhile
  const page = await context.newPage()
  const first = Object.assign(Object.create(train) as Phone, { page })
  await context.setOffline(false)
  await page.goto(address)
  await first.see('这份题已在另一部手机上交卷', 60_000)
  await expect.poll(() => place(first)).toBe('4')
  await first.shot('train-4-first-returns')
  await press(first, '答题卡')
  await first.see('已答 4 题')
  await press(first, '关闭')
  // handed in as well, it is kept beside the one that counts, and both are explained
  await handIn(first)
  await first.see('这次答题收到两份不一样的答卷', 60_000)
  await first.see('已留存，不计分')
  await first.shot('train-5-two-papers')
  const both = await attemptOf(attemptId)
  expect(both?.submission).toEqual(counted?.submission)
  expect(both?.others.map(({ answers }) => answers.length)).toEqual([4])
  const facts = await day.cloud.all<FactDoc>('facts')
  expect(facts.filter((fact) => fact.activityId === quizId && fact.personId === personId)).toHaveLength(1)
})

test('by a clock that was set forward no paper is ended: without a network it waits, with one it goes on', {
  timeout: 120_000,
}, async () => {
  const phone = await day.enter('社区党员')
  await beginQuiz(phone)
  await answerOne(phone)
  await press(phone, '返回')
  await phone.see('接着答题')
  await phone.offline(true)
  const { page } = phone
  // three hours ahead, with the page that was left already
  await page.evaluate(() => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + 3 * 3_600_000
  })
  await phone.tap('接着答题')
  await phone.see('时间可能到了', 60_000)
  await phone.shot('clock-ahead')
  await phone.offline(false)
  await phone.see(/^剩余 1\d:/, 60_000)
  expect(await place(phone)).toBe('1')
})

test('a page whose code cannot be fetched says so, and comes when it is asked for again', {
  timeout: 120_000,
}, async () => {
  const phone = await day.enter('老党员', true)
  const { page } = phone
  const entry = await (await fetch(day.cloud.url)).text()
  await page.goto('about:blank')
  await page.route('**/js/*.js', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? ''
    return entry.includes(name) ? route.continue() : route.abort()
  })
  await page.goto('/#/pages/study/index')
  await phone.see('这一页没有打开')
  expect(await phone.cutOff()).toEqual([])
  await phone.shot('missing-page')
  await page.unroute('**/js/*.js')
  await press(phone, '重试')
  await phone.see('百题手册')
})
