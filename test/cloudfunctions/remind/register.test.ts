import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/contracts/action'
import { getIndicator, judgeEntry, submitEntry } from '../../../src/contracts/register-entries'
import { listInbox, remindMissing, remindNotReported } from '../../../src/contracts/remind'
import { HOUR, NOON } from '../../support/county/activities'
import { openidOf } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { putDesks, Q3, said } from '../register/support'

const DAY = 24 * HOUR
const code = 'discipline.checks'
const all = { orgId: 'county', code, period: Q3 }
const at = (orgId: string) => ({ orgId, code, period: Q3 })
const accept = { accept: true } as const

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putDesks(county)
})
afterAll(() => county.cloud.stop())

/** Each test has days of its own: nobody is reminded twice on one. */
let now = NOON
beforeEach(async () => {
  now += 2 * DAY
  await county.cloud.clock(now)
})
const inbox = async (who: string) => (await county.as(who).ok(listInbox, {})).rows
const timer = async () => {
  const answer = await county.cloud.timer<Answer<{ ended: number; sent: number }>>('remind')
  if (!answer.ok) throw new Error(answer.error.code)
}

describe('who has not reported a figure is reminded', () => {
  test('as many organisations as the page lists; each of their desks once; a repeat is the same order', async () => {
    const seen = await county.as('countyorg').ok(getIndicator, all)
    expect([seen.canRemind, seen.missingCount]).toEqual([true, 2])
    expect(seen.missing.map(({ org }) => org.id)).toEqual(['town', 'office'])
    const order = { key: 'report-first', ...all }
    // town has townorg and both, office has officeorg
    const told = await county.as('countyorg').ok(remindNotReported, order)
    expect(told).toEqual({ reminded: 3, already: 0, vacant: 0, going: false, waitsUntil: null })
    expect(await county.as('countyorg').ok(remindNotReported, order)).toEqual(told)
    expect(await inbox('officeorg')).toMatchObject([
      {
        ...{ cause: 'register', fromOrgName: '示例县', kind: null, activityId: null },
        text: '台账“整风肃纪：检查次数”2026年第三季度还没有报。请示例机关党委核对来源文件后填报。',
        entry: { orgId: 'office', code, period: Q3 },
      },
    ])
    expect((await inbox('both'))[0]?.entry).toEqual({ orgId: 'town', code, period: Q3 })
    expect(await inbox('e0')).toEqual([])
    expect(await county.as('countyorg').code(remindNotReported, { ...order, code: 'discipline.cases' })).toBe(
      'KEY_USED',
    )
  })

  test('at most once a day, whatever it is about and whoever does it', async () => {
    await county.as('countyorg').ok(remindNotReported, { key: 'report-checks', ...all })
    const other = { key: 'report-cases', ...all, code: 'discipline.cases' }
    expect(await county.as('both').ok(remindNotReported, other)).toMatchObject({ reminded: 0, already: 3 })
    const lessons = { kind: 'lesson' as const, from: '2026-11-01', to: '2026-11-30' }
    // of the three townorg alone is a member there
    const people = { key: 'report-people', orgId: 'desk', ...lessons }
    expect(await county.as('officeorg').ok(remindMissing, people)).toMatchObject({ already: 1 })
  })

  test('only some of them; nobody for who has reported, and a value that waits is one', async () => {
    await county.as('officeorg').ok(submitEntry, { ...at('office'), ...said('3') })
    const told = await county.as('countyorg').ok(remindNotReported, { key: 'report-one', ...all })
    expect(told).toMatchObject({ reminded: 2 })
    now += DAY
    await county.cloud.clock(now)
    const words = { accept: false, words: '缺来源文件' } as const
    await county.as('countyorg').ok(judgeEntry, { ...at('office'), n: 1, verdict: words })
    const some = { key: 'report-some', ...all, orgIds: ['office', 'desk', 'nobody'] }
    expect(await county.as('countyorg').ok(remindNotReported, some)).toMatchObject({ reminded: 1, vacant: 0 })
    expect((await inbox('officeorg'))[0]?.text).toContain('2026年第三季度的数退回了，还没有重报。')
    now += DAY
    await county.cloud.clock(now)
    await county.as('officeorg').ok(submitEntry, { ...at('office'), ...said('4', { was: 2 }) })
    await county.as('countyorg').ok(judgeEntry, { ...at('office'), n: 2, verdict: accept })
    const none = { key: 'report-none', ...all, orgIds: ['office'] }
    expect(await county.as('countyorg').ok(remindNotReported, none)).toMatchObject({ reminded: 0, already: 0 })
  })

  test('what is ordered at night goes out at eight, but not to who has reported meanwhile', async () => {
    const before = (await inbox('townorg')).length
    await county.cloud.clock(now + 12 * HOUR)
    const told = await county.as('countyorg').ok(remindNotReported, { key: 'report-night', ...all })
    expect(told).toMatchObject({ reminded: 2, waitsUntil: now - 2 * HOUR + DAY })
    await county.as('townorg').ok(submitEntry, { ...at('town'), ...said('12') })
    await county.cloud.clock(now - 2 * HOUR + DAY + 60_000)
    await timer()
    expect(await inbox('townorg')).toHaveLength(before)
  })

  test('a message goes to who allows one, and opens the inbox', async () => {
    const of = { ...all, code: 'discipline.windows', orgIds: ['office'] }
    await county.cloud.put('subscriptions', [
      { _id: 'officeorg.reminder', personId: 'officeorg', template: 'reminder', count: 1, keys: [] },
    ])
    await county.cloud.post('/local/consent', { templateIds: ['reminder'], times: 1, openid: openidOf('officeorg') })
    await county.as('countyorg').ok(remindNotReported, { key: 'report-message', ...of })
    const sent = (await county.cloud.outbox()).filter(({ toUser }) => toUser === openidOf('officeorg'))
    expect(sent).toMatchObject([{ templateId: 'reminder', page: 'mine/pages/inbox/index' }])
  })

  test('organisations without anybody who reports are counted, not passed over in silence', async () => {
    const trees = {
      ...{
        unit: '棵',
        kind: 'sum',
        decimals: 0,
        cycle: 'month',
        negative: false,
        orgId: 'town',
        path: ['county', 'town'],
      },
      ...{ from: '2026-09-01', until: null, revision: 1 },
      versions: [
        {
          ...{ from: '2026-09-01', name: '植树', definition: '本月栽下的树' },
          reporters: { kinds: ['branch'], categories: [] },
        },
      ],
    }
    await county.cloud.put('indicators', [{ _id: 'local.trees', ...trees }])
    const order = { key: 'report-trees', orgId: 'town', code: 'local.trees', period: '2026-10' }
    // east has e0; nobody has an office in west
    expect(await county.as('townorg').ok(remindNotReported, order)).toMatchObject({ reminded: 1, vacant: 1 })
    expect((await inbox('e0'))[0]?.text).toBe('台账“植树”2026年10月还没有报。请东村支部核对来源文件后填报。')
    // office has nothing to do with it
    expect(await county.as('officeorg').code(remindNotReported, { ...order, orgId: 'office' })).toBe('NOT_FOUND')
  })

  test.each([
    ['a period that is not over', { period: '2026-Q4' }, 'PERIOD_NOT_OPEN'],
    ['a month of what is reported by the quarter', { period: '2026-10' }, 'NOT_FOUND'],
    ['an indicator that is not there', { code: 'discipline.nothing' }, 'NOT_FOUND'],
    ['an organisation that is not there', { orgId: 'nowhere' }, 'NOT_FOUND'],
    [
      'more organisations than one order takes',
      { orgIds: Array.from({ length: 201 }, (_, i) => `o${i}`) },
      'BAD_INPUT',
    ],
  ])('%s is refused', async (_what, extra, answered) => {
    expect(await county.as('countyorg').code(remindNotReported, { key: 'report-wrong', ...all, ...extra })).toBe(
      answered,
    )
  })

  test('an inspector looks, and reminds nobody', async () => {
    expect((await county.as('inspector').ok(getIndicator, all)).canRemind).toBe(false)
    expect(await county.as('inspector').code(remindNotReported, { key: 'report-looks', ...all })).toBe('FORBIDDEN')
  })
})
