import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BindingDoc, ConsentDoc, NoteDoc, PersonDoc } from '../../cloudfunctions/_data/documents'
import type { Answer } from '../../src/contracts/action'
import type { Fact } from '../../src/domain/participation/fact'
import { openPhone } from '../support/browser'
import type { Phone } from '../support/phone'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const press = (phone: Phone, name: string) =>
  phone.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().tap()
const openMe = (phone: Phone) => phone.page.getByRole('tab', { name: '我的' }).filter({ visible: true }).tap()
const bindingOf = async (personId: string) =>
  (await day.cloud.all<BindingDoc>('bindings')).find((one) => one.personId === personId)

/** Somebody of the secretary's branch who is not bound yet. */
async function someoneUnbound(): Promise<PersonDoc> {
  const people = await day.cloud.all<PersonDoc>('people')
  const bindings = await day.cloud.all<BindingDoc>('bindings')
  const secretary = people.find(({ _id }) =>
    bindings.some(({ _id: openid, personId }) => personId === _id && openid.endsWith('-secretary')),
  )
  const found = people.find(
    ({ _id, orgId, seatings }) =>
      orgId === secretary?.orgId &&
      seatings.at(-1)?.until === null &&
      !bindings.some(({ personId }) => personId === _id),
  )
  if (!found) throw new Error('everyone of the branch is bound')
  return found
}

const noteOf = ({ _id: personId }: PersonDoc, lessonId: string): NoteDoc => ({
  _id: `${lessonId}.${personId}`,
  personId,
  lessonId,
  text: '自己的笔记',
  updatedAt: Date.now(),
  pen: { phone: 'testphone1', at: Date.now() },
})

/** Binds by an invitation of the secretary's, on the phone of the one who has a new WeChat. */
async function bindAnew(phone: Phone, person: PersonDoc): Promise<void> {
  const input = { personId: person._id }
  const token = await day.cloud.login('secretary')
  const { result } = await day.cloud.call<Answer<{ code: string }>>('identity', 'issueInvitation', input, token)
  if (!result.ok) throw new Error(result.error.code)
  await phone.see('先认一认您是谁')
  await phone.page.locator('input').filter({ visible: true }).first().fill(result.data.code)
  await phone.tap('我已看过并同意')
  await press(phone, '用邀请码绑定')
  await phone.see(person.name)
}

/** Everything that this phone keeps of the one who has a new WeChat. */
const keptOn = (phone: Phone) =>
  phone.page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('newcomer:')))

test('a member with a new WeChat is invited, binds, and withdraws the consent again', async () => {
  const person = await someoneUnbound()
  const secretary = await day.enter('支部书记')
  await openMe(secretary)
  await secretary.tap('党员名册')
  await secretary.page.locator('input').filter({ visible: true }).first().fill(person.name)
  await secretary.tap(person.name)
  await press(secretary, '发邀请码')
  await secretary.see('邀请码（只显示这一次）')
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await secretary.text())?.[0] ?? ''
  expect(code).not.toBe('')
  expect(await secretary.cutOff()).toEqual([])

  const phone = await openPhone({ url: day.cloud.url, large: true })
  await phone.goto('/')
  await phone.tap('换了微信的党员')
  await phone.see('先认一认您是谁')
  await phone.page.locator('input').filter({ visible: true }).first().fill(code.toLowerCase().replace(/-/g, ' '))
  await press(phone, '用邀请码绑定')
  await phone.see('请先看一眼上面的说明')
  await phone.tap('我已看过并同意')
  expect(await phone.cutOff()).toEqual([])
  await press(phone, '用邀请码绑定')
  await phone.see(person.name)
  expect((await bindingOf(person._id))?.consent?.version).toMatch(/^20\d\d-/)

  await day.cloud.put('notes', [noteOf(person, 'lesson')])
  const facts = async () =>
    (await day.cloud.all<Fact>('facts')).filter(({ personId }) => personId === person._id).length
  const before = await facts()
  await openMe(phone)
  await phone.tap('我的数据')
  await phone.see('笔记 1 条')
  await press(phone, '撤回同意，解除绑定')
  await phone.tap('一起删掉')
  await phone.see('找不回来')
  expect(await phone.cutOff()).toEqual([])
  // without a network nothing has happened yet, and it says so
  await phone.offline(true)
  await press(phone, '确认撤回')
  await phone.see('没有收到系统的回音', 30_000)
  expect(await bindingOf(person._id)).toBeDefined()
  await phone.offline(false)
  await press(phone, '确认撤回')
  await phone.see('已经撤回同意', 30_000)

  expect(await bindingOf(person._id)).toBeUndefined()
  expect((await day.cloud.all<NoteDoc>('notes')).filter(({ personId }) => personId === person._id)).toEqual([])
  expect(await facts()).toBe(before)
  const consents = (await day.cloud.all<ConsentDoc>('consents')).filter(({ personId }) => personId === person._id)
  expect(consents.map(({ event }) => event).sort()).toEqual(['given', 'withdrawn'])
  // nothing of theirs is left on the phone
  expect(await keptOn(phone)).toEqual([])
  // and whatever page is opened leads to binding
  await phone.goto('/#/mine/pages/record/index')
  await phone.page.reload()
  await phone.see('先认一认您是谁')
  await phone.close()
})

test('the answer to a withdrawal is lost, and there is a second phone: both forget what was deleted', async () => {
  const person = await someoneUnbound()
  const phone = await openPhone({ url: day.cloud.url })
  const second = await openPhone({ url: day.cloud.url, large: true })
  await phone.goto('/')
  await phone.tap('换了微信的党员')
  await bindAnew(phone, person)
  await day.cloud.put('notes', [noteOf(person, 'lesson')])
  await second.goto('/')
  await second.tap('换了微信的党员')
  await second.see(person.name)
  await second.goto('/#/study/pages/writings/index')
  await second.see('自己的笔记')
  expect(JSON.stringify(await keptOn(second))).toContain('自己的笔记')

  // the server carries it out, and nobody hears of it
  await phone.page.route('**/call/identity', async (route) => {
    if (!route.request().postData()?.includes('"unbind"')) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await openMe(phone)
  await phone.tap('我的数据')
  await press(phone, '撤回同意，解除绑定')
  await phone.tap('一起删掉')
  await press(phone, '确认撤回')
  await phone.see('没有收到系统的回音')
  expect(await bindingOf(person._id)).toBeUndefined()
  // the app is closed there and then; whenever it is opened again, it is as if the answer had come
  await phone.goto('about:blank')
  await phone.goto('/')
  await phone.see('已经撤回同意')
  expect(await keptOn(phone)).toEqual([])

  // the other phone says what happened, and has nothing that was deleted
  await second.goto('about:blank')
  await second.goto('/')
  await second.see('这个微信原来的绑定已经解除了')
  expect(await second.cutOff()).toEqual([])
  expect(JSON.stringify(await keptOn(second))).not.toContain('自己的笔记')
  await bindAnew(second, person)
  await second.goto('/#/study/pages/writings/index')
  await second.see('还没有')
  expect(await second.text()).not.toContain('自己的笔记')
  await phone.close()
  await second.close()
})
