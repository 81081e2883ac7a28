import { expect } from 'vitest'
import type { Phone } from '../../support/phone'

/** The visible button whose label fits. */
export const button = (phone: Phone, name: string | RegExp) =>
  phone.page.getByRole('button', { name }).filter({ visible: true }).first()

/** A picture, for whoever wants to look at it; nothing may be cut off. */
export async function whole(phone: Phone, name: string): Promise<void> {
  await phone.rest()
  await phone.shot(name)
  expect(await phone.cutOff()).toEqual([])
}

/** One of the four tabs. */
export const toTab = (phone: Phone, name: '首页' | '学习' | '活动' | '我的') =>
  phone.page.getByRole('tab', { name }).filter({ visible: true }).tap()

/** From anywhere to a tool of one's desk on 我的. */
export async function toDesk(phone: Phone, tool: string): Promise<void> {
  await phone.goto('/')
  await toTab(phone, '我的')
  await phone.press(tool)
}

/** Says yes to the question that lies over the page: its button has the same name as the one that asked. */
export const confirm = (phone: Phone, name: string) =>
  phone.page.getByRole('button', { name, exact: true }).last().tap()

/** Taps something that gives a file; where it was put. */
export async function fetchFile(phone: Phone, tap: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([phone.page.waitForEvent('download'), tap()])
  return { name: file.suggestedFilename(), path: await file.path() }
}
