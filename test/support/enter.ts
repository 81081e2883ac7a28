import { openPhone } from './browser'
import type { TestCloud } from './cloud'
import type { Phone } from './phone'

/** A phone on which a person of the demo county has just entered: what they see first is open. */
export async function enterAs(cloud: TestCloud, title: string, large = false): Promise<Phone> {
  const phone = await openPhone({ url: cloud.url, large })
  await phone.goto('/')
  // by the whole name: others are described in the same words
  await phone.page.getByText(title, { exact: true }).filter({ visible: true }).first().tap({ timeout: 30_000 })
  // what the personas are described by says 本月 too: they are gone when the person has entered
  await phone.find('以谁的身份看看？').waitFor({ state: 'hidden', timeout: 30_000 })
  await phone.see(/本月|先认一认您是谁/)
  return phone
}
