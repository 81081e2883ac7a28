import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dist } from './paths.mjs'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Creates the lock file, which holds the owner's pid; false when it exists. */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** The pid in the lock file; empty while it is being written, or when it has just gone. */
function ownerOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return ''
  }
}

/** Removes the lock of an owner that was killed and so cannot release it. One process at a time looks, else two could take over. */
function clearDead(file) {
  const broom = `${file}.broom`
  if (!create(broom)) return
  const owner = ownerOf(file)
  if (owner !== '' && !isAlive(Number(owner))) rmSync(file, { force: true })
  rmSync(broom, { force: true })
}

/** Runs `work` while no other process (and no other call in this one) builds `name`; `onWait` hears whom it waits for. */
export async function withLock(name, work, onWait = () => {}) {
  const file = path.join(dist, '.locks', name)
  mkdirSync(path.dirname(file), { recursive: true })
  for (let turn = 0; !create(file); turn += 1) {
    clearDead(file)
    if (turn === 1) onWait(ownerOf(file))
    await wait(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
