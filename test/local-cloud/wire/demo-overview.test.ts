import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figure, Slice } from '@/contracts/stats'
import { categories } from '@/domain/metrics'
import type { Period } from '@/domain/time/day'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { HOME_BRANCH_ID } from '../../../local-cloud/demo/branches'
import { countyPlans } from '../../../local-cloud/demo/sizes'
import { startCloud, type TestCloud } from '../../support/cloud'
import { invent } from '../unit/demo-county'
import { expectedByCategory, expectedFigures } from '../unit/expected-figures'

/** What of an overview is compared. */
interface Overview {
  readonly counts: { readonly branches: number; readonly members: number; readonly mobile: number }
  readonly figures: readonly Figure[]
  readonly children: readonly { readonly org: { readonly id: string }; readonly figures: readonly Figure[] }[]
}

let cloud: TestCloud
let county: Awaited<ReturnType<typeof invent>>
let today: string
let token: string

beforeAll(async () => {
  cloud = await startCloud({ demo: true, env: { DEMO: 'figures' } })
  // the county was made when its home branch's theme day had begun a quarter of an hour before
  const themeDays = await cloud.all<ThemeDayDoc>('themeDays')
  const home = themeDays.filter(({ orgId, status }) => orgId === HOME_BRANCH_ID && status === 'planned')
  const madeAt = (home[0]?.startsAt ?? 0) + 15 * 60_000
  today = new Date(madeAt + 8 * 3_600_000).toISOString().slice(0, 10)
  county = await invent(madeAt, countyPlans.figures)
  token = await cloud.login('organiser-county')
}, 600_000)
afterAll(() => cloud?.stop())

const dayBefore = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

async function overview(orgId: string, period: Period, slice: Slice): Promise<Overview> {
  const { result } = await cloud.call<{ ok: boolean; data: Overview }>(
    ...(['stats', 'getOverview', { orgId, ...period, slice }, token] as const),
  )
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.data
}

const said = ({ value, numerator, denominator }: Figure) =>
  numerator !== undefined && denominator !== undefined ? { numerator, denominator } : value

/** What is said otherwise than the truth. */
function differences(orgId: string, figures: readonly Figure[], period: Period, slice: Slice): string[] {
  const expected = expectedFigures(county.truth, orgId, period, slice)
  if (orgId === 'shili') {
    for (const entry of expectedByCategory(county.truth, orgId, period, slice, categories)) expected.set(...entry)
  }
  return figures.flatMap((figure) => {
    const wanted = expected.get(figure.code)
    if (wanted === undefined || figure.state === 'suppressed') return []
    const [is, shouldBe] = [said(figure), wanted].map((one) => JSON.stringify(one))
    return is === shouldBe ? [] : [`${orgId} ${figure.code} is ${is}, not ${shouldBe}`]
  })
}

describe('the overview of the demo county, over the wire', () => {
  const asked: [string, string, () => Period, Slice][] = [
    ['the county, a year', 'shili', () => ({ from: dayBefore(364), to: today }), {}],
    ['the county, ninety days', 'shili', () => ({ from: dayBefore(90), to: dayBefore(1) }), {}],
    [
      'the county, an odd fortnight, mobile members',
      'shili',
      () => ({ from: dayBefore(157), to: dayBefore(144) }),
      { mobile: true },
    ],
    [
      'the county, half a year, the elderly',
      'shili',
      () => ({ from: dayBefore(300), to: dayBefore(120) }),
      { age: 'from61' },
    ],
    [
      'the county, a month, villages',
      'shili',
      () => ({ from: dayBefore(200), to: dayBefore(170) }),
      { category: 'village' },
    ],
    ['a committee with a merge, a year', 'shili-town-1', () => ({ from: dayBefore(364), to: today }), {}],
    ['a committee with a founded branch, a year', 'shili-works-1', () => ({ from: dayBefore(364), to: today }), {}],
    ['a general branch, a hundred days', 'shili-school-1-g1', () => ({ from: dayBefore(100), to: today }), {}],
    ['a branch that did nothing, a year', 'shili-new-7', () => ({ from: dayBefore(364), to: today }), {}],
    ['the home branch, a year', HOME_BRANCH_ID, () => ({ from: dayBefore(364), to: today }), {}],
  ]

  it.each(asked)(
    '%s: every figure is the truth, of the organisation and of those below',
    async (_name, orgId, periodOf, slice) => {
      const period = periodOf()
      const found = await overview(orgId, period, slice)
      const { branches, members, mobile } = county.truth.truthOf(orgId, period)
      expect(found.counts).toMatchObject({ branches, members, mobile })
      const wrong = [
        ...differences(orgId, found.figures, period, slice),
        ...found.children.flatMap(({ org, figures }) => differences(org.id, figures, period, slice)),
      ]
      expect(wrong).toEqual([])
      expect(found.figures.length).toBeGreaterThan(20)
    },
  )
})
