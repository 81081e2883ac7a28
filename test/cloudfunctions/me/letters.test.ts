import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerLetter, listLetters, listMyLetters, sendLetter } from '../../../src/contracts/me'
import { HOUR, NOON } from '../../support/county/activities'
import { person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
  // leads east and is an organiser of the town as well
  const roles = [
    { role: 'secretary' as const, orgId: 'east' },
    { role: 'organiser' as const, orgId: 'town' },
  ]
  await putPeople(county.cloud, [person('both', 'east', 3, { roles })])
})
afterAll(() => county.cloud.stop())

const send = (who: string, key: string, kind: string, text = '活动室的灯坏了') =>
  county.as(who).call(sendLetter, { key, kind, text })

test('a suggestion goes to the own branch and a complaint past it; the same one sent again is one letter', async () => {
  const suggestion = await county
    .as('e1')
    .ok(sendLetter, { key: 'letter-e1-1', kind: 'suggestion', text: ' 活动室的灯坏了 ' })
  expect(suggestion).toMatchObject({
    text: '活动室的灯坏了',
    toOrgName: '东村支部',
    sentAt: expect.any(Number),
    reply: null,
  })
  expect(
    await county.as('e1').ok(sendLetter, { key: 'letter-e1-1', kind: 'suggestion', text: '活动室的灯坏了' }),
  ).toEqual(suggestion)
  expect(
    await county.as('e1').ok(sendLetter, { key: 'letter-e1-2', kind: 'complaint', text: '三个月没有开过会' }),
  ).toMatchObject({
    toOrgName: '示例镇党委',
  })
  expect(
    await county.as('e1').code(sendLetter, { key: 'letter-e1-1', kind: 'complaint', text: '活动室的灯坏了' }),
  ).toBe('KEY_USED')
  expect((await county.as('e1').ok(listMyLetters, {})).rows.length).toBe(2)
  expect((await county.as('e2').ok(listMyLetters, {})).rows).toEqual([])
})

test('ten at once of the same letter are one letter', async () => {
  await Promise.all(Array.from({ length: 10 }, () => send('w0', 'letter-w0-1', 'suggestion')))
  expect((await county.as('w0').ok(listMyLetters, {})).rows.length).toBe(1)
})

test('the branch reads suggestions with the writer’s name; the organisation above reads complaints without it', async () => {
  const branch = await county.as('e0').ok(listLetters, { orgId: 'east' })
  expect(branch).toMatchObject({
    orgName: '东村支部',
    open: 1,
    rows: [{ kind: 'suggestion', from: '测试e1', unchecked: false }],
  })
  const { answer } = await county.as('townorg').call(listLetters, { orgId: 'town' })
  if (!answer.ok) throw new Error(answer.error.code)
  expect(answer.data).toMatchObject({ open: 1, rows: [{ kind: 'complaint', from: null, fromOrgName: '东村支部' }] })
  // nothing in the answer tells who it was: no id and no name of a person
  expect(JSON.stringify(answer.data)).not.toMatch(/e1|测试e/)
})

test('whoever leads the branch neither reads nor answers a complaint about it, as organiser of the town either', async () => {
  expect(await county.as('both').ok(listLetters, { orgId: 'town' })).toMatchObject({ open: 0, rows: [] })
  const [complaint] = (await county.as('townorg').ok(listLetters, { orgId: 'town' })).rows
  const input = { letterId: complaint?.id, text: '没有这回事' }
  expect(await county.as('both').code(answerLetter, input)).toBe('FORBIDDEN')
  expect(await county.as('e0').code(answerLetter, input)).toBe('FORBIDDEN')
  expect(await county.as('e1').code(answerLetter, { ...input, letterId: `l-${'0'.repeat(32)}` })).toBe('NOT_FOUND')
})

test('an answer reaches the writer, can be given anew, and does not name who gave it', async () => {
  const [complaint] = (await county.as('townorg').ok(listLetters, { orgId: 'town' })).rows
  const answer = (text: string) => county.as('townorg').ok(answerLetter, { letterId: complaint?.id ?? '', text })
  await answer('我们去了解一下')
  await county.cloud.clock(NOON + HOUR)
  await answer('本月起每月都开')
  const mine = (await county.as('e1').ok(listMyLetters, {})).rows.find(({ kind }) => kind === 'complaint')
  expect(mine?.reply).toEqual({ text: '本月起每月都开', at: expect.any(Number) })
  expect(mine?.reply?.at).toBeGreaterThanOrEqual(NOON + HOUR)
  expect(await county.as('townorg').ok(listLetters, { orgId: 'town' })).toMatchObject({ open: 0 })
  const audit = await county.cloud.all<{ action: string; actor: string }>('audit')
  expect(audit.filter(({ action }) => action === 'answerLetter').map(({ actor }) => actor)).toEqual([
    'townorg',
    'townorg',
  ])
  await county.cloud.clock(NOON)
})

test('what WeChat’s check refuses is not kept; what it is unsure of is delivered and says so', async () => {
  const refused = await send('d0', 'letter-d0-1', 'suggestion', '这里有测试违规的话')
  const unsure = await send('d0', 'letter-d0-2', 'suggestion', '这里谈到测试时政')
  expect([refused.answer.ok, !refused.answer.ok && refused.answer.error.code]).toEqual([false, 'TEXT_REFUSED'])
  expect(unsure.answer.ok).toBe(true)
  const { rows } = await county.as('countyorg').ok(listLetters, { orgId: 'desk' })
  expect(rows.map(({ text, unchecked }) => [text, unchecked])).toEqual([['这里谈到测试时政', true]])
})

test('five an hour; a repeat is none, and the next hour opens again', async () => {
  for (let i = 0; i < 5; i++) expect((await send('w1', `letter-w1-${i}`, 'suggestion')).answer.ok).toBe(true)
  expect(await county.as('w1').code(sendLetter, { key: 'letter-w1-5', kind: 'suggestion', text: '还有一件事' })).toBe(
    'TOO_MANY_TRIES',
  )
  expect((await send('w1', 'letter-w1-0', 'suggestion')).answer.ok).toBe(true)
  const late = await send('w1', 'letter-w1-6', 'suggestion')
  expect(!late.answer.ok && late.answer.error.message).toContain('请在11:00以后再试')
  await county.cloud.clock(NOON + HOUR)
  expect((await send('w1', 'letter-w1-7', 'suggestion')).answer.ok).toBe(true)
  await county.cloud.clock(NOON)
})

test('letters of fifty and more: unanswered first, and the count is of all', async () => {
  const letter = (i: number, answered: boolean) => ({
    _id: `l-${String(i).padStart(32, '0')}`,
    personId: 'w0',
    kind: 'suggestion',
    text: `第${i}封`,
    sentAt: NOON + i,
    fromOrgId: 'west',
    toOrgId: 'county',
    unchecked: false,
    answered,
    answer: null,
  })
  await county.cloud.put(
    'letters',
    Array.from({ length: 60 }, (_letter, i) => letter(i, i % 2 === 0)),
  )
  const { rows, open } = await county.as('countyorg').ok(listLetters, { orgId: 'county' })
  expect([rows.length, open]).toEqual([50, 30])
  expect(rows[0]?.text).toBe('第59封')
  expect(rows[30]?.text).toBe('第58封')
})
