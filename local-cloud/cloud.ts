import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Chaos } from './chaos/chaos'
import { underChaos } from './chaos/database-requests'
import { Clock } from './clock'
import { openPlatform } from './openapi/open-platform'
import { readFunctions } from './runtime/functions'
import { FunctionRuntime } from './runtime/runtime'
import { Logins } from './server/access'
import { answerBackup } from './server/backup'
import { answerCall } from './server/call'
import { reportChaos, setChaos } from './server/chaos'
import { listDocuments, putDocuments } from './server/documents'
import { router } from './server/router'
import { answerStatic } from './server/static'
import { answerStorage } from './server/stored-files'
import type { Settings } from './settings'
import { SignedTokens } from './signed-tokens'
import { FileStore } from './storage/file-store'
import { openDataFolder } from './store/data-folder'
import { readSchema, readShapes } from './store/schema'
import { Store } from './store/store'
import { Timers } from './timers/timers'
import { answerAdmin } from './wire/admin'
import { databaseReads } from './wire/database-read'
import { databaseWrites } from './wire/database-write'
import { functionActions } from './wire/functions'
import { RequestCounter } from './wire/request-counter'
import { canDownload, storageActions } from './wire/storage'

/** Random bytes that outlive a restart, so that URLs and tokens signed before it still hold. */
const keptKey = async (store: Store): Promise<Buffer> => {
  const known = store.note<string>('key')
  if (known) return Buffer.from(known, 'hex')
  const key = randomBytes(32)
  await store.putNote('key', key.toString('hex'))
  return key
}

/** The whole cloud in this process. `start` listens; until then nobody can reach it. */
export const openCloud = async (settings: Settings) => {
  const schema = readSchema(settings.databaseFile)
  const functions = readFunctions(settings.functionsDir)
  const folder = openDataFolder(settings.dataDir, settings.reset, readShapes(settings.databaseFile))
  const store = new Store(path.join(folder.dir, 'database'), schema)
  const key = await keptKey(store)
  let baseUrl = ''
  const clock = new Clock()
  const tokens = new SignedTokens(key, 'invocation')
  const runtime = new FunctionRuntime(functions, tokens, clock, () => `${baseUrl}/admin`)
  const chaos = new Chaos(settings.chaos)
  runtime.onEnd((id) => chaos.forget(id))
  const timers = new Timers(runtime, clock, store, chaos)
  const logins = new Logins(store, new SignedTokens(key, 'login'))
  const counter = new RequestCounter()
  const files = new FileStore(path.join(folder.dir, 'files'), key)
  const actions = new Map(
    Object.entries({
      ...databaseReads(store),
      ...databaseWrites(store, () => chaos.strikes('commitConflict')),
      ...functionActions(runtime),
      ...storageActions(files, () => baseUrl),
    }),
  )
  const platform = openPlatform({ store, runtime, clock, logins, downloads: canDownload(files, () => baseUrl) })
  const disturb = underChaos(chaos, runtime)
  const server = createServer(
    router({
      admin: answerAdmin({ actions, openApis: platform.openApis, tokens, counter, clock, disturb }),
      call: answerCall({ runtime, logins, counter, chaos, visits: platform.visits, clock }),
      storage: answerStorage(files, clock),
      web: answerStatic(settings.webDir),
      putDocuments: putDocuments(store),
      listDocuments: listDocuments(store),
      backUp: answerBackup(store, folder.dir),
      local: {
        'POST /local/chaos': setChaos(chaos),
        'GET /local/chaos': reportChaos(chaos),
        ...platform.routes,
      },
      runtime,
      timers,
      clock,
      outbox: platform.outbox,
      logins,
    }),
  )
  // The SDK's connections are reused; closing them under it would look like a lost request.
  server.keepAliveTimeout = 75_000

  /** Listens at 127.0.0.1 only and gives the address. */
  const start = async (): Promise<string> => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(settings.port, '127.0.0.1', resolve)
    })
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    platform.pushes.start()
    return baseUrl
  }

  const close = async (): Promise<void> => {
    timers.stop()
    platform.pushes.stop()
    server.close()
    server.closeAllConnections()
    await runtime.end()
    await store.close()
    folder.release()
  }

  return { store, runtime, timers, clock, logins, files, start, close }
}

export type Cloud = Awaited<ReturnType<typeof openCloud>>
