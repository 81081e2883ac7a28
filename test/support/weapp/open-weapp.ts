import { readJson } from '../dist'
import { findShown, fireOn, tapNode } from './events'
import { type Definition, startLogicLayer } from './logic-layer'
import { compileBuilt } from './templates'
import { startViewLayer } from './view-layer'
import { createWx, type Navigation } from './wx'

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

export interface WeappOptions {
  /** What a cloud function answers: the `result` and the rest of what wx.cloud.callFunction gives. */
  callFunction(name: string, data: unknown): Promise<unknown>
}

/** The platform refuses more in one setData. */
const SET_DATA_LIMIT = 1024 * 1024

/** Starts dist/weapp at its first page as WeChat would: scripts in their realm, views drawn by glass-easel. */
export async function openWeapp({ callFunction }: WeappOptions) {
  const stack: OpenPage[] = []
  const navigations: Navigation[] = []
  const problems: string[] = []
  /** UTF-8 bytes of every setData, in order. */
  const moved: number[] = []

  const { wx, storage, titles, events } = createWx({
    callFunction,
    async navigate(navigation) {
      navigations.push(navigation)
      if (navigation.api === 'navigateBack') {
        leave()
        return life(stack.at(-1), 'onShow')
      }
      if (navigation.api === 'navigateTo') await life(stack.at(-1), 'onHide')
      if (navigation.api === 'redirectTo') leave()
      if (navigation.api === 'reLaunch') while (stack.length > 0) leave()
      await open(navigation.url)
    },
  })
  const note = (...parts: unknown[]) => void problems.push(parts.map(String).join(' '))
  const silent = () => {}
  const logic = startLogicLayer({
    wx,
    getCurrentPages: () => stack.map(({ instance }) => instance),
    console: { log: silent, info: silent, debug: silent, warn: note, error: note },
  })
  const view = startViewLayer(compileBuilt(), logic.definitionOf)

  async function life(page: OpenPage | undefined, name: string, ...args: unknown[]): Promise<void> {
    const lifecycle = page?.instance[name]
    if (typeof lifecycle === 'function') await lifecycle.apply(page?.instance, args)
  }

  function leave(): void {
    const page = stack.pop()
    void life(page, 'onUnload')
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
        // what crosses from the scripts to the view is text on a phone too
        const text = JSON.stringify(change)
        moved.push(new TextEncoder().encode(text).length)
        if (text.length > SET_DATA_LIMIT) throw new Error('setData:fail data is too large')
        shown.setData(JSON.parse(text))
        setTimeout(() => done?.())
      },
    })
    const shown = view.show(path, definition, instance)
    const page = { instance, root: shown.root, hide: shown.hide }
    stack.push(page)
    await life(page, 'onLoad', instance.options)
    await life(page, 'onShow')
    await life(page, 'onReady')
  }

  const top = (): HTMLElement => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page.root
  }

  async function see(text: string, timeout = 10_000): Promise<HTMLElement> {
    const until = Date.now() + timeout
    for (;;) {
      const found = findShown(top(), text)
      if (found) return found
      if (Date.now() > until)
        throw new Error(`"${text}" is not on the page, which shows: ${top().textContent}\n${problems.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const launch = logic.app as { onLaunch?(options: object): void; onShow?(options: object): void }
  const [home = ''] = (readJson('weapp', 'app.json') as { pages: string[] }).pages
  const options = { path: home, query: {}, scene: 1001, shareTicket: '', referrerInfo: {} }
  launch.onLaunch?.(options)
  launch.onShow?.(options)
  await open(home)

  return {
    navigations,
    problems,
    moved,
    storage,
    titles,
    see,
    route: () => stack.at(-1)?.instance.route ?? '',
    text: () => top().textContent ?? '',
    tap: async (text: string) => tapNode(await see(text)),
    /** An event of one of WeChat's own components, by its class. */
    fire: (className: string, type: string, detail: object) => fireOn(top(), className, type, detail),
    platform: events,
    close: () => {
      while (stack.length > 0) leave()
    },
  }
}
