// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OutputOf } from '@/contracts/action'
import type { getOverview, listMissing } from '@/contracts/stats'
import { formatPercent } from '@/domain/metrics'
import { startCloud, type TestCloud } from '../../support/cloud'
import { KB } from '../../support/dist'
import { openWeapp } from '../../support/weapp/open-weapp'

type Weapp = Awaited<ReturnType<typeof openWeapp>>

// The organiser's pages of the weapp output in WeChat's own view engine, against the real functions and the demo county.
let cloud: TestCloud
let organiser = ''
let weapp: Weapp

beforeAll(async () => {
  cloud = await startCloud({ demo: true })
  organiser = await cloud.login('organiser-county')
})
afterEach(() => weapp.close())
afterAll(() => cloud.stop())

const month = () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return { from: `${today.slice(0, 7)}-01`, to: today }
}

async function ask<T>(action: string, input: object): Promise<T> {
  const { result } = await cloud.call<{ ok: true; data: T }>('stats', action, input, organiser)
  expect(result).toMatchObject({ ok: true })
  return result.data
}

/** The figures page of the county, opened from home as an organiser would. */
async function openFigures(): Promise<void> {
  weapp = await openWeapp({
    callFunction: async (name, data) => (await cloud.callRaw(name, data, organiser)).body,
  })
  await weapp.tap('参与统计')
  await weapp.see('参与人次')
}

describe('the organiser’s pages of the weapp output', () => {
  test('show the county’s figures and lead down to a committee, each answer small enough for the view', async () => {
    const county = await ask<OutputOf<typeof getOverview>>('getOverview', { orgId: 'shili', ...month() })
    await openFigures()
    const people = county.figures.find(({ code }) => code === 'quiz.people')?.value
    await weapp.see(String(people))
    for (const { org } of county.children) expect(weapp.text()).toContain(org.name)
    expect(Math.max(...weapp.moved)).toBeLessThan(256 * KB)

    const name = county.children[0]?.org.name ?? ''
    // the map of the months comes before the list; a row of it opens its months, and from there the organisation
    await weapp.see('点一行逐月看')
    await weapp.tap(name)
    await weapp.tap('看这个组织')
    await vi.waitFor(() => expect(weapp.navigations.at(-1)?.url).toContain(`orgId=${county.children[0]?.org.id}`))
    expect(weapp.problems).toEqual([])
  })

  test('open a figure’s definition with a tap that moves little', async () => {
    await openFigures()
    await weapp.idle()
    weapp.moved.length = 0
    await weapp.tap('参与人数')
    await weapp.see('每人只算一次')
    await weapp.see('quiz.people')
    expect(Math.max(...weapp.moved)).toBeLessThanOrEqual(10 * KB)
    expect(weapp.problems).toEqual([])
  })

  test('list who has not taken part, and bring the rest on demand', async () => {
    const first = await ask<OutputOf<typeof listMissing>>('listMissing', { orgId: 'shili', kind: 'quiz', ...month() })
    await openFigures()
    await weapp.tap('看详情')
    await weapp.see(first.people?.[0]?.name ?? 'nobody')
    expect(first.next).not.toBeNull()
    const rest = await ask<OutputOf<typeof listMissing>>('listMissing', {
      orgId: 'shili',
      kind: 'quiz',
      ...month(),
      after: first.next,
    })
    await weapp.tap('更多')
    await weapp.see(rest.people?.at(-1)?.name ?? 'nobody')
    expect(weapp.problems).toEqual([])
  })

  test('open a figure down to its organisations, its activities and who is missing', async () => {
    const county = await ask<OutputOf<typeof getOverview>>('getOverview', { orgId: 'shili', ...month() })
    const first = await ask<OutputOf<typeof listMissing>>('listMissing', { orgId: 'shili', kind: 'quiz', ...month() })
    await openFigures()
    await weapp.tap('参学率')
    await weapp.tap('看来源和记录')
    await vi.waitFor(() => expect(weapp.navigations.at(-1)?.url).toContain('code=quiz.rate'))
    await weapp.see('由哪些组织合成')
    for (const { org } of county.children) expect(weapp.text()).toContain(org.name)
    await weapp.see('由哪些答题组成')
    await weapp.tap('还没参加的人')
    await weapp.see(first.people?.[0]?.name ?? 'nobody')
    // a branch opens to its own list; its name is a heading of the names too, its numbers are not
    const drawn = first.branches
      .slice(0, 6)
      .map(({ org, missing, members }) => ({ org, text: `${missing} / ${members}` }))
    const branch = drawn.find(({ text }) => drawn.filter((other) => other.text === text).length === 1)
    await weapp.tap(branch?.text ?? 'no branch has numbers of its own')
    await vi.waitFor(() => expect(weapp.navigations.at(-1)?.url).toContain(`orgId=${branch?.org.id}`))
    await weapp.see(branch?.org.name ?? '')
    expect(weapp.problems).toEqual([])
  })

  test('preview the report, whose figures open inside the text', async () => {
    await openFigures()
    await weapp.tap('督导报告')
    await weapp.see('名党员参与知识答题')
    expect(weapp.text()).toContain('暂无数据来源')
    const { figures } = await ask<OutputOf<typeof getOverview>>('getOverview', { orgId: 'shili', ...month() })
    const rate = figures.find(({ code }) => code === 'quiz.rate')?.value ?? 0
    await weapp.tap(formatPercent(rate))
    await weapp.see('知识答题参学率')
    await weapp.see('看未参加情况')
    expect(weapp.problems).toEqual([])
  })
})
