// What tests import as 'fast-check' (vitest.config.mts): the package itself, with the seed of the run.
// `npm test` fixes it, so that whether a change lands never depends on luck; `npm run check`, run many times a day, tries other cases each time.
import fc from '../../node_modules/fast-check/lib/fast-check.js'

const seed = process.env.FC_SEED
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })

export * from '../../node_modules/fast-check/lib/fast-check.js'
export default fc
