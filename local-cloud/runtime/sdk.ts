import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

const name = 'wx-server-sdk'

interface Loader {
  _load(request: string, parent: NodeModule | undefined, isMain: boolean): unknown
  wrap(code: string): string
}

/** Runs a bundled CommonJS file with what V8 compiled of it at the build; a cache of another V8 is ignored by V8 itself. */
function run(file: string): unknown {
  const cache = `${file}.cache`
  const script = new Script((Module as unknown as Loader).wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
  })
  const loaded = { exports: {} as unknown }
  script.runInThisContext()(loaded.exports, createRequire(file), loaded, file, path.dirname(file))
  return loaded.exports
}

/**
 * From here on `require('wx-server-sdk')` of this thread gives the same SDK from one file (config/build/local-cloud.mjs): a function's
 * worker starts three times as fast. Only where the project's own installation would have been loaded: a function folder with an SDK of its
 * own, as it is deployed, keeps that.
 */
export function loadSdkFrom(file: string): void {
  if (!existsSync(file)) return
  const loader = Module as unknown as Loader
  const loadAsEver = loader._load
  const own = createRequire(file).resolve(name)
  let sdk: { exports: unknown } | undefined
  loader._load = (request, parent, isMain) => {
    if (request !== name || !parent?.filename || createRequire(parent.filename).resolve(name) !== own) {
      return loadAsEver(request, parent, isMain)
    }
    sdk ??= { exports: run(file) }
    return sdk.exports
  }
}
