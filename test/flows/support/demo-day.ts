import { openPhone } from '../../support/browser'
import { startCloud, type TestCloud } from '../../support/cloud'
import type { Phone } from '../../support/phone'

/** The demo county on a local cloud, and the phones of people who use it. */
export interface DemoDay {
  readonly cloud: TestCloud
  /** A phone on which a person of the demo county has just entered: its home page is open. */
  enter(title: string, large?: boolean): Promise<Phone>
  stop(): Promise<void>
}

export async function startDemoDay(): Promise<DemoDay> {
  const cloud = await startCloud({ demo: true })
  const phones: Phone[] = []
  return {
    cloud,
    async enter(title, large = false) {
      const phone = await openPhone({ url: cloud.url, large })
      phones.push(phone)
      await phone.goto('/')
      // by the whole name: others are described in the same words
      await phone.page.getByText(title, { exact: true }).filter({ visible: true }).first().tap({ timeout: 30_000 })
      // what the personas are described by says 本月 too: they are gone when the person has entered
      await phone.find('以谁的身份看看？').waitFor({ state: 'hidden', timeout: 30_000 })
      await phone.see('本月')
      return phone
    },
    async stop() {
      for (const phone of phones) await phone.close()
      await cloud.stop()
    },
  }
}
