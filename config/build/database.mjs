import { build } from 'esbuild'
import { inRoot } from './paths.mjs'

/** Every collection with its indexes, closed to direct client access: only functions read and write. */
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
  const { collections } = await import(`data:text/javascript;base64,${source}`)
  const closed = { read: false, write: false }
  return {
    collections: Object.fromEntries(
      Object.entries(collections).map(([name, { about, indexes }]) => [name, { about, rules: closed, indexes }]),
    ),
  }
}
