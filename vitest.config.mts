import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const base = {
  resolve: {
    alias: [
      { find: '@', replacement: path.join(root, 'src') },
      { find: /^fast-check$/, replacement: path.join(root, 'test/support/fast-check.ts') },
    ],
  },
  esbuild: { jsx: 'automatic' as const },
}
const project = (name: string, include: string[], extra: object = {}) => ({
  ...base,
  test: { name, include, root, testTimeout: 20_000, hookTimeout: 120_000, ...extra },
})

// unit: pure code, no processes. cloud: real SDK in real functions on a local cloud (needs the builds).
// screens and bench are commands of their own and no part of `npm test`.
// build: what the builds put out and how large it is. flows: a person's story in a real browser.
export default defineConfig({
  test: {
    // a test of the cloud waits for its processes half of the time: two at once on two cores, where one less than cores is the default
    maxWorkers: 2,
    projects: [
      project('unit', [
        'test/contracts/**/*.test.ts',
        'test/domain/**/*.test.ts',
        'test/content/**/*.test.ts',
        'test/services/**/*.test.ts',
        'test/components/**/*.test.{ts,tsx}',
        'test/local-cloud/unit/**/*.test.ts',
        'test/lint/**/*.test.ts',
        'test/docs/**/*.test.ts',
      ]),
      project('cloud', ['test/cloudfunctions/**/*.test.ts', 'test/local-cloud/wire/**/*.test.ts'], {
        globalSetup: ['test/support/build-functions.ts'],
        // to be sure that something hangs, not to measure: a busy machine is no failure
        testTimeout: 240_000,
      }),
      project('build', ['test/build/**/*.test.ts'], {
        globalSetup: ['test/support/build-all.ts'],
        testTimeout: 120_000,
      }),
      project('flows', ['test/flows/**/*.test.ts'], {
        globalSetup: ['test/support/build-all.ts'],
        testTimeout: 400_000,
      }),
      project('screens', ['test/screens/**/*.screens.ts'], {
        globalSetup: ['test/support/build-all.ts'],
        testTimeout: 180_000,
      }),
      project('bench', ['test/bench/**/*.bench.ts'], {
        globalSetup: ['test/support/build-functions.ts'],
        testTimeout: 600_000,
        fileParallelism: false,
      }),
    ],
  },
})
