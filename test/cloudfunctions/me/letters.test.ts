import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../../../src/contracts/action'
import { bindByInvitation, CONSENT_VERSION, issueInvitation } from '../../../src/contracts/identity'
import {
  answerLetter,
  getMyData,
  listLetters,
  listMyLetters,
  type MailPlace,
  sendLetter,
} from '../../../src/contracts/me'
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
  // everyone of the office's committee: its only organiser leads the branch
  const desk = [
    { role: 'secretary' as const, orgId: 'desk' },
    { role: 'organiser' as const, orgId: 'office' },
  ]
  await putPeople(county.cloud, [
    person('both', 'east', 3, { roles }),
    person('deskhead', 'desk', 25, { roles: desk }),
    person('w2', 'west', 12),
  ])
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
    toOrgNames: ['东村支部'],
    sentAt: expect.any(Number),
    reply: null,
  })
  expect(
    await county.as('e1').ok(sendLetter, { key: 'letter-e1-1', kind: 'suggestion', text: '活动室的灯坏了' }),
  ).toEqual(suggestion)
  expect(
    await county.as('e1').ok(sendLetter, { key: 'letter-e1-2', kind: 'complaint', text: '三个月没有开过会' }),
  ).toMatchObject({
    toOrgNames: ['示例镇党委', '示例县'],
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
  const input = { letterId: complaint?.id, text: '没有这回事', was: null }
  expect(await county.as('both').code(answerLetter, input)).toBe('FORBIDDEN')
  expect(await county.as('e0').code(answerLetter, input)).toBe('FORBIDDEN')
  expect(await county.as('e1').code(answerLetter, { ...input, letterId: `l-${'0'.repeat(32)}` })).toBe('NOT_FOUND')
})

test('a complaint of a committee without offices, or whose only organiser leads the branch, reaches the county', async () => {
  const top = county.as('countyorg')
  expect(
    await county.as('d0').ok(sendLetter, { key: 'letter-d0-9', kind: 'complaint', text: '机关支部一年没有开会' }),
  ).toMatchObject({ toOrgNames: ['示例机关党委', '示例县'] })
  expect((await county.as('deskhead').ok(listLetters, { orgId: 'office' })).rows).toEqual([])
  const { rows } = await top.ok(listLetters, { orgId: 'county' })
  expect(rows.map(({ text, from, fromOrgName }) => [text, from, fromOrgName])).toEqual([
    ['机关支部一年没有开会', null, '机关一支部'],
    ['三个月没有开过会', null, '东村支部'],
  ])
})

test('one answer settles it for all, in the name of the organisation; whoever answers at the same moment is told', async () => {
  const [complaint] = (await county.as('townorg').ok(listLetters, { orgId: 'town' })).rows
  const answer = (who: string, text: string, was: number | null) =>
    county.as(who).call(answerLetter, { letterId: complaint?.id ?? '', text, was })
  const two = await Promise.all([
    answer('townorg', '我们去了解一下', null),
    answer('countyorg', '县里已经知道了', null),
  ])
  expect(two.map((one) => (one.answer.ok ? 'ok' : one.answer.error.code)).sort()).toEqual(['CHANGED_MEANWHILE', 'ok'])
  const first = (await county.as('e1').ok(listMyLetters, {})).rows.find(({ kind }) => kind === 'complaint')?.reply
  await county.cloud.clock(NOON + HOUR)
  // anew, by whoever has seen it; sent again it is the same answer
  const anew = () => answer('townorg', '本月起每月都开', first?.at ?? 0)
  const once = await anew()
  expect((await anew()).answer).toEqual(once.answer)
  const stale = await answer('countyorg', '又一个答复', first?.at ?? 0)
  expect(!stale.answer.ok && stale.answer.error.message).toContain('刚刚有人答复过')
  const mine = (await county.as('e1').ok(listMyLetters, {})).rows.find(({ kind }) => kind === 'complaint')
  expect(mine?.reply).toEqual({ text: '本月起每月都开', at: expect.any(Number), orgName: '示例镇党委' })
  expect(mine?.reply?.at).toBeGreaterThanOrEqual(NOON + HOUR)
  expect(await county.as('townorg').ok(listLetters, { orgId: 'town' })).toMatchObject({ open: 0 })
  const audit = await county.cloud.all<{ action: string; actor: string }>('audit')
  const actors = audit.filter(({ action }) => action === 'answerLetter').map(({ actor }) => actor)
  expect([...new Set(actors)].sort()).toEqual(['countyorg', 'townorg'])
  await county.cloud.clock(NOON)
})

