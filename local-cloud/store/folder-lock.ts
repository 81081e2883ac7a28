import { readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Files of the lock itself, and drafts, which a process that was killed may leave behind. */
export const isLock = (entry: string): boolean => entry === 'lock' || entry.startsWith('lock.')

const isDraft = (entry: string): boolean => entry.endsWith('.draft')

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

/** The process that a lock file names, unless it is gone or is this one. */
const holderOf = (file: string): number | undefined => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const [pid = '', start = ''] = text.trim().split(' ')
  const holder = Number(pid)
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid || !isAlive(holder)) return undefined
  return start === startOf(holder) ? holder : undefined
}

const locksIn = (dir: string, mine: string): string[] =>
  readdirSync(dir).filter((entry) => isLock(entry) && !isDraft(entry) && entry !== mine)

const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Writes a file that is there whole or not at all. */
export const writeWhole = (dir: string, name: string, text: string): void => {
  const draft = path.join(dir, `lock.${process.pid}.draft`)
  writeFileSync(draft, text, { flush: true })
  renameSync(draft, path.join(dir, name))
}

/**
 * Lets one process into a folder. Each puts up a sign of its own before it looks for those of others, and takes it down
 * when it sees a living one: of two, the later to put up its sign sees the other's. Signs of the dead are not in the way,
 * so nobody ever has to take over a lock, which is where two can win.
 * @returns what lets the next one in
 */
export const lockFolder = (dir: string): (() => void) => {
  const mine = `lock.${process.pid}`
  const file = path.join(dir, mine)
  let holder: number | undefined
  // Two that begin at once may see each other and both withdraw; after a while of chance one comes first.
  for (let attempt = 0; attempt < 5; attempt++) {
    if (attempt > 0) pause(5 + Math.random() * 40 * attempt)
    writeWhole(dir, mine, `${process.pid} ${startOf(process.pid)}`)
    const others = locksIn(dir, mine)
    holder = others.map((entry) => holderOf(path.join(dir, entry))).find((pid) => pid !== undefined)
    if (holder === undefined) {
      for (const entry of others) rmSync(path.join(dir, entry), { force: true })
      return () => rmSync(file, { force: true })
    }
    unlinkSync(file)
  }
  throw new Error(`${dir} is in use by another local cloud (process ${holder}). Stop it or choose another DATA_DIR.`)
}
