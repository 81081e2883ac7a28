import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact } from '../../src/domain/participation/fact'
import type { Phone } from '../support/phone'
import { smallTargets } from '../support/tour/targets'
import { answerOne, handIn, monthsQuiz, options } from './support/answer'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { answerCheck, readToEnd } from './support/lesson'
import { codesNow, openToday, typeCode } from './support/theme-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

/** What an old man sees: nothing cut off, nothing too small for his finger; and a picture of it. */
async function comfortable(phone: Phone, name: string): Promise<void> {
  await phone.rest()
  await phone.shot(`villager-${name}`)
  expect(await phone.cutOff(), name).toEqual([])
  expect(await smallTargets(phone), name).toEqual([])
}

const sizeOf = (phone: Phone, text: string) =>
  phone.find(text).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

test('a retired villager makes the text large and does what is due: quiz, lesson, theme day, record', async () => {
  const phone = await day.enter('老党员')
  let taps = 0
  await phone.page.exposeFunction('tapped', () => {
    taps += 1
  })
  await phone.page.evaluate(() =>
    document.addEventListener('touchend', () => (window as unknown as { tapped(): void }).tapped(), true),
  )

  // the switch is on the first page, and everything grows at once
  const before = await sizeOf(phone, '本月')
  await phone.page.getByRole('checkbox', { name: '大字' }).filter({ visible: true }).tap()
  await expect.poll(() => sizeOf(phone, '本月')).toBeGreaterThan(before * 1.2)
  await comfortable(phone, 'home')

  // three taps from opening to an answer
  taps = 0
  await phone.tap(monthsQuiz)
  await phone.see('先下载，没网时再答')
  await comfortable(phone, 'before-quiz')
  await phone.tap('开始答题')
  await phone.see(/^剩余/)
  await answerOne(phone)
  expect(taps).toBeLessThanOrEqual(3)
  await comfortable(phone, 'question')

  // he is not sure of one and leaves another out; before handing in he is told both, and goes back to the open one
  await phone.page
    .getByRole('checkbox', { name: /^标记这一题/ })
    .filter({ visible: true })
    .tap()
  for (let number = 2; number <= 20; number++) {
    await phone.tap('下一题')
    if (number !== 7) await answerOne(phone)
  }
  await phone.page.getByRole('button', { name: '答题卡' }).filter({ visible: true }).tap()
  await phone.see('已答 19 题，还有 1 题没有答，★ 标记了 1 题')
  await comfortable(phone, 'card')
  await phone.page.getByText('交卷', { exact: true }).filter({ visible: true }).last().tap()
  await phone.see('还有 1 题没有答')
  await comfortable(phone, 'confirm')
  await phone.press('去补答')
  await expect.poll(() => phone.page.locator('.quiz__at').filter({ visible: true }).innerText()).toBe('7')
  await answerOne(phone)
  await handIn(phone)
  await phone.see('已计入参与')
  await comfortable(phone, 'result')

  // a lesson, section by section, and its question
  await phone.goto('/#/pages/lesson/index?lessonId=lesson-elderly-members')
  await readToEnd(phone, async () => expect(await phone.cutOff()).toEqual([]))
  await options(phone).first().waitFor()
  await comfortable(phone, 'lesson-question')
  await answerCheck(phone)
  await comfortable(phone, 'lesson-done')

  // on the theme day the secretary reads him six digits
  const secretary = await day.enter('支部书记')
  await openToday(secretary)
  await secretary.press('主持签到（书记用）')
  await secretary.press('打开签到')
  await secretary.see(/请假 \d+ 人|应到/)
  await phone.goto('/#/pages/home/index')
  await openToday(phone)
  await typeCode(phone, (await codesNow(day.cloud)).code)
  await phone.tap('用数字码签到')
  await phone.see('签到成功')
  await comfortable(phone, 'checked-in')

  // what the figures know of him is what he did
  const elderly = (await day.cloud.all<Fact>('facts')).filter(
    ({ channel, recordedAt }) => channel === 'self' && recordedAt > 0,
  )
  const newest = elderly.sort((a, b) => b.recordedAt - a.recordedAt)[0]
  const mine = elderly.filter(({ personId, folded }) => personId === newest?.personId && !folded)
  expect(mine.map(({ kind }) => kind).sort()).toEqual(['lesson', 'quiz', 'themeday'])
  await phone.page.getByRole('button', { name: '返回' }).filter({ visible: true }).first().tap()
  await phone.page.getByRole('tab', { name: '我的' }).filter({ visible: true }).tap()
  await phone.tap('我的参与记录')
  await phone.see('老党员怎样过组织生活')
  await comfortable(phone, 'record')
  expect([...phone.errors, ...secretary.errors]).toEqual([])
})
