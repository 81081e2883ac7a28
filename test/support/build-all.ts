import { build } from '../../config/build-lib.mjs'

/** Before tests of what the builds put out, and of the pages in a browser. */
export default async function setup(): Promise<void> {
  await build(undefined, console.log)
}
