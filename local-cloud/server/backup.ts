import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { backUp } from '../store/backup'
import type { Store } from '../store/store'
import { checkAdmin } from './access'
import { HttpError, readJson, sendJson } from './http'

/** `POST /local/backup {folder}`: a backup while the cloud runs, into a new or empty folder given by its whole path. */
export const answerBackup =
  (store: Store, dataDir: string) => async (request: IncomingMessage, response: ServerResponse) => {
    checkAdmin(request)
    const { folder } = await readJson(request, 10 * 1024)
    if (typeof folder !== 'string' || !path.isAbsolute(folder)) throw new HttpError(400, 'folder: a whole path')
    let bytes: number
    try {
      bytes = await backUp(store, dataDir, folder)
    } catch (error) {
      throw new HttpError(400, (error as Error).message)
    }
    sendJson(response, 200, { folder, bytes })
  }
