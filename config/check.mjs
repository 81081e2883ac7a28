// npm run check: types, lint and the unit tests, before every commit.
import { runStep, tools } from './run-step.mjs'

const steps = [
  await runStep('types', tools.tsc),
  await runStep('lint', tools.biome),
  await runStep('unit tests', [...tools.vitest, '--project', 'unit', '--reporter', 'dot']),
]
const failed = steps.filter(({ passed }) => !passed)
if (failed.length > 0) {
  console.error(`\nNot ready to commit: ${failed.map(({ title }) => title).join(', ')}.`)
  process.exitCode = 1
}
