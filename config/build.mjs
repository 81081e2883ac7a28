// npm run build [functions] [local-cloud] [weapp] [h5]: builds what is stale among those named, or everything.
import { build, targetNames } from './build-lib.mjs'

const named = process.argv.slice(2)
try {
  await build(named.length > 0 ? named : targetNames, console.log)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
