import { CloudError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath, cloudPathOf, fileIdOf } from '../storage/file-store'
import type { WireActions, WireRequest } from './request'
import { textParam } from './request'

/** An upload must begin within this time (ms). */
const uploadTime = 15 * 60_000
/** How long (s) a download URL holds unless the request says otherwise, and at most: documents say ten minutes and a day. */
const defaultMaxAge = 10 * 60
const longestMaxAge = 24 * 60 * 60
/** File ids of one request at most. */
const maxFiles = 50

const listParam = ({ params }: WireRequest, name: string): unknown[] => {
  const list = params[name]
  if (!Array.isArray(list) || list.length === 0 || list.length > maxFiles) {
    throw new CloudError('INVALID_PARAM', `${name} must be a list of 1 to ${maxFiles}`)
  }
  return list
}

/** The existing file of an id, else the code that the SDK reports for this one file. */
const existing = (files: FileStore, fileId: string): { cloudPath: string } | { code: string } => {
  const cloudPath = cloudPathOf(fileId)
  return cloudPath !== undefined && files.exists(cloudPath) ? { cloudPath } : { code: 'STORAGE_FILE_NONEXIST' }
}

/** Whether a URL can be downloaded now: one of this cloud when it is signed and the file is there; others are not tried. */
export const canDownload =
  (files: FileStore, baseUrl: () => string) =>
  (url: string, now: number): boolean => {
    const base = `${baseUrl()}/storage/`
    if (!url.startsWith(base)) return true
    try {
      const { pathname, searchParams } = new URL(url)
      const cloudPath = cloudPathOf(fileIdOf(decodeURIComponent(pathname.slice('/storage/'.length))))
      const signature = searchParams.get('sign') ?? ''
      return cloudPath !== undefined && files.allows('get', cloudPath, signature, now) && files.exists(cloudPath)
    } catch {
      return false
    }
  }

/** @param baseUrl `http://127.0.0.1:PORT` */
export const storageActions = (files: FileStore, baseUrl: () => string): WireActions => ({
  'storage.getUploadMetadata': ({ params, now }) => {
    const cloudPath = checkCloudPath(textParam(params, 'path'))
    return {
      data: {
        url: `${baseUrl()}/storage/${cloudPath.split('/').map(encodeURIComponent).join('/')}`,
        token: 'local',
        authorization: files.sign('put', cloudPath, now + uploadTime),
        fileId: fileIdOf(cloudPath),
        // Travels in a header, so it is ASCII only.
        cosFileId: encodeURIComponent(fileIdOf(cloudPath)),
      },
    }
  },
  'storage.batchGetDownloadUrl': (request) => ({
    data: {
      download_list: listParam(request, 'file_list').map((entry) => {
        const { fileid, max_age = defaultMaxAge } = entry as { fileid?: unknown; max_age?: unknown }
        if (typeof fileid !== 'string') throw new CloudError('INVALID_PARAM', 'fileid must be a string')
        if (typeof max_age !== 'number' || !(max_age > 0 && max_age <= longestMaxAge))
          throw new CloudError('INVALID_PARAM', `maxAge must be seconds, ${longestMaxAge} at most`)
        const file = existing(files, fileid)
        if ('code' in file) return { fileID: fileid, code: file.code, tempFileURL: '', maxAge: max_age }
        const signature = files.sign('get', file.cloudPath, Math.floor(request.now + max_age * 1000))
        // Not encoded: the SDK encodes it.
        const tempFileURL = `${baseUrl()}/storage/${file.cloudPath}?sign=${signature}`
        return { fileID: fileid, code: 'SUCCESS', tempFileURL, maxAge: max_age }
      }),
    },
  }),
  'storage.batchDeleteFile': async (request) => {
    const deleted: object[] = []
    for (const fileId of listParam(request, 'fileid_list').map(String)) {
      const cloudPath = cloudPathOf(fileId)
      const gone = cloudPath !== undefined && (await files.remove(cloudPath))
      deleted.push({ fileID: fileId, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
    }
    return { data: { delete_list: deleted } }
  },
})
