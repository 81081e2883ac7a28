import { createHmac } from 'node:crypto'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { codesAt } from '../../../src/domain/themeday'
import type { TestCloud } from '../../support/cloud'
import type { Phone } from '../../support/phone'

const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')

/** Types six digits where the secretary's code is asked for. */
export async function typeCode(phone: Phone, code: string): Promise<void> {
  await phone.see('输入书记报的六位数字')
  await phone.page.locator('input').filter({ visible: true }).first().fill(code)
}

/** Opens today's theme day from the tab 活动. */
export async function openToday(phone: Phone): Promise<void> {
  await phone.page.getByRole('tab', { name: '活动' }).filter({ visible: true }).tap()
  await phone.see(/今天的主题党日|正在签到/)
  await phone.press(/^(看安排|去签到|看看|线上参加)$/)
  await phone.see('议程')
}

/** What the secretary's screen shows at this moment: what the QR says, and the six digits. */
export async function codesNow(cloud: TestCloud): Promise<{ token: string; code: string }> {
  const open = (await cloud.all<ThemeDayDoc>('themeDays')).find(({ status }) => status === 'open')
  if (!open) throw new Error('no check-in is open')
  return codesAt({ themeDayId: open._id, secret: open.secret, mac }, Date.now())
}
