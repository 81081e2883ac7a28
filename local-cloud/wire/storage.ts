import { CloudError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath, cloudPathOf, fileIdOf } from '../storage/file-store'
import type { WireActions, WireRequest } from './request'
import { textParam } from './request'

/** An upload must begin within this time (ms). */
const uploadTime = 15 * 60_000
/** How long a download URL holds unless the request says otherwise, in seconds. */
const defaultMaxAge = 2 * 60 * 60
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
        if (typeof fileid !== 'string' || typeof max_age !== 'number')
          throw new CloudError('INVALID_PARAM', 'fileid and max_age')
        const file = existing(files, fileid)
        if ('code' in file) return { fileID: fileid, code: file.code, tempFileURL: '', maxAge: max_age }
        const signature = files.sign('get', file.cloudPath, request.now + max_age * 1000)
        // Not encoded: the SDK encodes it.
        const tempFileURL = `${baseUrl()}/storage/${file.cloudPath}?sign=${signature}`
        return { fileID: fileid, code: 'SUCCESS', tempFileURL, maxAge: max_age }
      }),
    },
  }),
  'storage.batchDeleteFile': async (request) => {
    const deleted: object[] = []
    for (const fileId of listParam(request, 'fileid_list').map(String)) {
      const file = existing(files, fileId)
      if ('cloudPath' in file) await files.remove(file.cloudPath)
      deleted.push({ fileID: fileId, code: 'code' in file ? file.code : 'SUCCESS' })
    }
    return { data: { delete_list: deleted } }
  },
})
