import type { CloudFile } from './download-file'

/**
 * See download-file.d.ts. Fetched first, so that a file that is no longer there is an error here rather than a page in the browser, and
 * so that it is saved under its own name rather than the storage's.
 */
export async function downloadFile({ url, fileName }: CloudFile): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`no file, status ${response.status}`)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.appendChild(link)
  link.click()
  link.remove()
  // the browser has begun to save by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
