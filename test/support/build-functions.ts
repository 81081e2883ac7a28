import { build } from '../../config/build-lib.mjs'

/** Before tests that run functions on a local cloud: both as they are shipped. */
export default async function setup(): Promise<void> {
  await build(['functions', 'local-cloud'], console.log)
}
