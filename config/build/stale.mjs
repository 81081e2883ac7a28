import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dist, inRoot, root } from './paths.mjs'

const stampOf = (name) => path.join(dist, '.stamps', name)

function* filesUnder(file) {
  if (!existsSync(file)) return
  if (!statSync(file).isDirectory()) {
    yield file
    return
  }
  for (const name of readdirSync(file).sort()) yield* filesUnder(path.join(file, name))
}

/** A hash over the names and contents of files and folders (relative to the checkout). Times play no part: a fresh clone is not stale by its dates. */
export function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const input of inputs) {
    for (const file of filesUnder(inRoot(input))) {
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/** Whether `output` is missing or was built from other inputs. */
export function isStale(name, hash, output) {
  return !existsSync(output) || !existsSync(stampOf(name)) || readFileSync(stampOf(name), 'utf8') !== hash
}

/** Forgets a build before it is made again, so that one that is interrupted counts as not made. */
export const clearStamp = (name) => rmSync(stampOf(name), { force: true })

export function writeStamp(name, hash) {
  mkdirSync(path.dirname(stampOf(name)), { recursive: true })
  writeFileSync(stampOf(name), hash)
}
