import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../cloudfunctions/_data/collections'
import type { PersonDoc } from '../../cloudfunctions/_data/documents'
import { type Target, urlOf } from '../../src/components/page/target.shared'
import { lastOver } from '../../src/domain/register/periods'
import { allRows } from '../cloudfunctions/permissions/all-rows'
import { expected, type PermissionRow } from '../cloudfunctions/permissions/matrix'
import { nameOf } from '../support/contracts'
import type { County } from '../support/county/start-county'
import type { Phone } from '../support/phone'
import { periodNow, settleCounty } from './support/county-ledger'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { toTab, whole } from './support/desk'
import { issueReport } from './support/issue-report'

const [COUNTY, BRANCH] = ['shili', 'shili-town-liyuan'] as const
const period = periodNow()
const about = { orgId: COUNTY, kind: 'quiz', ...period }
const deeds = { code: 'local.good_deeds', period: lastOver('month', period.to) }

/** What an inspector looks at, and what is there when it has come. */
const pages: readonly (readonly [target: Target, see: string | RegExp])[] = [
  [{ page: 'figures', orgId: COUNTY }, '参与人数'],
  [{ page: 'figure', code: 'quiz.rate', ...about }, '由哪些答题组成'],
  [{ page: 'activity', ...about }, '人参加'],
  [{ page: 'missing', ...about }, /还没有参加/],
  [{ page: 'reports', orgId: COUNTY }, '已签发'],
  [{ page: 'report', orgId: COUNTY, ...period }, '重新核算'],
  [{ page: 'register', orgId: COUNTY }, /支部办实事/],
  [{ page: 'indicator', orgId: COUNTY, ...deeds }, '指标说明'],
  [{ page: 'entry', orgId: BRANCH, ...deeds }, /支部办实事/],
]
const changing =
  /^(提醒|开始起草|新建|送复核|复核通过|签发|出新版|退回|通过|审核|更正|更新数据|写回|发布|填报|重新填|上报|改一改|撤回)|，改这一句$/

/** The words of everything on the page that can be pressed. */
const pressable = (phone: Phone): Promise<string[]> =>
  phone.page
    .locator('[role="button"],[role="checkbox"],[role="link"]')
    .filter({ visible: true })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''))

/** Opens one page after the other; what can be pressed there, without going on where it says so. */
async function walk(phone: Phone, each: (name: string) => Promise<void>): Promise<string[]> {
  const found: string[] = []
  for (const [target, see] of pages) {
    await phone.goto(`/#${urlOf(target)}`)
    await phone.see(see)
    await phone.rest()
    found.push(
      ...(await pressable(phone)).filter((words) => changing.test(words)).map((words) => `${target.page}: ${words}`),
    )
    await each(target.page)
  }
  return found
}

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
  await settleCounty(day.cloud)
  await issueReport(day.cloud, COUNTY, period)
})
afterAll(() => day.stop())

test('an inspector sees figures, activities and the report of the county, nobody’s name, and nothing to change', async () => {
  const people = await day.cloud.all<PersonDoc>('people')
  const inspector = await day.enter('督导员')
  await toTab(inspector, '我的')
  await inspector.see('看数字')
  const desk = await pressable(inspector)
  expect(desk).toEqual(expect.arrayContaining(['参与统计', '督导报告', '台账']))
  for (const tool of ['组织答题', '安排主题党日', '发布微党课', '党员名册', '看心得']) expect(desk).not.toContain(tool)
  await whole(inspector, 'inspector-desk')

  const found = await walk(inspector, async (name) => {
    const words = await inspector.text()
    expect(people.filter((one) => words.includes(one.name)).map((one) => `${name}: ${one.name}`)).toEqual([])
    await whole(inspector, `inspector-${name}`)
  })
  expect(found).toEqual([])
  await inspector.goto(`/#${urlOf({ page: 'missing', ...about })}`)
  await inspector.see('名单只给负责的支部书记和组织者看，这里只显示人数。')
  expect(inspector.errors).toEqual([])

  // the same pages have such buttons for somebody who may
  const organiser = await day.enter('县委组织部干部')
  const offered = await walk(organiser, async () => {})
  expect([...new Set(offered.map((one) => one.split(':')[0]))]).toEqual([
    'missing',
    'reports',
    'report',
    'indicator',
    'entry',
  ])
})

/** Rows of the table of permissions by which an inspector gets nothing of the organisation of their own office. */
const refused = (rows: readonly PermissionRow[]) =>
  rows.filter((row) => !row.self && expected(row, 'inspector', 'own') !== (row.outcome ?? 'ok'))
/** About letters, which the test county's own tree sends on its way. */
const ofTestCounty = ['answerLetter']
/** What timers may be writing meanwhile: of these only what the inspector ordered is looked at. */
const byTimers = ['segments', 'counters', 'reminders', 'subscriptions', 'sendings', 'jobs', 'jobParts']

test('whatever an inspector may not do is refused when it is called past the pages, and leaves nothing behind', async () => {
  const { cloud } = day
  const me = (await cloud.all<PersonDoc>('people')).find(({ roles }) => roles.some(({ role }) => role === 'inspector'))
  const calls = refused(await allRows())
    .filter(({ contract }) => !ofTestCounty.includes(contract.name))
    .map((row, n) => ({
      row,
      target: { role: 'inspector', personId: me?._id ?? '', orgId: COUNTY, key: `inspector-${n}` } as const,
    }))
  for (const { row, target } of calls) await row.prepare?.({ cloud } as County, target)

  /** Every document, but for the mark of having been folded. */
  const everything = async () => {
    const documents: Record<string, unknown[]> = {}
    for (const name of Object.keys(collections)) {
      const all = await cloud.all<{ _id: string; personId?: string; folded?: boolean }>(name)
      const own = byTimers.includes(name) ? all.filter(({ personId }) => personId === me?._id) : all
      documents[name] = own.map(({ folded: _, ...one }) => one)
    }
    return documents
  }
  const before = await everything()
  const token = await cloud.login('inspector')
  const answered: string[] = []
  for (const { row, target } of calls) {
    const { fn, name } = row.contract
    const { result } = await cloud.call<{ ok: boolean; error?: { code: string } }>(fn, name, row.input(target), token)
    answered.push(result.ok ? `${nameOf(row.contract)} was done` : (result.error?.code ?? ''))
  }
  // who is not there at all for the inspector: people and papers of the test county
  expect(answered.filter((one) => one !== 'FORBIDDEN' && one !== 'NOT_FOUND')).toEqual([])
  expect(answered.filter((one) => one === 'FORBIDDEN').length).toBeGreaterThan(40)
  expect(await everything()).toEqual(before)
})
