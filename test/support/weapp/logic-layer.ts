import path from 'node:path'
import vm from 'node:vm'
import { readText } from '../dist'

/** What a script hands to Page() or Component(): data, methods and lifecycles. */
export type Definition = Record<string, unknown>

export interface LogicLayer {
  /** What app.js handed to App(). */
  app: Definition
  /** The definition of a page or component; runs its script first. */
  definitionOf(path: string): Definition
  /** How many things are about to happen: timers that are due within a moment. */
  soon(): number
  /** The process is killed: no timer of it runs any more. */
  kill(): void
}

/** What the platform gives to scripts beside the language itself. */
export interface Surroundings {
  wx: object
  getCurrentPages(): object[]
  console: Pick<Console, 'log' | 'warn' | 'error' | 'info' | 'debug'>
  /** Constants that the build took from its environment, in place of what it put there: each must stand in the scripts. */
  constants?: ReadonlyMap<string, string>
}

/** What is set for so many ms is about to happen; what is set for longer waits for something. */
const SOON_MS = 300

/** Timers that end with the process that set them. */
function createTimers() {
  const set = new Set<NodeJS.Timeout>()
  const soon = new Set<NodeJS.Timeout>()
  let over = false
  const keep = (timer: NodeJS.Timeout) => {
    if (over) clearTimeout(timer)
    else set.add(timer)
    return timer
  }
  const forget = (timer: NodeJS.Timeout) => {
    set.delete(timer)
    soon.delete(timer)
  }
  const clear = (timer: NodeJS.Timeout) => {
    forget(timer)
    clearTimeout(timer)
  }
  return {
    api: {
      setTimeout(work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
        const timer: NodeJS.Timeout = setTimeout(() => {
          forget(timer)
          work(...args)
        }, ms)
        if (!over && (ms ?? 0) <= SOON_MS) soon.add(timer)
        return keep(timer)
      },
      setInterval: (work: () => void, ms?: number) => keep(setInterval(work, ms)),
      clearTimeout: clear,
      clearInterval: clear,
    },
    soon: () => soon.size,
    kill() {
      over = true
      for (const timer of set) clearTimeout(timer)
      set.clear()
      soon.clear()
    },
  }
}

/**
 * The scripts of dist/weapp in a realm of their own, as on a phone: the language, timers and wx, but no window, no document, no
 * Node and no Intl, which phones lack.
 */
export function startLogicLayer({ wx, getCurrentPages, console, constants }: Surroundings): LogicLayer {
  const timers = createTimers()
  const put = new Set<string>()
  const modules = new Map<string, { exports: unknown }>()
  const definitions = new Map<string, Definition>()
  let app: Definition | null = null
  let running = ''
  const define = (definition: Definition) => definitions.set(running, definition)

  const realm = vm.createContext({
    wx,
    console,
    getCurrentPages,
    getApp: () => app,
    // biome-ignore lint/correctness/noComponentHookFactories: App() is WeChat's registration, not a component
    App: (definition: Definition) => {
      app = definition
    },
    Page: define,
    Component: define,
    ...timers.api,
  })
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer', realm)

  const sourceOf = (file: string): string =>
    [...(constants ?? [])].reduce(
      (source, [built, wanted]) => {
        if (!source.includes(built)) return source
        put.add(built)
        return source.split(built).join(wanted)
      },
      readText('weapp', `${file}.js`),
    )

  function load(file: string): unknown {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const body = `(function (require, module, exports) {${sourceOf(file)}\n})`
    const script = vm.runInContext(body, realm, { filename: `dist/weapp/${file}.js` }) as (...args: unknown[]) => void
    const outer = running
    running = file
    script(
      (relative: string) => load(path.posix.join(path.posix.dirname(file), relative.replace(/\.js$/, ''))),
      module,
      module.exports,
    )
    running = outer
    return module.exports
  }

  load('app')
  if (!app) throw new Error('app.js registered no App')
  return {
    app,
    definitionOf(page) {
      load(page)
      const definition = definitions.get(page)
      if (!definition) throw new Error(`${page}.js registered neither a Page nor a Component`)
      return definition
    },
    soon: timers.soon,
    kill() {
      timers.kill()
      const lacking = [...(constants ?? new Map()).keys()].filter((built) => !put.has(built))
      if (lacking.length > 0) throw new Error(`the scripts that ran do not have ${lacking.join()}`)
    },
  }
}
