import type { Phone } from '../../support/phone'

/** The options of the question on the screen. */
export const options = (phone: Phone) => phone.page.locator('.option').filter({ visible: true })

const gap = (phone: Phone) => phone.page.locator('.gap-field input').filter({ visible: true })

/** The month's quiz on home: the main card, or a row below it when something is more urgent. */
export const monthsQuiz = /^\d+年\d+月应知应会答题$/

/** From home to the first question: by its name there, and by the button on the quiz's own page. */
export async function beginQuiz(phone: Phone, title: string | RegExp = monthsQuiz): Promise<void> {
  await phone.tap(title)
  await phone.see('先下载，没网时再答')
  await phone.tap('开始答题')
  await phone.see(/^剩余/)
}

/** Answers the question on the screen: an option (0, 1, …), or something written into its gap. */
export async function answerOne(phone: Phone, option = 0): Promise<void> {
  await options(phone).or(gap(phone)).first().waitFor()
  if ((await gap(phone).count()) > 0) await gap(phone).first().fill('不知道')
  else await options(phone).nth(option).tap()
  await phone.see('已存在手机里')
}

/** Hands in from any question, whatever is still open. */
export async function handIn(phone: Phone): Promise<void> {
  await phone.page.getByRole('button', { name: '答题卡' }).filter({ visible: true }).tap()
  await phone.see(/已答 \d+ 题|题都答了/)
  await phone.page.getByText('交卷', { exact: true }).filter({ visible: true }).last().tap()
  await phone.see(/没有答，交卷后|马上看到成绩|现在没有网/)
  await phone.page.getByText('交卷', { exact: true }).filter({ visible: true }).last().tap()
}
