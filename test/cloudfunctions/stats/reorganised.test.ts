import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeBranches, splitBranch, transferMember } from '../../../src/contracts/organise'
import { getOverview, recountFigures } from '../../../src/contracts/stats'
import { checkIn, openCheckIn } from '../../../src/contracts/themeday'
import { type County, startCounty } from '../../support/county/start-county'
import { newKey } from '../organise/support'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const november = { from: '2026-11-01', to: '2026-11-30' }
const overview = (orgId: string, period = november) => county.as('countyorg').ok(getOverview, { orgId, ...period })
const figure = async (orgId: string, code: string, period = november) =>
  (await overview(orgId, period)).figures.find((one) => one.code === code)

test('whoever was expected, was transferred that day and checked in then, was there', async () => {
  const { token } = await county.as('e0').ok(openCheckIn, { themeDayId: 'eastday' })
  const move = { key: newKey(), personId: 'e1', into: 'west', day: '2026-11-10' }
  await county.as('townorg').ok(transferMember, move)
  await county.as('e1').ok(checkIn, { token: token ?? '' })
  for (const fold of [false, true]) {
    if (fold) await county.cloud.timer('rollup')
    // eastday expected e0, e1 and e2; eastpast the same three, of whom nobody came
    expect(await figure('east', 'themeday.attendance')).toMatchObject({ numerator: 1, denominator: 6 })
    expect(await figure('west', 'themeday.attendance')).toMatchObject({ state: 'notDue' })
    // the participation itself is the new branch's
    expect(await figure('west', 'themeday.people')).toMatchObject({ value: 1 })
    for (const orgId of ['county', 'town', 'east', 'west']) {
      const proof = await county.as('countyorg').ok(recountFigures, { orgId, kind: 'themeday', ...november })
      expect(proof.index).toEqual(proof.ledger)
    }
  }
})

test('a branch counts among the branches from the day on which it was founded until it ends', async () => {
  const into = [
    { name: '东村一支部', category: null, members: ['e0'] },
    { name: '东村二支部', category: null, members: ['e2'] },
  ]
  await county.as('townorg').ok(splitBranch, { key: newKey(), from: 'east', into, day: '2026-11-05' })
  const branches = async (to: string) => (await overview('town', { from: '2026-10-01', to })).counts.branches
  expect(await branches('2026-10-31')).toBe(2)
  expect(await branches('2026-11-04')).toBe(2)
  expect(await branches('2026-11-05')).toBe(3)
  expect(await figure('town', 'themeday.coverage', { from: '2026-10-01', to: '2026-11-04' })).toMatchObject({
    denominator: 2,
  })
  const [first] = (await overview('town')).children.filter(({ org }) => org.name === '东村一支部')
  const merge = { key: newKey(), from: [first?.org.id ?? ''], into: 'west', day: '2026-11-08' }
  await county.as('townorg').ok(mergeBranches, merge)
  expect(await branches('2026-11-07')).toBe(3)
  expect(await branches('2026-11-08')).toBe(2)
})
