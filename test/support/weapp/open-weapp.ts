import { readJson } from '../dist'
import { findShown, fireOn, pressOn, tapNode } from './events'
import { type Definition, startLogicLayer } from './logic-layer'
import { compileBuilt } from './templates'
import { startViewLayer } from './view-layer'
import { createWx, type Navigation } from './wx'
import type { Life } from './wx/options'
import { createPhone, type Phone } from './wx/phone'

/** A page as its own scripts see it. */
interface PageInstance extends Definition {
  route: string
  options: Record<string, string>
  data: unknown
  setData(change: object, done?: () => void): void
}

interface OpenPage {
  instance: PageInstance
  root: HTMLElement
  hide(): void
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

export interface WeappOptions {
  /** What a cloud function answers: the `result` and the rest of what wx.cloud.callFunction gives. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** The phone that it runs on; a new one unless told. What was stored on it is still there when the app is opened again. */
  phone?: Phone
  /** Constants that the build takes from its environment (ids of messages), put into the scripts instead of those of this build. */
  constants?: ReadonlyMap<string, string>
}

/** The platform refuses more in one setData. */
const SET_DATA_LIMIT = 1024 * 1024

/** Starts dist/weapp at its first page as WeChat would: scripts in their realm, views drawn by glass-easel. */
export async function openWeapp({ callFunction, phone = createPhone(), constants }: WeappOptions) {
  const stack: OpenPage[] = []
  const navigations: Navigation[] = []
  const problems: string[] = []
  /** UTF-8 bytes of every setData, in order. */
  const moved: number[] = []
  let killed = false
  let tapping = false
  /** Calls and setData that have not come back. */
  let underWay = 0
  const { pages, subPackages = [] } = readJson('weapp', 'app.json') as AppJson
  const declared = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]

  const life: Life = {
    get over() {
      return killed
    },
    note: (message) => void problems.push(message),
    misuse(message) {
      problems.push(message)
      throw new Error(message)
    },
  }
  const { wx, appShow, appHide, events } = createWx({
    phone,
    life,
    async callFunction(name, data) {
      underWay += 1
      return callFunction(name, data).finally(() => {
        underWay -= 1
      })
    },
    isTapping: () => tapping,
    covered: (is) => (is ? background() : foreground()),
    pages: {
      declared,
      depth: () => stack.length,
      async navigate(navigation) {
        navigations.push(navigation)
        if (navigation.api === 'navigateBack') {
          leave()
          return lifecycle(stack.at(-1), 'onShow')
        }
        if (navigation.api === 'navigateTo') await lifecycle(stack.at(-1), 'onHide')
        if (navigation.api === 'redirectTo') leave()
        if (navigation.api === 'reLaunch') while (stack.length > 0) leave()
        await open(navigation.url)
      },
    },
  })
  const note = (...parts: unknown[]) => void problems.push(parts.map(String).join(' '))
  const silent = () => {}
  const logic = startLogicLayer({
    wx,
    getCurrentPages: () => stack.map(({ instance }) => instance),
    console: { log: silent, info: silent, debug: silent, warn: note, error: note },
    constants,
  })
  const view = startViewLayer(compileBuilt(), logic.definitionOf)

  async function lifecycle(page: OpenPage | undefined, name: string, ...args: unknown[]): Promise<void> {
    const called = page?.instance[name]
    if (typeof called === 'function' && !killed) await called.apply(page?.instance, args)
  }

  function leave(): void {
    const page = stack.pop()
    void lifecycle(page, 'onUnload')
    page?.hide()
  }

  async function open(url: string): Promise<void> {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    const definition = logic.definitionOf(path)
    const instance = Object.assign({}, definition, {
      route: path,
      options: Object.fromEntries(new URLSearchParams(query)),
      data: JSON.parse(JSON.stringify(definition.data ?? {})),
      setData(change: object, done?: () => void) {
        if (killed) return
        // what crosses from the scripts to the view is text on a phone too
        const text = JSON.stringify(change)
        moved.push(new TextEncoder().encode(text).length)
        if (text.length > SET_DATA_LIMIT) throw new Error('setData:fail data is too large')
        shown.setData(JSON.parse(text))
        underWay += 1
        setTimeout(() => {
          underWay -= 1
          if (!killed) done?.()
        })
      },
    })
    const shown = view.show(path, definition, instance)
    const page = { instance, root: shown.root, hide: shown.hide }
    stack.push(page)
    await lifecycle(page, 'onLoad', instance.options)
    await lifecycle(page, 'onShow')
    await lifecycle(page, 'onReady')
  }

  const top = (): HTMLElement => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page.root
  }

  async function see(text: string, timeout = 20_000): Promise<HTMLElement> {
    const until = Date.now() + timeout
    for (;;) {
      const found = findShown(top(), text)
      if (found) return found
      if (Date.now() > until)
        throw new Error(`"${text}" is not on the page, which shows: ${top().textContent}\n${problems.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** Resolves when the app has done what it was about to do: no call, no setData and no short timer is open. */
  async function idle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve))
      quiet = underWay + logic.soon() === 0 ? quiet + 1 : 0
    }
  }

  /** What the app does at once in answer to a tap; later it is not in the tap any more. */
  function inTap(work: () => void): void {
    tapping = true
    try {
      work()
    } finally {
      tapping = false
    }
  }

  const app = logic.app as { onLaunch?(options: object): void; onShow?(options: object): void; onHide?(): void }
  const launch = { path: pages[0] ?? '', query: {}, scene: 1001, shareTicket: '', referrerInfo: {} }

  /** The app goes out of sight: another app, a locked phone, WeChat's own page over it. */
  async function background(): Promise<void> {
    await lifecycle(stack.at(-1), 'onHide')
    if (!killed) app.onHide?.()
    appHide.fire({})
  }

  async function foreground(): Promise<void> {
    if (!killed) app.onShow?.(launch)
    appShow.fire(launch)
    await lifecycle(stack.at(-1), 'onShow')
  }

  app.onLaunch?.(launch)
  app.onShow?.(launch)
  await open(launch.path)

  return {
    phone,
    navigations,
    problems,
    moved,
    see,
    idle,
    background,
    foreground,
    route: () => stack.at(-1)?.instance.route ?? '',
    text: () => top().textContent ?? '',
    root: top,
    async tap(text: string): Promise<void> {
      const node = await see(text)
      inTap(() => tapNode(node))
    },
    /** An event of one of WeChat's own components, by its class. */
    fire: (className: string, type: string, detail: object) => fireOn(top(), className, type, detail),
    /** A press of one of WeChat's own buttons, which only they answer: what it asks for, and the answer. */
    async press(className: string, openType: string, detail: object): Promise<void> {
      if (openType !== 'agreePrivacyAuthorization') await events.passPrivacy(`button_open-type_${openType}`)
      pressOn(top(), className, openType, detail, events.pressedAgree)
    },
    /** WeChat's own way back, at the top of every page but the first. */
    async back(): Promise<void> {
      if (stack.length < 2) throw new Error('there is no way back from the first page')
      leave()
      await lifecycle(stack.at(-1), 'onShow')
    },
    platform: events,
    /** Ends the process at once, as the system does when it needs the room: nothing is told to it, nothing that it began goes on. */
    kill(): void {
      killed = true
      logic.kill()
      while (stack.length > 0) stack.pop()?.hide()
    },
    close(): void {
      if (killed) return
      while (stack.length > 0) leave()
      killed = true
      logic.kill()
    },
  }
}

export type Weapp = Awaited<ReturnType<typeof openWeapp>>
