import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptDoc } from '../../cloudfunctions/_data/documents'
import { answerOne, beginQuiz, handIn, monthsQuiz, options } from './support/answer'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { answerCheck, readToEnd } from './support/lesson'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const submitted = async (answers: number) =>
  (await day.cloud.all<AttemptDoc>('attempts')).filter(
    ({ quizId, submission }) => quizId.startsWith('quiz-') && submission?.answers.length === answers,
  )

test('a mobile member loses the network in a quiz, the app is killed, and nothing that was answered is lost', async () => {
  const phone = await day.enter('流动党员')
  await beginQuiz(phone)
  await answerOne(phone, 1)
  await phone.tap('下一题')
  await phone.offline(true)
  await answerOne(phone)
  await phone.see('没有网也能接着答')

  // the app is killed and opened again: it goes on at the same question, with the answers
  await phone.offline(false)
  await phone.page.reload()
  await phone.see(/^剩余/)
  await phone.see('/ 20')
  expect(await phone.page.locator('.quiz__at').filter({ visible: true }).innerText()).toBe('2')
  await phone.page.getByRole('button', { name: '答题卡' }).filter({ visible: true }).tap()
  await phone.see('已答 2 题，还有 18 题没有答')
  await phone.page.getByRole('button', { name: '关闭' }).filter({ visible: true }).tap()

  // handed in without a network: it waits, and goes by itself when the network is back
  await phone.offline(true)
  await handIn(phone)
  await phone.see('答卷已存在手机里')
  expect(await submitted(2)).toHaveLength(0)
  await phone.offline(false)
  await phone.see('已计入参与', 60_000)
  expect(await submitted(2)).toHaveLength(1)
})

test('the app is killed in the middle of a question: at most that tap is lost', async () => {
  const phone = await day.enter('老党员')
  await beginQuiz(phone)
  for (let question = 0; question < 3; question++) {
    await answerOne(phone)
    await phone.tap('下一题')
  }
  await options(phone)
    .or(phone.page.locator('.gap-field input').filter({ visible: true }))
    .first()
    .tap()
  // no farewell: the app dies in the same moment
  const context = phone.page.context()
  const address = phone.page.url()
  await phone.die()
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: '答题卡' }).filter({ visible: true }).tap()
  await page.getByText(/已答 [34] 题/).waitFor()
})

test('a paper is taken along, opened and answered without a network, and its time runs out there', async () => {
  const phone = await day.enter('支部书记')
  // before the paper's own clock starts: a clock that is exchanged under it is doubted, and then only the server ends a paper
  await phone.page.clock.install()
  await phone.tap(monthsQuiz)
  await phone.tap('先下载，没网时再答')
  await phone.see('已下载 · 未开封')
  await phone.see('最晚送达')

  await phone.offline(true)
  await phone.tap('开封答题')
  await phone.see('开封后开始计时，20 分钟内答完')
  await phone.page.getByText('开封答题', { exact: true }).filter({ visible: true }).last().tap()
  await phone.see(/^剩余/)
  await answerOne(phone)
  await phone.page.clock.fastForward('20:30')
  await phone.see('时间到了，答过的已经替您交卷', 30_000)
  expect(await submitted(1)).toHaveLength(0)

  // two hours later the network is back: it arrives late and counts as of when it was answered
  await day.cloud.clock(Date.now() + 2 * 3_600_000)
  await phone.offline(false)
  await phone.see('按作答的时间算', 60_000)
  await phone.see('已计入参与')
  const [attempt] = await submitted(1)
  expect(attempt?.along).toBe(true)
  expect((attempt?.submission?.receivedAt ?? 0) - (attempt?.submission?.at ?? 0)).toBeGreaterThan(3_600_000)
  await day.cloud.clock(null)
})

test('two phones: the second goes on where the first stopped; both hand in, the first counts, the other is kept and explained', async () => {
  const train = await day.enter('社区党员')
  await beginQuiz(train)
  await answerOne(train)
  await train.tap('下一题')
  await answerOne(train)
  // leaving the page sends what was answered
  await train.page.getByRole('button', { name: '返回' }).filter({ visible: true }).tap()
  await train.see('接着答题')
  const drafted = async () =>
    (await day.cloud.all<AttemptDoc>('attempts')).some(({ draft }) => draft?.answers.length === 2)
  await expect.poll(drafted, { timeout: 15_000 }).toBe(true)

  const home = await day.enter('社区党员')
  await home.tap('接着答题')
  await home.see('已接着您在另一部手机上的作答')
  expect(await home.page.locator('.quiz__at').filter({ visible: true }).innerText()).toBe('3')
  await answerOne(home)

  // the first phone goes on without a network, and hands in: its paper waits
  await train.tap('接着答题')
  await train.see(/^剩余/)
  await train.offline(true)
  await handIn(train)
  await train.see('答卷已存在手机里')

  await handIn(home)
  await home.see('已计入参与')
  await train.offline(false)
  await train.see('这次答题收到两份不一样的答卷', 60_000)
  await train.see('已留存，不计分')
  const joined = (await submitted(3)).filter(({ others }) => others.length === 1)
  expect(joined.map(({ others }) => others[0]?.answers.length)).toEqual([2])
})

test('a lesson is completed by its check question, after a wrong answer too', async () => {
  const phone = await day.enter('社区党员')
  const token = await day.cloud.login('member')
  type Home = { data: { lessons: { id: string; completed: boolean }[] } }
  const { result } = await day.cloud.call<Home>('learn', 'getHome', {}, token)
  const due = result.data.lessons.find(({ completed }) => !completed)
  await phone.goto(`/#/pages/lesson/index?lessonId=${due?.id}`)
  await readToEnd(phone)
  await answerCheck(phone)
})
