import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** Longer than a call waits for its answer: a busy machine is not a failure. */
const PATIENCE_MS = 30_000
const shots = path.resolve(import.meta.dirname, '../../.tmp/shots')

/** A person's phone in a flow: what they see and tap, in words. */
export class Phone {
  /** Uncaught errors and everything that the pages wrote to the console as an error. */
  readonly errors: string[] = []

  constructor(
    /** For whatever has no word here. */
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text())
    })
  }

  /** Opens a path of the app: '/', '/#/pages/quiz/index?quizId=…'. */
  async goto(pathInApp: string): Promise<void> {
    await this.page.goto(pathInApp)
  }

  /** The visible element that shows this text. */
  find(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first()
  }

  /** Waits until the text can be seen. */
  async see(text: string | RegExp, timeout = PATIENCE_MS): Promise<void> {
    await this.find(text).waitFor({ state: 'visible', timeout })
  }

  /** Waits for the text and taps it with a finger. */
  async tap(text: string | RegExp): Promise<void> {
    await this.find(text).tap({ timeout: PATIENCE_MS })
  }

  /** Taps a button by its whole name: other texts on the page may speak of the same thing. */
  async press(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
    await button.tap({ timeout: PATIENCE_MS })
  }

  /** Waits until the page has come to rest: its fonts and pictures are there, and what moves once has moved. */
  async rest(): Promise<void> {
    await this.page.evaluate(async () => {
      const endless = (animation: Animation) => animation.effect?.getComputedTiming().iterations === Infinity
      // two frames: what was rendered last is laid out, and its transitions have begun
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await document.fonts.ready
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
      const moving = document.getAnimations().filter((animation) => !endless(animation))
      await Promise.all(moving.map((animation) => animation.finished.catch(() => {})))
    })
  }

  /** Everything that can be read on the page now. */
  async text(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** Cuts the phone off the network, or gives it back. */
  async offline(off: boolean): Promise<void> {
    await this.page.context().setOffline(off)
  }

  /**
   * Ends the app as an empty battery does. Closing the page is not that: it gives the network back and lets the page say farewell, so its answers could
   * still reach the server.
   */
  async die(): Promise<void> {
    const dead = this.page.waitForEvent('crash')
    // never answered: the page is gone
    void this.page.goto('chrome://crash').catch(() => {})
    await dead
    await this.page.close()
  }

  /** Elements whose content is wider than they are although nothing lets a person scroll it: what is cut off. */
  async cutOff(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.taro_page *')]
        .filter((element) => {
          const style = getComputedStyle(element)
          const hides = style.overflowX === 'hidden' || style.overflowX === 'clip'
          return hides && element.scrollWidth > element.clientWidth + 1 && element.textContent?.trim() !== ''
        })
        .map((element) => (element.textContent ?? '').trim().slice(0, 60)),
    )
  }

  /** A picture of the whole page in .tmp/shots; resolves to its path. */
  async shot(name: string): Promise<string> {
    mkdirSync(shots, { recursive: true })
    const file = path.join(shots, `${name}.png`)
    await this.page.screenshot({ path: file, fullPage: true })
    return file
  }
}
