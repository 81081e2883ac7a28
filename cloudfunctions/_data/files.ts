import { createHmac } from 'node:crypto'
import cloud from 'wx-server-sdk'
// it initialises the SDK
import './database'
import { secretKey } from './secrets'

export interface StoredFile {
  readonly fileId: string
  /** Where anyone can download it for `URL_SECONDS`. */
  readonly url: string
}

const URL_SECONDS = 600

/**
 * A path that stands for a name and that nobody can work out from it: `<folder>/<256 bits>/<file>`. The same name has the same path, so that
 * writing it again replaces it.
 */
export async function secretPath(folder: string, name: string, file: string): Promise<string> {
  const mac = createHmac('sha256', await secretKey('files'))
    .update(`${folder}/${name}`)
    .digest('base64url')
  return `${folder}/${mac}/${file}`
}

/** Writes a file at a path of the environment's storage, replacing what was there. Two storage requests. */
export async function storeFile(cloudPath: string, content: Buffer): Promise<StoredFile> {
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
  return { fileId: fileID, url: await temporaryUrl(fileID, URL_SECONDS) }
}

/** An address of a stored file, good for some seconds (a day at most). Throws when there is no such file. One storage request. */
export async function temporaryUrl(fileId: string, seconds: number): Promise<string> {
  const answer = await cloud.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] })
  const [file] = answer ? answer.fileList : []
  // the SDK answers per file: a refusal is a status, not an exception
  if (!file?.tempFileURL) throw new Error(`no address for the stored file: ${file?.status} ${file?.errMsg}`)
  return file.tempFileURL
}

/** Takes a stored file away; one that is not there is no error. One storage request. */
export async function removeFile(fileId: string): Promise<void> {
  const answer = await cloud.deleteFile({ fileList: [fileId] })
  const [file] = answer ? answer.fileList : []
  // status 0: gone; a file that was not there is refused by its own status, in words that differ by platform
  if (file && file.status !== 0 && !/NONEXIST|not ?exist/i.test(`${file.status} ${file.errMsg}`))
    throw new Error(`the stored file could not be removed: ${file.status} ${file.errMsg}`)
}
