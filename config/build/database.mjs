import { build } from 'esbuild'
import { inRoot } from './paths.mjs'

/**
 * What a deployment needs to know of data: every collection with its indexes, and the rules that close collections and storage to clients. By
 * the names of the files in dist/.
 */
export async function describeDatabase() {
  const { outputFiles } = await build({
    entryPoints: [inRoot('cloudfunctions/_data/collections.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  })
  const source = Buffer.from(outputFiles[0].contents).toString('base64')
  const { collections, clientRules, shapes } = await import(`data:text/javascript;base64,${source}`)
  const each = (describe) =>
    Object.fromEntries(Object.entries(collections).map((entry) => [entry[0], describe(entry[1])]))
  return {
    'database.json': { shapes, collections: each(({ about, indexes }) => ({ about, rules: clientRules, indexes })) },
    'database.rules.json': each(() => clientRules),
    'storage.rules.json': clientRules,
  }
}
