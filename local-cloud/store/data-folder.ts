import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { damageOf } from './database-file'
import { isLock, lockFolder, writeWhole } from './folder-lock'

const format = 1
const maker = 'chuxin-xuetang local cloud'

/** Where in a data folder the documents are, and where the files of cloud storage. */
export const databaseIn = (dir: string): string => path.join(dir, 'database')
export const filesIn = (dir: string): string => path.join(dir, 'files')

interface Manifest {
  madeBy: string
  format: number
  /** Which version of the documents' shapes it holds; absent is the first. */
  shapes?: number
}

/** A folder that this process holds alone. */
export interface DataFolder {
  readonly dir: string
  /** Nothing was in it before. */
  readonly isNew: boolean
  /** Lets the next process in. */
  release(): void
}

const readManifest = (dir: string): Manifest | null => {
  const file = path.join(dir, 'manifest.json')
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest | null
  } catch {
    return null
  }
}

/** Marks a folder as ours, with the version of the shapes of its documents. */
export const writeManifest = (dir: string, shapes: number): void =>
  writeWhole(dir, 'manifest.json', `${JSON.stringify({ madeBy: maker, format, shapes } satisfies Manifest)}\n`)

/** The version of the shapes of the documents in a folder that is ours. */
export const shapesIn = (dir: string): number => readManifest(dir)?.shapes ?? 1

const untouched = 'It was left untouched'

/** Throws when the folder holds something that is not ours, or of a format that this version does not know. */
const checkOurs = (dir: string): 'new' | 'ours' => {
  const entries = readdirSync(dir).filter((entry) => !isLock(entry))
  if (entries.length === 0) return 'new'
  const manifest = readManifest(dir)
  if (manifest?.madeBy !== maker) {
    throw new Error(`${dir} is not a data folder of the local cloud and was left untouched. Choose another DATA_DIR.`)
  }
  if (manifest.format !== format) {
    throw new Error(`${dir} has data format ${manifest.format}; this version reads format ${format}. ${untouched}.`)
  }
  return 'ours'
}

/** Throws when the functions would read documents of other shapes than they know, which goes wrong in a hundred places and not in one. */
const checkShapes = (dir: string, shapes: number): void => {
  const held = shapesIn(dir)
  if (held === shapes) return
  const age = held < shapes ? 'an earlier' : 'a later'
  throw new Error(
    `${dir} holds the data of ${age} version of this project (shapes ${held}; this version knows ${shapes}). ${untouched}. ` +
      'Go on with that version, choose another DATA_DIR, or lose this data and begin anew: npm start -- --reset',
  )
}

/** Throws when the database is torn. A folder with nothing but its manifest was never finished, and lost nothing. */
const checkWhole = (dir: string): void => {
  const entries = readdirSync(dir).filter((entry) => !isLock(entry) && entry !== 'manifest.json')
  const file = path.join(databaseIn(dir), 'data.mdb')
  const isBegun = existsSync(file) && statSync(file).size > 0
  if (!isBegun && entries.every((entry) => entry === 'database')) return
  const damage = damageOf(databaseIn(dir))
  if (damage === undefined) return
  throw new Error(`${dir} is damaged: ${damage}. ${untouched}. Start on a backup of it, or begin anew with --reset.`)
}

/** What the system's refusals mean for a data folder, in words for a person. */
const reasons: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  EFBIG: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is a file',
  ENOENT: 'it cannot be made there',
}

/** The error in a sentence that says which folder and why; any other error as it is. */
export const folderError = (dir: string, error: unknown): unknown => {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? error : new Error(`${dir} cannot be used: ${reason}. Choose another DATA_DIR.`)
}

/** The database first and the manifest last: a reset that is interrupted leaves a folder that is ours and can be reset. */
const empty = (dir: string): void => {
  const rank = (entry: string) => (entry === 'database' ? 0 : entry === 'manifest.json' ? 2 : 1)
  const entries = readdirSync(dir).filter((entry) => !isLock(entry))
  for (const entry of entries.sort((a, b) => rank(a) - rank(b))) rmSync(path.join(dir, entry), { recursive: true })
}

/**
 * Opens the data folder, making it when it is missing. A foreign, newer or torn folder, one in use, or one with documents of
 * other shapes, is refused with a sentence for a person and left untouched.
 * @param reset empties it first, if it is ours
 * @param shapes the version of the documents' shapes that will be read and written; without it any will do
 */
export const openDataFolder = (dir: string, reset: boolean, shapes?: number): DataFolder => {
  let release: (() => void) | undefined
  try {
    mkdirSync(dir, { recursive: true })
    checkOurs(dir)
    release = lockFolder(dir)
    if (reset) empty(dir)
    const isNew = checkOurs(dir) === 'new'
    if (isNew) {
      writeManifest(dir, shapes ?? 1)
    } else {
      if (shapes !== undefined) checkShapes(dir, shapes)
      checkWhole(dir)
    }
    return { dir, isNew, release }
  } catch (error) {
    release?.()
    throw folderError(dir, error)
  }
}
