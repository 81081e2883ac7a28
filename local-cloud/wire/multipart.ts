import busboy from 'busboy'
import { CloudError } from '../errors'

/** Reads a multipart body: fields as strings; parts sent as binary (`requestData`) as buffers. */
export const readMultipart = async (contentType: string, body: Buffer): Promise<Record<string, unknown>> =>
  await new Promise((resolve, reject) => {
    const params: Record<string, unknown> = {}
    const refuse = (error: unknown) =>
      reject(new CloudError('INVALID_PARAM', `unreadable multipart request: ${String(error)}`))
    try {
      // Parts of type application/octet-stream count as files, also without a file name.
      const parser = busboy({ headers: { 'content-type': contentType } })
      parser.on('field', (name, value) => {
        params[name] = value
      })
      parser.on('file', (name, stream) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          params[name] = Buffer.concat(chunks)
        })
      })
      parser.on('close', () => resolve(params))
      parser.on('error', refuse)
      parser.end(body)
    } catch (error) {
      refuse(error)
    }
  })
