import { openPhone } from '../../support/browser'
import type { TestCloud } from '../../support/cloud'
import type { Phone } from '../../support/phone'

/** A phone on which the person with this WeChat identity has the app open at home. */
export async function openFor(cloud: TestCloud, openid: string, large = false): Promise<Phone> {
  const token = await cloud.loginAs(openid)
  const phone = await openPhone({ url: cloud.url, large })
  const session = JSON.stringify({ data: { token, personaId: openid } })
  await phone.page.addInitScript((kept) => {
    if (location.protocol !== 'about:') localStorage.setItem('session', kept)
  }, session)
  await phone.goto('/')
  return phone
}
