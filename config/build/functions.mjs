import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { describeDatabase } from './database.mjs'
import { dist, inRoot } from './paths.mjs'

const output = path.join(dist, 'cloudfunctions')
const contents = path.join(dist, 'contents')
const json = (value) => `${JSON.stringify(value, null, 2)}\n`

/** The functions: the folders of cloudfunctions/ that have an index.ts; those with a leading underscore are shared code. */
export function functionNames() {
  return readdirSync(inRoot('cloudfunctions'))
    .filter((name) => !name.startsWith('_') && existsSync(inRoot('cloudfunctions', name, 'index.ts')))
    .sort()
}

function describe(name) {
  const config = inRoot('cloudfunctions', name, 'config.json')
  if (!existsSync(config))
    throw new Error(`cloudfunctions/${name} has no config.json (timeout, permissions.openapi, triggers)`)
  JSON.parse(readFileSync(config, 'utf8'))
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const folder = path.join(output, name)
  mkdirSync(folder, { recursive: true })
  copyFileSync(config, path.join(folder, 'config.json'))
  const sdk = { 'wx-server-sdk': dependencies['wx-server-sdk'] }
  writeFileSync(
    path.join(folder, 'package.json'),
    json({ name, version: '1.0.0', private: true, main: 'index.js', dependencies: sdk }),
  )
}

/** One CommonJS file, as it is deployed: everything inside but the SDK, which the platform installs. */
async function buildFunction(name) {
  const { metafile } = await build({
    entryPoints: [inRoot('cloudfunctions', name, 'index.ts')],
    outfile: path.join(output, name, 'index.js'),
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'cjs',
    platform: 'node',
    target: 'node16',
    external: ['wx-server-sdk'],
    loader: { '.json': 'json' },
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'silent',
    metafile: true,
  })
  // which sources and packages are inside, for the tests of the builds
  writeFileSync(path.join(contents, `${name}.json`), json(Object.keys(metafile.inputs).sort()))
  describe(name)
}

/** Builds every function into a folder that can be deployed, and dist/database.json with the rules. A function that fails does not keep the others from being built. */
export async function buildFunctions() {
  const names = functionNames()
  mkdirSync(output, { recursive: true })
  mkdirSync(contents, { recursive: true })
  for (const old of readdirSync(output)) {
    if (!names.includes(old)) rmSync(path.join(output, old), { recursive: true })
  }
  const results = await Promise.allSettled(names.map(buildFunction))
  for (const [file, content] of Object.entries(await describeDatabase()))
    writeFileSync(path.join(dist, file), json(content))
  const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message)
  if (failed.length > 0) throw new Error(failed.join('\n'))
  return `${names.length} functions`
}
