import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

const format = 1
const maker = 'chuxin-xuetang local cloud'

interface Manifest {
  madeBy: string
  format: number
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
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch {
    return { madeBy: 'someone else', format: 0 }
  }
}

/** Throws when the folder holds something that is not ours, or of a format that this version does not know. */
const checkOurs = (dir: string): 'new' | 'ours' => {
  const entries = readdirSync(dir).filter((entry) => entry !== 'lock')
  if (entries.length === 0) return 'new'
  const manifest = readManifest(dir)
  if (manifest?.madeBy !== maker) {
    throw new Error(`${dir} is not a data folder of the local cloud and was left untouched. Choose another DATA_DIR.`)
  }
  if (manifest.format !== format) {
    throw new Error(
      `${dir} has data format ${manifest.format}; this version reads format ${format}. It was left untouched.`,
    )
  }
  return 'ours'
}

/** A process that has ended, or a zombie, holds nothing. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Only one process may write: a file with the holder's pid, taken over when that process is gone. */
const takeLock = (dir: string): (() => void) => {
  const file = path.join(dir, 'lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => {
        if (existsSync(file) && readFileSync(file, 'utf8') === String(process.pid)) unlinkSync(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder !== process.pid && Number.isInteger(holder) && holder > 0 && isAlive(holder)) {
      throw new Error(
        `${dir} is in use by another local cloud (process ${holder}). Stop it or choose another DATA_DIR.`,
      )
    }
    unlinkSync(file)
  }
  throw new Error(`${dir} could not be locked`)
}

/**
 * Opens the data folder, making it when it is missing. A foreign or newer folder is refused and left untouched.
 * @param reset empties it first, if it is ours
 */
export const openDataFolder = (dir: string, reset: boolean): DataFolder => {
  mkdirSync(dir, { recursive: true })
  checkOurs(dir)
  const release = takeLock(dir)
  try {
    if (reset) {
      for (const entry of readdirSync(dir)) {
        if (entry !== 'lock') rmSync(path.join(dir, entry), { recursive: true })
      }
    }
    const isNew = checkOurs(dir) === 'new'
    if (isNew)
      writeFileSync(
        path.join(dir, 'manifest.json'),
        `${JSON.stringify({ madeBy: maker, format } satisfies Manifest)}\n`,
      )
    return { dir, isNew, release }
  } catch (error) {
    release()
    throw error
  }
}
