import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fact } from '../../src/domain/participation/fact'
import type { Phone } from '../support/phone'
import { answerOne, beginQuiz, handIn } from './support/answer'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

/** Answers every question, by its first option where it has some, and hands in. */
async function answerQuiz(phone: Phone): Promise<void> {
  await beginQuiz(phone)
  for (let number = 1; number <= 20; number++) {
    await answerOne(phone)
    if (number < 20) await phone.tap('下一题')
  }
  await handIn(phone)
  await phone.see('已计入参与')
}

/** 参与人数 of this month's quizzes, as the organiser reads it. */
async function quizPeople(phone: Phone): Promise<number> {
  await phone.tap('参与统计')
  await phone.page
    .getByRole('button', { name: /^时间：/ })
    .filter({ visible: true })
    .first()
    .tap()
  await phone.page.getByRole('radio', { name: /^本月/ }).filter({ visible: true }).first().tap()
  await phone.see('参与人数')
  const big = phone.page
    .getByRole('button', { name: /^参与知识答题党员人数|^参与人数/ })
    .filter({ visible: true })
    .first()
  await big.waitFor()
  return Number(((await big.innerText()).match(/[\d,]+/)?.[0] ?? '').replace(/,/g, ''))
}

describe.each([
  ['normal text', '社区党员', false],
  ['large text', '老党员', true],
])('the main job in %s', (_size, persona, large) => {
  test('a member answers, the organiser sees the figure move, the Word report carries it', async () => {
    const before = await quizPeople(await day.enter('县委组织部干部', large))

    const member = await day.enter(persona, large)
    await answerQuiz(member)
    await member.shot(`main-result${large ? '-large' : ''}`)
    expect(await member.cutOff()).toEqual([])

    const organiser = await day.enter('县委组织部干部', large)
    expect(await quizPeople(organiser)).toBe(before + 1)
    await organiser.shot(`main-figures${large ? '-large' : ''}`)
    expect(await organiser.cutOff()).toEqual([])

    // a plain recount of the ledger says the same
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    const facts = await day.cloud.all<Fact>('facts')
    const people = new Set(
      facts.filter(({ kind, day }) => kind === 'quiz' && day.startsWith(month)).map((fact) => fact.personId),
    )
    expect(before + 1).toBe(people.size)

    await organiser.tap('督导报告')
    await organiser.see('下载 Word')
    await organiser.shot(`main-report${large ? '-large' : ''}`)
    expect(await organiser.cutOff()).toEqual([])
    const [download] = await Promise.all([organiser.page.waitForEvent('download'), organiser.tap('下载 Word')])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const files = unzipSync(readFileSync(await download.path()))
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
    expect(text).toContain(`${people.size}名党员参与知识答题`)
    expect(text).toContain('暂无数据来源')
    expect([...member.errors, ...organiser.errors]).toEqual([])
  })
})
