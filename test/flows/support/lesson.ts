import type { Phone } from '../../support/phone'
import { options } from './answer'

/** Reads an open lesson section by section to the question at its end; `each` is called at every section. */
export async function readToEnd(phone: Phone, each?: () => Promise<void>): Promise<void> {
  const next = phone.page.getByRole('button', { name: /^下一节$|^看完了，答一题$/ }).filter({ visible: true })
  const question = phone.find('学完答一题')
  for (;;) {
    await next.or(question).first().waitFor()
    if (await question.isVisible()) return
    await each?.()
    const words = await phone.text()
    await next.first().tap()
    // the section has changed before the next tap
    await phone.page.waitForFunction((before) => document.body.innerText !== before, words)
  }
}

/** Tries the question's options one after the other until the right one completes the lesson. */
export async function answerCheck(phone: Phone): Promise<void> {
  const choices = options(phone)
  for (let option = 0; option < (await choices.count()); option++) {
    await choices.nth(option).tap()
    await phone.tap(/提交答案|再试一次/)
    await phone.see(/这次没答对|已计入参与/)
    if (await phone.find('已计入参与').isVisible()) return
    await choices.nth(option).tap() // where several may be chosen, the wrong one is taken back
  }
  throw new Error('no option was right')
}
