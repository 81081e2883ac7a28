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
}

/** What the platform gives to scripts beside the language itself. */
export interface Surroundings {
  wx: object
  getCurrentPages(): object[]
  console: Pick<Console, 'log' | 'warn' | 'error' | 'info' | 'debug'>
}

/**
 * The scripts of dist/weapp in a realm of their own, as on a phone: the language, timers and wx, but no window, no document, no
 * Node and no Intl, which phones lack.
 */
export function startLogicLayer({ wx, getCurrentPages, console }: Surroundings): LogicLayer {
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
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  })
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer', realm)

  function load(file: string): unknown {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const body = `(function (require, module, exports) {${readText('weapp', `${file}.js`)}\n})`
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
  }
}
