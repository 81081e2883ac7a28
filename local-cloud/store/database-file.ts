import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** LMDB's file begins with two meta pages; the newer one that is whole counts. Offsets within such a page. */
const meta = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, end: 160 }
const magic = 0xbeefc0de

interface Meta {
  pageSize: number
  lastPage: number
  transaction: bigint
}

const readMeta = (file: number, at: number): Meta | undefined => {
  const page = Buffer.alloc(meta.end)
  if (readSync(file, page, 0, meta.end, at) < meta.end || page.readUInt32LE(meta.magic) !== magic) return undefined
  return {
    pageSize: page.readUInt32LE(meta.pageSize),
    lastPage: Number(page.readBigUInt64LE(meta.lastPage)),
    transaction: page.readBigUInt64LE(meta.transaction),
  }
}

/**
 * Reads every page, the lists of free ones too, of a copy in a process of its own: LMDB maps the file into memory, and a page that is missing ends the
 * process that touches it.
 */
const isReadable = (file: string): boolean => {
  const copy = mkdtempSync(path.join(tmpdir(), 'database-'))
  const script = `
    require(process.argv[1])
      .open({ path: process.argv[2], readOnly: true })
      .backup(process.argv[2] + '/copy', true)
      .then(() => process.exit(0), () => process.exit(1))`
  try {
    copyFileSync(file, path.join(copy, 'data.mdb'))
    mkdirSync(path.join(copy, 'copy'))
    const lmdb = createRequire(process.argv[1] ?? '/').resolve('lmdb')
    return spawnSync(process.execPath, ['-e', script, lmdb, copy], { stdio: 'ignore' }).status === 0
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** What is wrong with the database in a folder, or undefined when it can be opened. Changes nothing. */
export const damageOf = (dir: string): string | undefined => {
  const name = path.join(dir, 'data.mdb')
  if (!existsSync(name)) return 'its database is missing'
  const file = openSync(name, 'r')
  try {
    const { size } = fstatSync(file)
    const first = readMeta(file, 0)
    const second = readMeta(file, first?.pageSize ?? 4096)
    if (!first || !second) return 'its database is not one, or its beginning is damaged'
    const newest = first.transaction > second.transaction ? first : second
    // The last pages may have been freed and never written; then every page that is in use can be read.
    if (size < (newest.lastPage + 1) * newest.pageSize && !isReadable(name)) {
      return `its database ends too early (${size} of ${(newest.lastPage + 1) * newest.pageSize} bytes)`
    }
    return undefined
  } finally {
    closeSync(file)
  }
}