test('a suggestion that nobody answered for seven days is seen above the branch too; a branch secretary’s own at once', async () => {
  const mailOf = async (who: string, orgId: string) =>
    (await county.as(who).ok(listLetters, { orgId })).rows.map(({ text }) => text)
  await county.as('w2').ok(sendLetter, { key: 'letter-w2-late', kind: 'suggestion', text: '西村没有书记' })
  await county.as('e0').ok(sendLetter, { key: 'letter-e0-own', kind: 'correction', text: '书记自己的记录不对' })
  expect(await mailOf('e0', 'east')).not.toContain('书记自己的记录不对')
  expect(await mailOf('townorg', 'town')).toContain('书记自己的记录不对')
  expect(await mailOf('townorg', 'town')).not.toContain('西村没有书记')
  await county.cloud.clock(NOON + 7 * 24 * HOUR + 60_000)
  expect(await mailOf('townorg', 'town')).toContain('西村没有书记')
  expect(await mailOf('countyorg', 'county')).toContain('西村没有书记')
  const late = (await county.as('w2').ok(listMyLetters, {})).rows.find(({ text }) => text === '西村没有书记')
  expect(late?.toOrgNames).toEqual(['西村支部', '示例镇党委', '示例县'])
  await county.as('townorg').ok(answerLetter, { letterId: late?.id ?? '', text: '镇里来办这件事', was: null })
  expect(await mailOf('townorg', 'town')).toContain('西村没有书记')
  expect(await mailOf('countyorg', 'county')).not.toContain('西村没有书记')
  await county.cloud.clock(NOON)
})

test('a complaint is shown to the binding that sent it, and to none that an invitation puts in its place', async () => {
  const mine = async () => (await county.as('e1').ok(listMyLetters, {})).rows.map(({ kind }) => kind).sort()
  const counted = async () => (await county.as('e1').ok(getMyData, {})).counts.letters
  expect([await mine(), await counted()]).toEqual([['complaint', 'suggestion'], 2])
  const { code } = await county.as('e0').ok(issueInvitation, { personId: 'e1' })
  await county.cloud.clock(NOON + HOUR)
  const stranger = county.as('stranger')
  await stranger.ok(bindByInvitation, { code, consent: { version: CONSENT_VERSION } })
  const { answer } = await stranger.call(listMyLetters, {})
  expect(answer.ok && answer.data.rows.map(({ kind }) => kind)).toEqual(['suggestion'])
  expect(JSON.stringify(answer)).not.toContain('三个月没有开过会')
  // nor does a number tell that there is one
  expect((await stranger.ok(getMyData, {})).counts.letters).toBe(1)
  // and the one that this binding sends is its own
  await stranger.ok(sendLetter, { key: 'letter-new-1', kind: 'complaint', text: '新的一件事情' })
  expect((await stranger.ok(listMyLetters, {})).rows.map(({ kind }) => kind)).toEqual(['complaint', 'suggestion'])
  await county.cloud.put('bindings', [{ _id: 'openid-stranger', personId: 'nobody', boundAt: NOON }])
  await county.cloud.put('bindings', [{ _id: 'openid-e1', personId: 'e1', boundAt: NOON }])
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

test('letters of fifty and more come page by page, each once: unanswered first; the count is of all', async () => {
  const letter = (i: number, answered: boolean) => ({
    _id: `l-${String(i).padStart(32, '0')}`,
    personId: 'w0',
    kind: 'suggestion',
    text: `第${i}封`,
    // two of each instant
    sentAt: NOON + (i - (i % 4)),
    fromOrgId: 'west',
    toOrgIds: ['west', 'town', 'county'],
    toOrgId: 'west',
    aboutOrgIds: [],
    unchecked: false,
    answered,
    answer: answered ? { text: '办了', at: NOON, by: 'w1', orgId: 'west' } : null,
  })
  const before = (await county.as('townorg').ok(listLetters, { orgId: 'west' })).rows.length
  await county.cloud.put(
    'letters',
    Array.from({ length: 130 }, (_letter, i) => letter(i, i % 2 === 0)),
  )
  const pages = []
  let after: MailPlace | null = null
  do {
    const page: OutputOf<typeof listLetters> = await county.as('townorg').ok(listLetters, { orgId: 'west', after })
    pages.push(page)
    after = page.next
  } while (after !== null)
  const rows = pages.flatMap((page) => page.rows)
  expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 30 + before])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(130 + before)
  const order = rows.map(({ reply, sentAt }) => [reply ? 1 : 0, -sentAt])
  expect(order).toEqual([...order].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
  const open = rows.filter(({ reply }) => reply === null).length
  expect(new Set(pages.map((page) => page.open))).toEqual(new Set([open]))
})
