import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { cp, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { databaseIn, filesIn, folderError, shapesIn, writeManifest } from './data-folder'
import { damageOf } from './database-file'
import type { Store } from './store'

/** Puts what was written to a file on disk, not only into the system's memory. */
const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Copies the documents of one moment, without the room that removed ones left behind. */
const copyDatabase = async (store: Store, target: string): Promise<void> => {
  await mkdir(target, { recursive: true })
  await store.copyTo(target)
  const file = path.join(target, 'data.mdb')
  await flush(file)
  const damage = damageOf(target)
  if (damage !== undefined) throw new Error(`the copy in ${target} cannot be used: ${damage}`)
}

const prepareTarget = (target: string): void => {
  mkdirSync(target, { recursive: true })
  if (readdirSync(target).length > 0) throw new Error(`${target} is not empty. Choose a folder that is new or empty.`)
}

/**
 * Makes a backup: a data folder like the one it comes from, on which the local cloud can be started. Writes may go on
 * meanwhile: the documents are of one moment, the files of this moment or later. The manifest comes last, so that a
 * backup that was interrupted is not taken for one.
 * @param dir the data folder that this process holds
 * @param target new or empty
 * @returns bytes of the documents
 */
export const backUp = async (store: Store, dir: string, target: string): Promise<number> => {
  try {
    prepareTarget(target)
    await copyDatabase(store, databaseIn(target))
    if (existsSync(filesIn(dir))) {
      // A file whose name begins with a dot is an upload under way.
      const filter = (source: string) => !path.basename(source).startsWith('.')
      await cp(filesIn(dir), filesIn(target), { recursive: true, filter })
    }
    writeManifest(target, shapesIn(dir))
    return statSync(path.join(databaseIn(target), 'data.mdb')).size
  } catch (error) {
    throw folderError(target, error)
  }
}

/**
 * Gives room back to the disk: puts a copy without gaps in place of the database. The exchange is one rename, so that a
 * power cut leaves the old or the new. Closes the store.
 * @param dir the data folder that this process holds
 * @returns bytes before and after
 */
export const compact = async (store: Store, dir: string): Promise<{ before: number; after: number }> => {
  const aside = path.join(dir, 'compacting')
  const file = path.join(databaseIn(dir), 'data.mdb')
  await rm(aside, { recursive: true, force: true })
  await copyDatabase(store, aside)
  await store.close()
  const before = statSync(file).size
  await rename(path.join(aside, 'data.mdb'), file)
  await rm(aside, { recursive: true })
  return { before, after: statSync(file).size }
}
