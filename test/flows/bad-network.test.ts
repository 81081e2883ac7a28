import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptDoc } from '../../cloudfunctions/_data/documents'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const taps = (phone: Awaited<ReturnType<DemoDay['enter']>>) => phone.page.locator('.option').filter({ visible: true })

test('a mobile member loses the network in a quiz, the app is killed, and nothing that was answered is lost', async () => {
  const phone = await day.enter('流动党员')
  await phone.tap('开始答题')
  await taps(phone).nth(1).tap()
  await phone.see('已存在手机里')
  await phone.tap('下一题')
  await phone.offline(true)
  await taps(phone).nth(0).tap()
  await phone.see('已存在手机里')

  // the app is killed and opened again, still without a network: the answers are there
  await phone.page.reload().catch(() => {})
  await phone.offline(false)
  await phone.page.reload()
  await phone.see(/^剩余/)
  await phone.page.getByRole('button', { name: '答题卡' }).filter({ visible: true }).tap()
  await phone.see('已答 2 题，还有 18 题没有答')

  // handed in without a network: it waits, and goes by itself when the network is back
  await phone.offline(true)
  await phone.tap('交卷')
  await phone.see('去补答')
  await phone.page.getByText('交卷', { exact: true }).filter({ visible: true }).last().tap()
  await phone.see(/待上传|联网后自动/)
  const submitted = async () =>
    (await day.cloud.all<AttemptDoc>('attempts')).filter(
      ({ _id, submission }) => /\.1$/.test(_id) && submission?.answers.length === 2,
    )
  expect(await submitted()).toHaveLength(0)
  await phone.offline(false)
  await phone.see('已计入参与', 60_000)
  expect(await submitted()).toHaveLength(1)
})

test('a lesson is completed by its check question, after a wrong answer too', async () => {
  const phone = await day.enter('社区党员')
  await phone.tap('流动党员怎样参加组织生活')
  await phone.see('学完答一题')
  const options = taps(phone)
  for (let option = 0; option < (await options.count()); option++) {
    await options.nth(option).tap()
    await phone.tap(/提交答案|再试一次/)
    await phone.page
      .getByText(/还差一点|已计入参与/)
      .filter({ visible: true })
      .first()
      .waitFor()
    if (await phone.find('已计入参与').isVisible()) break
    await options.nth(option).tap() // where several may be chosen, the wrong one is taken back
  }
  await phone.see('已计入参与')
})
