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

/** Creates the lock file, which holds the owner's pid; false when somebody else has it. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  try {
    const owner = readFileSync(file, 'utf8')
    // an owner that was killed cannot release; an empty file is one that is just being written
    if (owner !== '' && !isAlive(Number(owner))) rmSync(file, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return false
}

/** Runs `work` while no other process (and no other call in this one) builds `name`. */
export async function withLock(name, work) {
  const file = path.join(dist, '.locks', name)
  mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await wait(100)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
