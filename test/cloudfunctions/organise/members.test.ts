import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPhone, unbind } from '../../../src/contracts/identity'
import { listMembers, recordLeave } from '../../../src/contracts/organise'
import { person } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const list = (who: string, orgId: string, name: string | null = null, after: number | null = null) =>
  county.as(who).ok(listMembers, { orgId, name, after })
const namesIn = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name)

test('members in the order of the tree, with whether they are bound and have a number, and never which', async () => {
  await county.as('e0').ok(recordPhone, { personId: 'e2', phone: '19000000005' })
  await county.as('e1').ok(unbind, {})
  const { answer, databaseRequests } = await county
    .as('e0')
    .call(listMembers, { orgId: 'east', name: null, after: null })
  if (!answer.ok) throw new Error(answer.error.code)
  expect(databaseRequests).toBe(3)
  expect(answer.data).toEqual({
    orgName: '东村支部',
    rows: [
      { id: 'e0', name: '测试e0', mobile: false, bound: true, phoneKnown: false },
      { id: 'e1', name: '测试e1', mobile: false, bound: false, phoneKnown: false },
      { id: 'e2', name: '测试e2', mobile: true, bound: true, phoneKnown: true },
    ].map((row) => ({
      ...row,
      orgName: '东村支部',
      full: true,
      reboundAt: null,
      mayInvite: true,
      mayKeepMobile: true,
    })),
    next: null,
  })
  expect(JSON.stringify(answer.data)).not.toMatch(/openid|mac|1900/)
})

test('of an organisation above, those of everything below it; nobody who has left', async () => {
  expect(namesIn(await list('townorg', 'town'))).toEqual(['测试e0', '测试e1', '测试e2', '测试w0', '测试w1'])
  const leave = { key: 'members-leave', personId: 'w1', day: '2026-11-10', reason: 'resigned' }
  await county.as('townorg').ok(recordLeave, leave)
  expect(namesIn(await list('townorg', 'town'))).toEqual(['测试e0', '测试e1', '测试e2', '测试w0'])
})

test('a name is looked for as it is typed, not as a pattern', async () => {
  expect(namesIn(await list('countyorg', 'county', '测试e'))).toEqual(['测试e0', '测试e1', '测试e2'])
  expect(namesIn(await list('countyorg', 'county', '.*'))).toEqual([])
  expect(namesIn(await list('countyorg', 'county', '$name'))).toEqual([])
})

test('whoever has an office beyond the caller’s is seen, and may not be invited by them', async () => {
  await county.cloud.put('people', [person('deskhead', 'desk', 25, { roles: [{ role: 'secretary', orgId: 'desk' }] })])
  await county.cloud.put('bindings', [{ _id: 'openid-deskhead', personId: 'deskhead', boundAt: 0 }])
  const { rows } = await list('deskhead', 'desk')
  expect(rows.filter(({ mayInvite }) => !mayInvite).map(({ id }) => id)).toEqual([
    'countyorg',
    'townorg',
    'inspector',
    'admin',
  ])
})

test('more than two hundred come in pages, each member once', async () => {
  const west = await county.cloud.all<{ _id: string }>('organisations')
  const branch = west.find(({ _id }) => _id === 'west')
  await county.cloud.put('organisations', [
    {
      ...branch,
      seats: [
        [10, 20],
        [1000, 1500],
      ],
      dealt: 500,
    },
  ])
  await county.cloud.put(
    'people',
    Array.from({ length: 450 }, (_member, i) => person(`many${i}`, 'west', 1000 + i)),
  )
  const seen: string[] = []
  let after: number | null = null
  for (let page = 0; page < 3; page++) {
    const answer: { rows: { id: string }[]; next: number | null } = await list('townorg', 'west', null, after)
    seen.push(...answer.rows.map(({ id }) => id))
    after = answer.next
  }
  expect([seen.length, new Set(seen).size, after]).toEqual([451, 451, null])
})
