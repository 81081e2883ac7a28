import { existsSync } from 'node:fs'
import path from 'node:path'
import { log } from './log'
import { backUp, compact } from './store/backup'
import { databaseIn, openDataFolder } from './store/data-folder'
import { Store } from './store/store'

/** What can be done with a data folder instead of starting on it. */
export type Command = { name: 'backup'; target: string } | { name: 'compact' }

/** Reads `--backup <folder>` or `--compact` from the command line; undefined when it asks for neither. */
export const readCommand = (argv: readonly string[]): Command | undefined => {
  const at = argv.indexOf('--backup')
  if (at >= 0) {
    const target = argv[at + 1]
    if (target === undefined || target.startsWith('--')) throw new Error('--backup needs a folder: --backup <folder>')
    return { name: 'backup', target: path.resolve(target) }
  }
  return argv.includes('--compact') ? { name: 'compact' } : undefined
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Runs a command on a data folder that nobody uses. Throws a sentence for a person when it cannot. */
export const runCommand = async (command: Command, dataDir: string): Promise<void> => {
  if (!existsSync(databaseIn(dataDir))) throw new Error(`${dataDir} holds no data of the local cloud`)
  const folder = openDataFolder(dataDir, false)
  try {
    // Without a declaration the store opens, and leaves alone, whatever collections there are.
    const store = new Store(databaseIn(dataDir), new Map())
    if (command.name === 'compact') {
      const { before, after } = await compact(store, dataDir)
      log.info(`${dataDir}: ${megabytes(before)} before, ${megabytes(after)} now`)
    } else {
      const bytes = await backUp(store, dataDir, command.target)
      await store.close()
      log.info(`${command.target}: a backup of ${dataDir}, ${megabytes(bytes)} of documents`)
    }
  } finally {
    folder.release()
  }
}
