import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from './build/functions.mjs'
import { buildLocalCloud } from './build/local-cloud.mjs'
import { withLock } from './build/lock.mjs'
import { buildMiniProgram } from './build/mini-program.mjs'
import { dist, inRoot } from './build/paths.mjs'
import { clearStamp, hashOf, isStale, writeStamp } from './build/stale.mjs'

const always = ['package-lock.json', 'tsconfig.json']
const shared = ['src/contracts', 'src/domain']
// of config/, what Taro reads: its configuration and plug-ins, not the scripts and lint rules beside them
const taro = readdirSync(inRoot('config')).filter((file) => /\.[jt]s$/.test(file))
const pages = [
  ...[...always, 'src', 'babel.config.js', 'package.json', 'project.config.json', 'config/build/mini-program.mjs'],
  ...taro.map((file) => `config/${file}`),
]

/** What can be built: its inputs (a change of one makes it stale), a file that it puts out, and how. */
const targets = {
  functions: {
    inputs: [...always, ...shared, 'cloudfunctions', 'config/build/functions.mjs', 'config/build/database.mjs'],
    output: 'database.json',
    make: buildFunctions,
  },
  'local-cloud': {
    inputs: [...always, ...shared, 'local-cloud', 'content', 'cloudfunctions/_data', 'config/build/local-cloud.mjs'],
    output: 'local-cloud/main.js',
    make: buildLocalCloud,
  },
  weapp: { inputs: pages, output: 'weapp/app.json', make: () => buildMiniProgram('weapp') },
  h5: { inputs: pages, output: 'h5/index.html', make: () => buildMiniProgram('h5') },
}

export const targetNames = Object.keys(targets)

async function buildOne(name, log) {
  const target = targets[name]
  if (!target) throw new Error(`There is no build called "${name}"; there are: ${targetNames.join(', ')}.`)
  const make = async () => {
    const hash = hashOf(target.inputs)
    if (!isStale(name, hash, path.join(dist, target.output))) return log(`${name}: up to date`)
    log(`${name}: building …`)
    clearStamp(name)
    const began = performance.now()
    const what = await target.make()
    writeStamp(name, hash)
    return log(`${name}: ${what}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  await withLock(name, make, (owner) => log(`${name}: waiting for the build of process ${owner} (dist/.locks/${name})`))
}

/** Builds what is stale among `names`, side by side; `log` gets a short line for each step. Throws when a build fails. */
export async function build(names = targetNames, log = () => {}) {
  const results = await Promise.allSettled(names.map((name) => buildOne(name, log)))
  const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason)
  if (failed.length > 0)
    throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.map((error) => error.message).join('\n'))
}
