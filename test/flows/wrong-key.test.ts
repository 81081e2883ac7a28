import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuizDoc } from '../../cloudfunctions/_data/documents'
import { DAY_MS, dayOf, startOfDay } from '../../src/domain/time/day'
import type { Phone } from '../support/phone'
import { answerOne, beginQuiz, handIn, options } from './support/answer'
import { answerAsPlanned, bindBranch, type Classmate, type Plan, scoreOf } from './support/branch-class'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { button, confirm, toDesk, whole } from './support/desk'

const BRANCH = 'shili-town-liyuan'
const TITLE = '示例园社区支部月末答题'
const STEM = '示例园社区党支部的主题党日在每月几号？'
const RIGHT = '25 号'
const WRONG = '15 号'
const REASON = '支部计划写的是 25 号，出题时点错了。'
/** Ten by rule and one of their own, of so many points each. */
const QUESTIONS = 11
const EACH = 9
const HOUR_MS = 3_600_000

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const write = (phone: Phone, label: string, text: string) =>
  phone.page.getByRole('textbox', { name: label, exact: true }).filter({ visible: true }).fill(text)

/** The secretary makes a quiz of ten questions from the handbook and one of their own, in which they mark the wrong option. */
async function makeQuiz(secretary: Phone): Promise<void> {
  await toDesk(secretary, '组织答题')
  await secretary.press('出一套题')
  await secretary.see('从手册选题')
  await write(secretary, '标题', TITLE)
  await button(secretary, /^整本手册，10 道，/).waitFor()
  await secretary.press('写一道')
  await write(secretary, '题目', STEM)
  for (const [place, text] of ['5 号', WRONG, RIGHT].entries()) await write(secretary, `选项 ${'ABC'[place]}`, text)
  await secretary.page.getByRole('radio', { name: 'B 是正确的' }).filter({ visible: true }).tap()
  await write(secretary, '解析', '见本支部年度计划。')
  await write(secretary, '依据的文件', '示例园社区党支部年度计划')
  await write(secretary, '依据的条款', '第一条')
  await secretary.see('这道题写好了')
  await whole(secretary, 'wrong-key-own')
  await secretary.press('好了')

  // as a member will see it, without a key
  await secretary.press('预览')
  await secretary.see('党员看到的答卷')
  await secretary.see(STEM)
  await whole(secretary, 'wrong-key-preview')
  await secretary.press('关闭')
  await whole(secretary, 'wrong-key-make')
  await secretary.press('发布')
  await secretary.see('现在发布？')
  await whole(secretary, 'wrong-key-publish')
  await confirm(secretary, '发布')
  await secretary.see('试题分析')
}

/** On a phone: every question by its first option, but the one in doubt as the member knows it to be. */
async function answerByHand(member: Phone): Promise<void> {
  await beginQuiz(member, TITLE)
  for (let number = 1; number <= QUESTIONS; number++) {
    await member.see(new RegExp(`^${number} / ${QUESTIONS}`))
    if (await member.find(STEM).isVisible()) {
      await options(member).filter({ hasText: RIGHT }).tap()
      await member.see('已存在手机里')
    } else await answerOne(member)
    if (number < QUESTIONS) await member.tap('下一题')
  }
  await handIn(member)
  await member.see('已计入参与')
}

/** The marks on a member's result. */
async function marksOn(member: Phone): Promise<number> {
  const words = await member.page
    .getByRole('heading', { name: /^\d+ 分，满分/ })
    .filter({ visible: true })
    .getAttribute('aria-label')
  return Number.parseInt(words ?? '', 10)
}

test('a secretary makes a quiz, finds a wrong key, corrects it, and everyone is regraded', async () => {
  const mates = await bindBranch(day.cloud, BRANCH)
  const secretary = await day.enter('支部书记')
  await makeQuiz(secretary)
  // it opens on the next morning
  await day.cloud.clock(startOfDay(dayOf(Date.now() + DAY_MS)) + 9 * HOUR_MS)
  const quiz = (await day.cloud.all<QuizDoc>('quizzes')).find(({ title }) => title === TITLE)
  if (!quiz) throw new Error('there is no such quiz')

  // one answers on their own phone, the others by the same calls: who knows the handbook knows the day too
  const member = await day.enter('社区党员')
  await answerByHand(member)
  const before = await marksOn(member)
  await whole(member, 'wrong-key-result')
  const papers: { mate: Classmate; plan: Plan; attemptId: string }[] = []
  for (const [n, mate] of mates.filter(({ openid }) => openid !== 'demo-openid-member').entries()) {
    const plan = n < 17 ? { right: QUESTIONS - 1, option: RIGHT } : { right: n % 4, option: WRONG }
    papers.push({ mate, plan, attemptId: await answerAsPlanned(mate, quiz, STEM, plan) })
  }
  const marks = () => Promise.all(papers.map(({ mate, attemptId }) => scoreOf(mate, attemptId)))
  const counted = (key: string) =>
    papers.map(({ plan: { right, option } }) => EACH * (right + (option === key ? 1 : 0)))
  expect(papers).toHaveLength(29)
  expect(await marks()).toEqual(counted(WRONG))

  // the analysis names the question, and says what to look at
  await secretary.page.reload()
  await secretary.tap('试题分析')
  await secretary.see('第 11 题的答案可能有误')
  await secretary.see(/^选 C 的 18 份，.*选现在答案的 12 份，/)
  await whole(secretary, 'wrong-key-analysis')
  await secretary.tap('第 11 题的答案可能有误')
  await secretary.see(STEM)
  await whole(secretary, 'wrong-key-item')
  await secretary.press('更正答案')
  await options(secretary).filter({ hasText: WRONG }).tap()
  await options(secretary).filter({ hasText: RIGHT }).tap()
  await write(secretary, '更正原因', REASON)
  await whole(secretary, 'wrong-key-correct')

  // first only what it would do
  await secretary.press('先看影响')
  await secretary.see('18 份分数升高')
  await secretary.see('12 份分数降低')
  await whole(secretary, 'wrong-key-effect')
  expect(await marks()).toEqual(counted(WRONG))
  await secretary.press('确认更正')
  await secretary.see(/^已更正，所有人的成绩同时按新答案算/)
  await whole(secretary, 'wrong-key-corrected')
  await secretary.press('好的')
  await secretary.see(`第 11 题更正了答案：${REASON}`)
  await secretary.see('没有发现明显有问题的题。')
  await whole(secretary, 'wrong-key-analysis-after')

  // everyone has the marks of the new key, and reads why
  expect(await marks()).toEqual(counted(RIGHT))
  await member.page.reload()
  await member.see(new RegExp(`您的成绩由 ${before} 分改为 ${before + EACH} 分`))
  await member.see(new RegExp(`^第 \\d+ 题更正了答案：${REASON}`))
  expect(await marksOn(member)).toBe(before + EACH)
  await whole(member, 'wrong-key-result-after')
  expect([...secretary.errors, ...member.errors]).toEqual([])
})
