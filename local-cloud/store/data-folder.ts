import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
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

const isLock = (entry: string) => entry === 'lock' || entry.startsWith('lock.')

/** Throws when the folder holds something that is not ours, or of a format that this version does not know. */
const checkOurs = (dir: string): 'new' | 'ours' => {
  const entries = readdirSync(dir).filter((entry) => !isLock(entry))
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

/** When a process began, in the kernel's ticks: tells a process from a later one of the same number. Linux only. */
const startOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process that holds the lock, unless it has ended. */
const holderOf = (lock: string): number | undefined => {
  const [pid = '', start = ''] = lock.trim().split(' ')
  const holder = Number(pid)
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid || !isAlive(holder)) return undefined
  return start === startOf(holder) ? holder : undefined
}

/** Only one process may write: a file that names the holder, taken over when that process is gone. */
const takeLock = (dir: string): (() => void) => {
  const file = path.join(dir, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  // A link appears with its content or not at all; a half-written lock would look like a stale one.
  const draft = path.join(dir, `lock.${process.pid}`)
  writeFileSync(draft, mine)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      linkSync(draft, file)
      unlinkSync(draft)
      return () => {
        if (existsSync(file) && readFileSync(file, 'utf8') === mine) unlinkSync(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = holderOf(readFileSync(file, 'utf8'))
    if (holder !== undefined) {
      unlinkSync(draft)
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
        if (!isLock(entry)) rmSync(path.join(dir, entry), { recursive: true })
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
