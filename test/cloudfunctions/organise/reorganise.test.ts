import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ReorganisationDoc } from '../../../cloudfunctions/_data/documents'
import { getHome } from '../../../src/contracts/learn'
import { completeLesson } from '../../../src/contracts/lesson'
import { admitMember, mergeBranches, splitBranch, transferMember } from '../../../src/contracts/organise'
import { NOON } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, player, putPeople, startCounty } from '../../support/county/start-county'
import { expectSoundRoster, look, newKey } from './support'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeEach(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.stop())

const TODAY = '2026-11-10'
const merge = (key: string, extra: object = {}) => ({ key, from: ['east'], into: 'west', day: TODAY, ...extra })

describe('a merger', () => {
  test('brings everyone into one branch, ends the other with its past, and answers a repeat alike', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    const input = merge(newKey(), { day: '2026-11-05' })
    const first = await county.as('townorg').ok(mergeBranches, input)
    expect(first).toEqual({ done: true, left: 0, successors: [{ id: 'west', name: '西村支部' }] })
    expect(await county.as('townorg').ok(mergeBranches, input)).toEqual(first)
    expect(await look(county).organisation('east')).toMatchObject({ endedOn: '2026-11-05', successors: ['west'] })
    for (const id of ['e0', 'e1', 'e2']) {
      const { seatings, orgId } = await look(county).person(id)
      expect(orgId).toBe('west')
      expect(seatings.map((one) => [one.orgId, one.from, one.until])).toEqual([
        ['east', null, '2026-11-05'],
        ['west', '2026-11-05', null],
      ])
    }
    // who led the old branch leads none
    expect((await look(county).person('e0')).roles).toEqual([])
    // what they did since then is the new branch's
    expect((await look(county).facts('e1')).at(-1)).toMatchObject({ revision: 1, orgId: 'west', seat: 13 })
    expect(await county.cloud.all('audit')).toMatchObject([
      { action: 'mergeBranches', object: 'east', actor: 'townorg' },
    ])
    await expectSoundRoster(county)
    expect((await county.as('e1').ok(getHome, {})).org.id).toBe('west')
    // nobody comes into a branch that has ended
    const back = { key: newKey(), personId: 'e1', into: 'east', day: TODAY }
    expect(await county.as('townorg').code(transferMember, back)).toBe('ORG_ENDED')
    expect(await county.as('townorg').code(mergeBranches, merge(newKey()))).toBe('ORG_ENDED')
    expect(await county.as('townorg').code(mergeBranches, { ...input, day: TODAY })).toBe('KEY_USED')
  })

  test('is refused before anything is done when it cannot be', async () => {
    const code = (input: object, who = 'townorg') =>
      county.as(who).code(mergeBranches, { ...merge(newKey()), ...input })
    expect(await code({ into: 'east' })).toBe('SAME_ORGANISATION')
    expect(await code({ from: ['east', 'east'] })).toBe('BAD_INPUT')
    expect(await code({ into: 'town' })).toBe('NOT_A_BRANCH')
    expect(await code({ from: ['nowhere'] })).toBe('NOT_FOUND')
    expect(await code({ into: 'desk' })).toBe('FORBIDDEN')
    expect(await code({}, 'e0')).toBe('FORBIDDEN')
    expect(await code({ day: '2026-11-11' })).toBe('MOVE_DAY')
    expect(await county.cloud.all('moves')).toEqual([])
    expect(await county.cloud.all('reorganisations')).toEqual([])
  })

  test('takes along whoever came after its day, from the day on which they came', async () => {
    await county.as('countyorg').ok(transferMember, { key: newKey(), personId: 'd0', into: 'east', day: '2026-11-08' })
    await county.as('townorg').ok(mergeBranches, merge(newKey(), { day: '2026-11-05' }))
    const { seatings } = await look(county).person('d0')
    expect(seatings.map((one) => [one.orgId, one.from, one.until])).toEqual([
      ['desk', null, '2026-11-08'],
      ['east', '2026-11-08', '2026-11-08'],
      ['west', '2026-11-08', null],
    ])
    await expectSoundRoster(county)
  })

  test('into each other at once: one is done, the other waits or is refused, and everyone sits somewhere', async () => {
    const there = merge('merge-there-1')
    const back = merge('merge-back-1', { from: ['west'], into: 'east' })
    const answers = await Promise.all([there, back].map((input) => county.as('townorg').call(mergeBranches, input)))
    expect(answers.filter(({ answer }) => answer.ok)).toHaveLength(1)
    const organisations = await Promise.all(['east', 'west'].map((id) => look(county).organisation(id)))
    expect(organisations.filter(({ endedOn }) => endedOn === null)).toHaveLength(1)
    const standing = organisations.find(({ endedOn }) => endedOn === null)?._id
    for (const id of ['e0', 'e1', 'e2', 'w0', 'w1']) expect((await look(county).person(id)).orgId).toBe(standing)
    await expectSoundRoster(county)
  })
})

