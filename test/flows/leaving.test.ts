import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BindingDoc, ConsentDoc, NoteDoc, PersonDoc } from '../../cloudfunctions/_data/documents'
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

  const note: NoteDoc = {
    _id: `lesson.${person._id}`,
    personId: person._id,
    lessonId: 'lesson',
    text: '自己的笔记',
    updatedAt: Date.now(),
    pen: { phone: 'testphone1', at: Date.now() },
  }
  await day.cloud.put('notes', [note])
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
  const kept = await phone.page.evaluate(() => Object.keys(localStorage))
  expect(kept.filter((key) => key.includes('newcomer:'))).toEqual([])
  // and whatever page is opened leads to binding
  await phone.goto('/#/mine/pages/record/index')
  await phone.page.reload()
  await phone.see('先认一认您是谁')
  await phone.close()
})
