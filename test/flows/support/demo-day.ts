import { startCloud, type TestCloud } from '../../support/cloud'
import { enterAs } from '../../support/enter'
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
      const phone = await enterAs(cloud, title, large)
      phones.push(phone)
      return phone
    },
    async stop() {
      for (const phone of phones) await phone.close()
      await cloud.stop()
    },
  }
}
