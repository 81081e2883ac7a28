import path from 'node:path'
import { build } from 'esbuild'
import { dist, inRoot } from './paths.mjs'

/** The embedded cloud: the process and its worker. It is never deployed, so its packages stay in node_modules. */
export async function buildLocalCloud() {
  await build({
    entryPoints: { main: inRoot('local-cloud/main.ts'), worker: inRoot('local-cloud/runtime/worker.ts') },
    outdir: path.join(dist, 'local-cloud'),
    bundle: true,
    packages: 'external',
    sourcemap: true,
    charset: 'utf8',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    loader: { '.json': 'json' },
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'silent',
  })
  return 'main and worker'
}
