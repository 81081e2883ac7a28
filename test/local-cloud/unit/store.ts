import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseSchema } from '../../../local-cloud/store/schema'
import type { StoreOptions } from '../../../local-cloud/store/store'
import { Store } from '../../../local-cloud/store/store'

/** A store in a temporary folder, with what ends it. */
export const temporaryStore = (collections: Record<string, unknown>, options: StoreOptions = {}) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'store-'))
  const open = (declared = collections) => new Store(dir, parseSchema({ collections: declared }), options)
  const store = open()
  return {
    dir,
    store,
    reopen: open,
    end: async () => {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