describe('a split', () => {
  const parts = (first: string[], second: string[]) => [
    { name: '东村第一支部', category: 'village', members: first },
    { name: '东村第二支部', category: null, members: second },
  ]

  test('founds branches beside the old one and seats everyone in the one that was named', async () => {
    const input = { key: newKey(), from: 'east', into: parts(['e0', 'e2'], ['e1']), day: TODAY }
    const { done, successors } = await county.as('townorg').ok(splitBranch, input)
    expect(done).toBe(true)
    expect(successors.map(({ name }) => name)).toEqual(['东村第一支部', '东村第二支部'])
    const [one = '', two = ''] = successors.map(({ id }) => id)
    expect(await county.as('townorg').ok(splitBranch, input)).toMatchObject({ done: true, left: 0, successors })
    expect(await look(county).organisation(one)).toMatchObject({
      kind: 'branch',
      parentId: 'town',
      path: ['county', 'town', one],
      dealt: 2,
      endedOn: null,
    })
    expect(await look(county).organisation('east')).toMatchObject({ endedOn: TODAY, successors: [one, two] })
    expect((await look(county).person('e1')).orgId).toBe(two)
    expect((await look(county).person('e2')).orgId).toBe(one)
    await expectSoundRoster(county)
  })

  test('names every member, once', async () => {
    const code = (into: object[]) =>
      county.as('townorg').code(splitBranch, { key: newKey(), from: 'east', into, day: TODAY })
    expect(await code(parts(['e0'], ['e1']))).toBe('SPLIT_INCOMPLETE')
    expect(await code(parts(['e0', 'e2', 'w0'], ['e1']))).toBe('SPLIT_INCOMPLETE')
    expect(await code(parts(['e0', 'e2', 'e1'], ['e1']))).toBe('BAD_INPUT')
    expect(await county.cloud.all('reorganisations')).toEqual([])
  })
})

describe('killed in the middle', () => {
  const crowd = Array.from({ length: 40 }, (_, n) => person(`x${n}`, 'east', 100 + n))
  const fill = async () => {
    const east = await look(county).organisation('east')
    await county.cloud.put('organisations', [
      {
        ...east,
        seats: [
          [0, 10],
          [100, 140],
        ],
        dealt: 50,
      },
    ])
    await county.cloud.put('counters', [{ _id: 'seats', next: 200 }])
    await putPeople(county.cloud, [...people, ...crowd])
  }

  test('a merger goes on where it was, by its repeat, with everyone in one place at every moment', async () => {
    await fill()
    const input = merge(newKey())
    for (const pause of [900, 600, 400]) {
      const call = county
        .as('townorg')
        .call(mergeBranches, input)
        .catch(() => null)
      await new Promise((resolve) => setTimeout(resolve, pause))
      await county.cloud.kill()
      await call
      await county.cloud.restart()
      await county.cloud.clock(NOON)
      county = { cloud: county.cloud, as: (id) => player(county.cloud, id) }
      await expectSoundRoster(county)
    }
    const again = async (): Promise<void> => {
      const { done } = await county.as('townorg').ok(mergeBranches, input)
      if (!done) await again()
    }
    await again()
    const moved = (await look(county).moves()).map(({ personId }) => personId).sort()
    expect(moved).toEqual([...crowd.map(({ _id }) => _id), 'e0', 'e1', 'e2'].sort())
    expect(await look(county).organisation('east')).toMatchObject({ endedOn: TODAY })
    // those who came together sit together: the eight free seats of west, and one range
    expect((await look(county).organisation('west')).seats).toHaveLength(2)
    const open = await county.cloud.all<ReorganisationDoc & { orgIds?: string[] }>('reorganisations')
    expect(open.find(({ _id }) => _id === 'open')).toMatchObject({ orgIds: [] })
    await expectSoundRoster(county)
    // and the branch takes members again
    const who = { name: '测试新人', bornYear: 1990, fullFrom: null }
    await county.as('townorg').ok(admitMember, { key: newKey(), orgId: 'west', day: TODAY, who })
  })
})
